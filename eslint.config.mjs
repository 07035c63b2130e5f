import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * Which of our packages a package may import, and by which entry points. Everything not named here is an error, so data
 * flows one way (see docs/architecture.md).
 */
const mayImport = {
  'tmll-tsp': [],
  'tmll-analysis': ['tmll-tsp'],
  'tmll-trace-server': [],
  'tmll-service': [
    'tmll-tsp',
    'tmll-analysis',
    'tmll-analysis/algorithms',
    'tmll-analysis/client',
    'tmll-analysis/rendering',
    'tmll-trace-server'
  ],
  'tmll-viewer': ['tmll-tsp'],
  'tmll-extension': [
    'tmll-tsp',
    'tmll-analysis/algorithms',
    'tmll-analysis/rendering',
    'tmll-service/protocol',
    'tmll-viewer'
  ],
  'tmll-application': [],
  'tmll-plugin': ['tmll-service/protocol'],
  e2e: []
};

/** Inside `tmll-analysis` a folder may only look at those above it in this list, never at one beside it. */
const analysisLayers = [
  ['series', 'statistics', 'plot', 'document'],
  ['anomaly', 'memory', 'correlation', 'change-point', 'forecast', 'idle', 'clustering'],
  ['trace'],
  ['modules'],
  ['report']
];

/** Inside a Theia extension: `common` knows neither DOM nor Node, `browser` and `node` never meet. */
const theiaFolders = {
  common: ['browser', 'node', 'electron-main'],
  browser: ['node', 'electron-main'],
  node: ['browser', 'electron-main'],
  'electron-main': ['browser', 'node']
};
const theiaPackages = ['tmll-viewer', 'tmll-extension', 'tmll-application'];

const onlyTheia = { group: ['@theia/*'], message: 'Only the Theia extensions know Theia.' };

/** @param {string} name of a package */
const ownPackages = name => {
  const allowed = mayImport[name];
  const entries = allowed.map(entry => entry.replace(/^tmll-/, '')).join('|') || '$.';
  return {
    regex: `^tmll-(?!(?:${entries})$)`,
    message: `${name} may import ${allowed.join(', ') || 'none of our packages'}.`
  };
};

/** @param {string[]} folders @param {string} message */
const folders = (names, message) => ({ group: names.map(name => `**/${name}/**`), message });

/** @param {string} files @param {object[]} patterns */
const restrict = (files, patterns) => ({
  files: [files],
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] }
});

const packageRules = Object.keys(mayImport).map(name =>
  restrict(name === 'e2e' ? 'e2e/**/*.ts' : `packages/${name}/**/*.{ts,tsx}`, [
    ownPackages(name),
    ...(theiaPackages.includes(name) ? [] : [onlyTheia])
  ])
);

const analysisRules = analysisLayers.flatMap((layer, index) =>
  layer.map(folder => {
    const beside = index === 0 ? [] : layer.filter(other => other !== folder);
    const forbidden = [...beside, ...analysisLayers.slice(index + 1).flat()];
    return restrict(`packages/tmll-analysis/src/${folder}/**/*.ts`, [
      ownPackages('tmll-analysis'),
      onlyTheia,
      ...(forbidden.length > 0 ? [folders(forbidden, 'Layers of tmll-analysis only look down.')] : [])
    ]);
  })
);

const theiaRules = theiaPackages.flatMap(name =>
  Object.entries(theiaFolders).map(([folder, forbidden]) =>
    restrict(`packages/${name}/src/${folder}/**/*.{ts,tsx}`, [
      ownPackages(name),
      folders(forbidden, `${folder} code may not import ${forbidden.join(' or ')} code.`)
    ])
  )
);

/** The evaluation looks at the library as its users do. */
const evaluationRules = restrict('packages/tmll-analysis/evaluation/**/*.ts', [
  { regex: '^tmll-(?!analysis/algorithms$)', message: 'The evaluation may import tmll-analysis/algorithms.' },
  onlyTheia
]);

export default tseslint.config(
  {
    ignores: [
      '**/lib/**',
      '**/dist/**',
      '**/src-gen/**',
      '**/gen-esbuild.*.mjs',
      '**/node_modules/**',
      'e2e/test-results/**',
      'samples/**'
    ]
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['packages/**/*.{ts,tsx}', 'e2e/**/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'off',
      'no-console': 'error',
      eqeqeq: 'error'
    }
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: {
      globals: {
        globalThis: 'readonly',
        process: 'readonly',
        console: 'readonly',
        module: 'writable',
        require: 'readonly',
        __dirname: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        fetch: 'readonly',
        AbortSignal: 'readonly'
      }
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' }
  },
  ...packageRules,
  ...analysisRules,
  evaluationRules,
  ...theiaRules
);
