import Ajv2020 from 'ajv/dist/2020';
import { ANOMALY_SCHEMA, DEFAULT_ANOMALY_PARAMETERS } from './anomaly-schema';
import { DETECTORS } from './detectors';

describe('ANOMALY_SCHEMA', () => {
    const validate = new Ajv2020({ strict: true, keywords: ['x-visibleWhen'] }).compile(ANOMALY_SCHEMA);
    const accepts = (change: Record<string, unknown>): boolean =>
        validate({ ...DEFAULT_ANOMALY_PARAMETERS, ...change });

    it('is a strict JSON schema that its own defaults satisfy', () => {
        expect(accepts({})).toBe(true);
    });

    it('offers each method with a title and when it fits', () => {
        const choices = ANOMALY_SCHEMA.properties.method.oneOf ?? [];
        expect(choices.map(choice => choice.const)).toEqual(DETECTORS.map(({ method }) => method));
        expect(choices.map(choice => choice.const)).toEqual(expect.arrayContaining(['zscore', 'iqr', 'combined']));
        for (const choice of choices) {
            expect(choice.title).not.toBe('');
            expect(choice.description).toMatch(/Fits .*\.$/);
        }
    });

    it('shows the parameters of a method with that method only', () => {
        for (const { method, properties } of DETECTORS) {
            for (const name of Object.keys(properties)) {
                expect(ANOMALY_SCHEMA.properties[name]['x-visibleWhen']?.method).toContain(method);
            }
        }
        expect(ANOMALY_SCHEMA.properties.iqrFactor['x-visibleWhen']).toEqual({ method: ['iqr', 'combined'] });
        expect(ANOMALY_SCHEMA.properties.resample['x-visibleWhen']).toBeUndefined();
    });

    it('gives every parameter a title, a description and a default', () => {
        for (const property of Object.values(ANOMALY_SCHEMA.properties)) {
            expect(property.title).toMatch(/^[A-Z]/);
            expect(property.description).toMatch(/\.$/);
            expect(typeof property.default).toBe(property.type === 'integer' ? 'number' : property.type);
        }
    });

    it.each([
        { method: 'iqr' },
        { resample: '100ms' },
        { resample: '1.5 s' },
        { movingAverageWindowSize: 2 },
        { zscoreThreshold: 0.1 },
        { method: 'combined', vote: 2 }
    ])('accepts %j', change => {
        expect(accepts(change)).toBe(true);
    });

    it.each([
        { method: 'magic' },
        { resample: 'often' },
        { resample: '100' },
        { movingAverageWindowSize: 1 },
        { movingAverageWindowSize: 10.5 },
        { movingAverageThreshold: 0 },
        { zscoreThreshold: -3 },
        { iqrFactor: 0 },
        { vote: 0 },
        { vote: 4 },
        { removeMinimum: 'no' },
        { zscore_threshold: 3 }
    ])('refuses %j', change => {
        expect(accepts(change)).toBe(false);
    });
});
