import {
    ANOMALY_SCHEMA,
    CAPACITY_SCHEMA,
    CHANGE_POINT_SCHEMA,
    CLUSTERING_SCHEMA,
    CORRELATION_SCHEMA,
    IDLE_SCHEMA,
    LAG_SCHEMA,
    LEAK_SCHEMA,
    ParameterSchema,
    validateParameters,
    WINDOW_SCHEMA
} from 'tmll-analysis/algorithms';
import { isSame, knownParameters, readPresets, SHIPPED_PRESETS } from './presets';

const SCHEMAS: Readonly<Record<string, ParameterSchema>> = {
    anomalies: ANOMALY_SCHEMA,
    leaks: LEAK_SCHEMA,
    changepoints: CHANGE_POINT_SCHEMA,
    correlate: CORRELATION_SCHEMA,
    lag: LAG_SCHEMA,
    explain: WINDOW_SCHEMA,
    forecast: CAPACITY_SCHEMA,
    idle: IDLE_SCHEMA,
    cluster: CLUSTERING_SCHEMA
};

describe('the presets that come with the application', () => {
    it.each(SHIPPED_PRESETS.map(preset => [`${preset.module}: ${preset.name}`, preset] as const))(
        '%s can be run and is not the default',
        (_, preset) => {
            const schema = SCHEMAS[preset.module];
            expect(() => validateParameters(schema, preset.parameters)).not.toThrow();
            expect(knownParameters(preset, schema)).toEqual(preset.parameters);
            for (const [name, value] of Object.entries(preset.parameters)) {
                expect(value).not.toBe(schema.properties[name].default);
            }
            expect(preset.description).toMatch(/\.$/);
        }
    );

    it('have something for every analysis, each under a name of its own', () => {
        expect(new Set(SHIPPED_PRESETS.map(({ module }) => module))).toEqual(new Set(Object.keys(SCHEMAS)));
        const twice = SHIPPED_PRESETS.filter((preset, index) =>
            SHIPPED_PRESETS.slice(0, index).some(other => isSame(other, preset))
        );
        expect(twice).toEqual([]);
    });
});

describe('readPresets', () => {
    it('takes what is well-formed, the first of a name, and leaves the rest', () => {
        const good = { module: 'anomalies', name: 'Mine', parameters: { method: 'iqr' } };
        const read = readPresets([
            good,
            { ...good, name: 'MINE', parameters: {} },
            { ...good, name: ' ' },
            { ...good, name: 'x', parameters: [] },
            { ...good, name: 'y', description: 5 },
            { ...good, module: 'leaks', more: true },
            undefined,
            'Mine'
        ]);
        expect(read.map(({ module, name }) => [module, name])).toEqual([
            ['anomalies', 'Mine'],
            ['leaks', 'Mine']
        ]);
        expect(read.every(({ isOwn }) => isOwn)).toBe(true);
        expect(readPresets(undefined)).toEqual([]);
        expect(readPresets({})).toEqual([]);
    });
});

it('knownParameters drops what the analysis does not know or has as another kind', () => {
    const parameters = { zscoreThreshold: 3, method: 5, gone: 1, comparePeers: true, movingAverageWindowSize: 7 };
    expect(
        knownParameters({ module: 'anomalies', name: 'x', parameters: parameters as never }, ANOMALY_SCHEMA)
    ).toEqual({
        zscoreThreshold: 3,
        comparePeers: true,
        movingAverageWindowSize: 7
    });
});
