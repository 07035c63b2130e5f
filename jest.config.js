// One project a package: those that touch the DOM say so in the file's first line (`@jest-environment jsdom`).
const swc = [
    '@swc/jest',
    {
        jsc: {
            target: 'es2022',
            parser: { syntax: 'typescript', tsx: true, decorators: true },
            transform: {
                legacyDecorator: true,
                decoratorMetadata: true,
                useDefineForClassFields: false,
                react: { runtime: 'classic' }
            },
            keepClassNames: true
        },
        module: { type: 'commonjs' }
    }
];

/** What comes as an ES module, which jest does not load as it is. */
const ES_MODULES = 'gecko-profiler-demangle';

/** Packages are tested from their sources, so that a unit test never runs against a stale build. */
const sources = {
    '^tmll-(tsp|analysis|trace-server|service|viewer|extension)$': '<rootDir>/../tmll-$1/src',
    '^tmll-analysis/(algorithms|client|rendering)$': '<rootDir>/../tmll-analysis/src/$1',
    '^tmll-service/protocol$': '<rootDir>/../tmll-service/src/protocol',
    // The host of plugins brings it; the tests have a stand-in.
    '^vscode$': '<rootDir>/../tmll-plugin/src/test-support/vscode',
    '\\.css$': '<rootDir>/../../scripts/jest-style-stub.js'
};

const project = name => ({
    displayName: name,
    rootDir: `packages/${name}`,
    roots: name === 'tmll-analysis' ? ['<rootDir>/src', '<rootDir>/evaluation'] : ['<rootDir>/src'],
    testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
    transform: { '\\.tsx?$': swc, [`/node_modules/${ES_MODULES}/.*\\.js$`]: swc },
    transformIgnorePatterns: [`/node_modules/(?!${ES_MODULES}/)`],
    moduleNameMapper: sources
});

module.exports = {
    projects: [
        'tmll-tsp',
        'tmll-analysis',
        'tmll-trace-server',
        'tmll-service',
        'tmll-viewer',
        'tmll-extension',
        'tmll-application',
        'tmll-plugin'
    ].map(project),
    testTimeout: 60_000,
    maxWorkers: 2
};
