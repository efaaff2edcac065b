// Reads catalogues out of the source without running it: any object with a "fr" and an "en".
import * as fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** @typedef {{ text: string, file: string, line: number }} Entry */

const parsed = new Map();

function parse(file) {
  if (!parsed.has(file)) parsed.set(file, ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  return parsed.get(file);
}

/**
 * The catalogues of a file.
 *
 * @returns {{ file: string, looked: boolean, fr: Map<string, Entry>, en: Map<string, Entry> }[]} keys are dotted paths;
 *   `looked`: texts are looked up by key, as in defineCatalogue('contests', { fr, en })
 */
export function cataloguesOf(file) {
  const source = parse(file);
  const found = [];
  const visit = (node) => {
    if (ts.isObjectLiteralExpression(node)) {
      const [fr, en] = ['fr', 'en'].map((language) => valueOf(member(node, language), source));
      if (fr && en && ts.isObjectLiteralExpression(fr.node) && ts.isObjectLiteralExpression(en.node)) {
        const [texts, translations] = [entries(fr), entries(en)];
        const looked = ts.isCallExpression(node.parent) || path.basename(file).startsWith('i18n');
        if (texts && translations) found.push({ file, looked, fr: texts, en: translations });
        return;
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Every string that the code of a file writes, and its templates as patterns (those with a dot: the others fit anything). */
export function literalsOf(file) {
  const exact = [];
  const patterns = [];
  const visit = (node) => {
    if (ts.isStringLiteralLike(node)) exact.push(node.text);
    else if (ts.isTemplateExpression(node)) {
      const parts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
      if (parts.some((part) => /^[\w.]*\.[\w.]*$/.test(part))) patterns.push(new RegExp(`^${parts.map((part) => RegExp.escape(part)).join('.+')}$`));
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(file));
  return { exact, patterns };
}

const lineOf = (node, source) => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
const nameOf = (property) => (property.name && (ts.isIdentifier(property.name) || ts.isStringLiteralLike(property.name)) ? property.name.text : undefined);

function member(object, name) {
  const property = object.properties.find((candidate) => nameOf(candidate) === name);
  if (property && ts.isPropertyAssignment(property)) return property.initializer;
  return property && ts.isShorthandPropertyAssignment(property) ? property.name : undefined;
}

/** Follows constants, imports and `() => import('./en')` to the literal that they stand for. */
function valueOf(expression, source) {
  if (!expression) return undefined;
  if (ts.isAsExpression(expression) || ts.isSatisfiesExpression(expression) || ts.isParenthesizedExpression(expression)) return valueOf(expression.expression, source);
  if (ts.isArrowFunction(expression)) return valueOf(expression.body, source);
  if (ts.isCallExpression(expression) && expression.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return exported('default', moduleOf(expression.arguments[0], source));
  }
  if (ts.isIdentifier(expression)) return declared(expression.text, source);
  return { node: expression, source };
}

function declared(name, source) {
  for (const statement of source.statements) {
    if (ts.isVariableStatement(statement)) {
      const declaration = statement.declarationList.declarations.find((candidate) => candidate.name.getText(source) === name);
      if (declaration?.initializer) return valueOf(declaration.initializer, source);
    }
    if (!ts.isImportDeclaration(statement) || !statement.importClause) continue;
    const { name: byDefault, namedBindings } = statement.importClause;
    if (byDefault?.text === name) return exported('default', moduleOf(statement.moduleSpecifier, source));
    const named = namedBindings && ts.isNamedImports(namedBindings) && namedBindings.elements.find((element) => element.name.text === name);
    if (named) return exported((named.propertyName ?? named.name).text, moduleOf(statement.moduleSpecifier, source));
  }
  return undefined;
}

function exported(name, file) {
  if (!file) return undefined;
  const source = parse(file);
  if (name !== 'default') return declared(name, source);
  const assignment = source.statements.find(ts.isExportAssignment);
  return assignment && valueOf(assignment.expression, source);
}

function moduleOf(specifier, source) {
  const target = path.resolve(path.dirname(source.fileName), specifier.text);
  return [`${target}.ts`, `${target}.tsx`, path.join(target, 'index.ts')].find((file) => fs.existsSync(file));
}

/** Undefined when a value is no text: an object of functions or patterns per language is no catalogue. */
function entries({ node, source }, prefix = '', into = new Map()) {
  for (const property of node.properties) {
    if (ts.isSpreadAssignment(property)) {
      const spread = valueOf(property.expression, source);
      if (spread && ts.isObjectLiteralExpression(spread.node) && !entries(spread, prefix, into)) return undefined;
      continue;
    }
    const key = `${prefix}${nameOf(property)}`;
    const value = valueOf(ts.isShorthandPropertyAssignment(property) ? property.name : property.initializer, source);
    if (value && ts.isObjectLiteralExpression(value.node)) {
      if (!entries(value, `${key}.`, into)) return undefined;
      continue;
    }
    const text = value && textOf(value.node, value.source);
    if (text === undefined) return undefined;
    into.set(key, { text, file: value.source.fileName, line: lineOf(value.node, value.source) });
  }
  return into;
}

/** "a" + "b" is one text, and so is `a${b}`, where what is not a constant counts as a number. */
function textOf(node, source) {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isBinaryExpression(node)) {
    const parts = [textOf(node.left, source), textOf(node.right, source)];
    return parts.includes(undefined) ? undefined : parts.join('');
  }
  if (!ts.isTemplateExpression(node)) return undefined;
  const spans = node.templateSpans.map(({ expression, literal }) => {
    const value = valueOf(expression, source);
    return `${(value && textOf(value.node, value.source)) ?? '0'}${literal.text}`;
  });
  return node.head.text + spans.join('');
}
