const FORBIDDEN = new Map([
  ['typeorm', new Set(['DataSource', 'EntityManager', 'createConnection', 'getConnection'])],
  ['@nestjs/typeorm', new Set(['InjectDataSource', 'InjectEntityManager', 'InjectRepository'])],
  ['pg', new Set(['Pool', 'Client', 'default'])],
]);

/** A second connection inside a unit of work exhausts the pool, and sees neither its transaction nor its organisation. */
export const databaseOnlyInPlatform = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { direct: '"{{name}}" goes round the unit of work: ask Db of @portevoix/platform (db.of, db.run).' },
  },
  create(context) {
    return {
      ImportDeclaration(node) {
        const names = FORBIDDEN.get(node.source.value);
        if (!names || node.importKind === 'type') return;
        for (const specifier of node.specifiers) {
          const name = specifier.type === 'ImportSpecifier' ? specifier.imported.name : 'default';
          if (specifier.importKind === 'type' || !names.has(name)) continue;
          context.report({ node: specifier, messageId: 'direct', data: { name: specifier.local.name } });
        }
      },
    };
  },
};
