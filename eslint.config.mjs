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
  'tmll-service': ['tmll-tsp', 'tmll-analysis', 'tmll-analysis/algorithms', 'tmll-analysis/client', 'tmll-trace-server'],
  'tmll-viewer': ['tmll-tsp'],
  'tmll-extension': ['tmll-tsp', 'tmll-analysis/algorithms', 'tmll-service/protocol', 'tmll-viewer'],
  'tmll-plugin': ['tmll-service/protocol'],
  e2e: []
};

/** Inside `tmll-analysis` a folder may only look at those left of it. */
const analysisLayers = [
  ['series', 'statistics'],
  ['anomaly', 'memory', 'correlation', 'change-point', 'forecast', 'idle', 'clustering'],
  ['trace'],
  ['modules'],
  ['report']
];

/** Inside a Theia extension: `common` knows neither DOM nor Node, `browser` and `node` never meet. */
const theiaPackages = ['tmll-viewer', 'tmll-extension'];

const packageRules = Object.entries(mayImport).map(([name, allowed]) => ({
  files: [name === 'e2e' ? 'e2e/**/*.{ts,tsx}' : `packages/${name}/**/*.{ts,tsx}`],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^tmll-(?!(?:${allowed.map(entry => entry.replace(/^tmll-/, '')).join('|') || '$.'})$)`,
            message: `${name} may import ${allowed.join(', ') || 'none of our packages'}.`
          },
          ...(theiaPackages.includes(name)
            ? []
            : [{ group: ['@theia/*'], message: 'Only the Theia extensions know Theia.' }])
        ]
      }
    ]
  }
}));

const upwards = (folders, forbidden) => ({
  files: folders.map(folder => `packages/tmll-analysis/src/${folder}/**/*.ts`),
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          { group: forbidden.map(folder => `**/${folder}/**`), message: 'Layers of tmll-analysis only look down.' },
          { group: ['@theia/*'], message: 'Only the Theia extensions know Theia.' },
          { regex: '^tmll-(?!tsp$)', message: 'tmll-analysis may import tmll-tsp only.' }
        ]
      }
    ]
  }
});

const analysisRules = analysisLayers.slice(0, -1).map((folders, layer) => {
  const above = analysisLayers.slice(layer + 1).flat();
  return upwards(folders, above);
});

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
  ...analysisRules
);
