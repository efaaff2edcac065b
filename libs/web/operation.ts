import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';

/** A generated document: the text of one operation with its fragments, and the types of its answer and variables. */
export type OperationDocument<Result, Variables> = DocumentTypeDecoration<Result, Variables> & { toString(): string };

/** Name of the operation that a document holds: the first part of its query key. */
export function operationName(document: OperationDocument<unknown, never> | string): string {
  const text = operationText(document);
  return /\b(?:query|mutation|subscription)\s+(\w+)/.exec(text)?.[1] ?? text;
}

/** The document as the text that the API receives. */
export const operationText = (document: OperationDocument<unknown, never> | string): string => document.toString();
