import * as fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export type App = 'admin' | 'ambassador';

const root = path.resolve(import.meta.dirname, '../../..');

/** The paths of every `routes: [{ path: '…' }]` given to `defineDomain` in this app, read from the source: a new screen is in by itself. */
export function routesOf(app: App): string[] {
  const files = fs.globSync([`apps/${app}/*.ts`, `libs/domains/*/${app}/index.ts`], { cwd: root });
  const routes = files.flatMap((name) => pathsIn(path.join(root, name)));
  return [...new Set(routes)].sort();
}

function pathsIn(file: string): string[] {
  const source = ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const paths: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'routes') {
      if (!ts.isArrayLiteralExpression(node.initializer)) throw new Error(`${file}: the routes are not written in place`);
      for (const route of node.initializer.elements) paths.push(pathOf(route, file));
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return paths;
}

function pathOf(route: ts.Expression, file: string): string {
  const property = ts.isObjectLiteralExpression(route) ? route.properties.find((candidate) => candidate.name?.getText() === 'path') : undefined;
  if (!property || !ts.isPropertyAssignment(property) || !ts.isStringLiteral(property.initializer)) throw new Error(`${file}: a route without a written path: ${route.getText().slice(0, 80)}`);
  return property.initializer.text;
}

/** `/lire/$publicationId` with its parameters; one without an example fails, so that a new screen gets one. */
export function filled(route: string, examples: Readonly<Record<string, string>>): string {
  return route.replace(/\$(\w+)/g, (_whole, name: string) => {
    const example = examples[name];
    if (!example) throw new Error(`No example for $${name} of ${route}: give one in pages/demo.ts`);
    return example;
  });
}
