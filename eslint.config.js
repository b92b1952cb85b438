import { fileURLToPath } from 'node:url';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Which folder of src may import which: the fence of the house. `types` are folders it may only `import type` from. */
const MAY_IMPORT = {
  model: { code: [], types: [] },
  store: { code: ['model'], types: ['io'] },
  detect: { code: ['model'], types: [] },
  io: { code: ['model'], types: [] },
  render: { code: ['model'], types: [] },
  preview: { code: ['model', 'store'], types: ['commands', 'io', 'render'] },
  intake: { code: ['model', 'store', 'preview'], types: ['detect', 'io', 'render'] },
  commands: { code: ['model', 'store', 'preview', 'intake'], types: ['io'] },
  ui: { code: ['model', 'store', 'preview', 'intake'], types: ['commands', 'detect', 'io', 'render'] },
};

/** Packages that only one folder may know. */
const OWNERS = {
  '@mediapipe/tasks-vision': ['detect'],
  'pixi.js': ['render'],
  react: ['ui'],
  'react-dom': ['ui'],
  'lucide-react': ['ui'],
  '@use-gesture/react': ['ui'],
};

const fence = Object.entries(MAY_IMPORT).map(([folder, { code, types }]) => {
  const strangers = Object.keys(MAY_IMPORT).filter((other) => other !== folder);
  return {
    files: [`src/${folder}/**/*.{ts,tsx}`],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['../*', '..'], message: 'Use ~/folder/file across folders, ./file inside one.' },
            ...strangers
              .filter((other) => !code.includes(other) && !types.includes(other))
              .map((other) => ({ group: [`~/${other}/*`], message: `${folder} does not know ${other}.` })),
            ...types.map((other) => ({
              group: [`~/${other}/*`],
              allowTypeImports: true,
              message: `${folder} knows ${other} only as types.`,
            })),
            ...Object.entries(OWNERS)
              .filter(([, owners]) => !owners.includes(folder))
              .map(([name]) => ({ group: [name, `${name}/*`], message: `${folder} does not know ${name}.` })),
          ],
        },
      ],
    },
  };
});

export default tseslint.config(
  { ignores: ['dist', 'assets', 'out', 'node_modules'] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.{ts,tsx}'] })),
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'max-lines': ['error', { max: 400 }],
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  ...fence,
  { files: ['**/*.{js,mjs}'], rules: { 'max-lines': ['error', { max: 400 }] } },
);
