// Infers a project for each lib and app, so that none needs a project.json.
import { projectOf } from './domains.mjs';

/** @type {import('@nx/devkit').CreateNodesV2} */
export const createNodesV2 = [
  '{libs,apps,tools}/**/*.{ts,tsx,mts,mjs,graphql}',
  (files) => {
    const found = new Map();
    for (const file of files) {
      const project = projectOf(file);
      if (project && !found.has(project.root)) found.set(project.root, [file, project]);
    }
    return [...found.values()].map(([file, project]) => [file, { projects: { [project.root]: configuration(project) } }]);
  },
];

function configuration({ name, root, tags }) {
  return {
    name,
    root,
    sourceRoot: root,
    projectType: root.startsWith('apps/') ? 'application' : 'library',
    tags,
    targets: {
      lint: {
        executor: 'nx:run-commands',
        options: { command: `eslint --no-error-on-unmatched-pattern ${root}`, cwd: '{workspaceRoot}' },
        cache: true,
        inputs: [
          '{projectRoot}/**/*',
          '{workspaceRoot}/eslint.config.mjs',
          '{workspaceRoot}/tools/eslint/**/*',
          '{workspaceRoot}/tools/domains.mjs',
          '{workspaceRoot}/tsconfig.base.json',
          { externalDependencies: ['eslint', 'typescript-eslint', '@nx/eslint-plugin', 'eslint-plugin-react-hooks'] },
        ],
      },
    },
  };
}
