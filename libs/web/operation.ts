import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { Kind, print } from 'graphql';

/** Name of the operation that a document holds: the first part of its query key. */
export function operationName(document: TypedDocumentNode<unknown, never> | string): string {
  if (typeof document === 'string') return /\b(?:query|mutation|subscription)\s+(\w+)/.exec(document)?.[1] ?? document;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION && definition.name) return definition.name.value;
  }
  return print(document);
}

/** The document as the text that the API receives. */
export function operationText(document: TypedDocumentNode<unknown, never> | string): string {
  return typeof document === 'string' ? document : print(document);
}
