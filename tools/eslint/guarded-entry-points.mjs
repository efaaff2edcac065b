const OPERATIONS = new Set(['Query', 'Mutation', 'Subscription']);
const ROUTES = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'Options', 'All', 'Sse']);
const GUARDS = new Set(['Allow', 'Public']);

const nameOf = ({ expression }) => (expression.type === 'CallExpression' ? expression.callee.name : expression.name);
const namesOn = (node) => (node.decorators ?? []).map(nameOf);

/** Whoever adds an operation or a route says who may call it. The guard refuses the others at run time; this says so earlier. */
export const guardedEntryPoints = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { unguarded: '"{{method}}" is an entry point (@{{decorator}}): say who may call it, with @Allow(…) or @Public().' },
  },
  create(context) {
    return {
      MethodDefinition(node) {
        const type = node.parent.parent;
        const entries = namesOn(type).includes('Controller') ? ROUTES : OPERATIONS;
        const names = namesOn(node);
        const decorator = names.find((name) => entries.has(name));
        if (!decorator || [...names, ...namesOn(type)].some((name) => GUARDS.has(name))) return;
        context.report({ node: node.key, messageId: 'unguarded', data: { method: context.sourceCode.getText(node.key), decorator } });
      },
    };
  },
};
