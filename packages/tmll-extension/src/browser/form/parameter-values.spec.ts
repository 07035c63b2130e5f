import { DURATION_PATTERN, ParameterProperty, ParameterSchema } from 'tmll-analysis/algorithms';
import {
    defaultValues,
    describeChanges,
    parseParameters,
    ParameterValues,
    visibleParameters
} from './parameter-values';

const property = (rest: Partial<ParameterProperty>): ParameterProperty => ({
    type: 'number',
    title: 't',
    description: 'd',
    default: 3,
    ...rest
});

const schema: ParameterSchema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'anomalies',
    title: 'Anomalies',
    description: '',
    type: 'object',
    additionalProperties: false,
    properties: {
        method: property({
            type: 'string',
            default: 'zscore',
            oneOf: ['zscore', 'iqr'].map(name => ({ const: name, title: name, description: '' }))
        }),
        zscoreThreshold: property({ exclusiveMinimum: 0, 'x-visibleWhen': { method: ['zscore'] } }),
        windowSize: property({ type: 'integer', default: 10, minimum: 2, maximum: 1000 }),
        resampleFreq: property({ type: 'string', default: '100ms', pattern: DURATION_PATTERN }),
        keepMinimum: property({ type: 'boolean', default: false })
    }
};

const parse = (values: ParameterValues): ReturnType<typeof parseParameters> =>
    parseParameters(schema, { ...defaultValues(schema), ...values });

describe('defaultValues', () => {
    it('fills every field, and all of them are valid', () => {
        expect(parse({})).toEqual({
            parameters: {
                method: 'zscore',
                zscoreThreshold: 3,
                windowSize: 10,
                resampleFreq: '100ms',
                keepMinimum: false
            },
            errors: {}
        });
    });
});

describe('visibleParameters', () => {
    it('shows a parameter only while the one it depends on has a fitting value', () => {
        expect(visibleParameters(schema, defaultValues(schema))).toContain('zscoreThreshold');
        expect(visibleParameters(schema, { ...defaultValues(schema), method: 'iqr' })).not.toContain('zscoreThreshold');
    });

    it('puts a parameter behind the one it depends on', () => {
        const { method, zscoreThreshold, ...rest } = schema.properties;
        const scattered = { ...schema, properties: { zscoreThreshold, ...rest, method } };
        expect(visibleParameters(scattered, defaultValues(schema))).toEqual([
            'windowSize',
            'resampleFreq',
            'keepMinimum',
            'method',
            'zscoreThreshold'
        ]);
    });
});

describe('parseParameters', () => {
    it('leaves out what is not shown, even when it is wrong', () => {
        expect(parse({ method: 'iqr', zscoreThreshold: 'x' })).toMatchObject({ errors: {} });
        expect(parse({ method: 'iqr' }).parameters).not.toHaveProperty('zscoreThreshold');
    });

    it.each([
        ['zscoreThreshold', '', 'Enter a number.'],
        ['zscoreThreshold', 'abc', 'Enter a number.'],
        ['zscoreThreshold', 'Infinity', 'Enter a number.'],
        ['zscoreThreshold', '0', 'Must be more than 0.'],
        ['windowSize', '2.5', 'Enter a whole number.'],
        ['windowSize', '1', 'Must be at least 2.'],
        ['windowSize', '1001', 'Must be at most 1000.'],
        ['resampleFreq', '100', 'Not understood: write it like "100ms".'],
        ['resampleFreq', '', 'Not understood: write it like "100ms".'],
        ['method', 'other', 'Choose one of the values.']
    ])('refuses %s = "%s" with a sentence', (name, value, error) => {
        const parsed = parse({ [name]: value });
        expect(parsed.errors).toEqual({ [name]: error });
        expect(parsed.parameters).not.toHaveProperty(name);
    });

    it('reads numbers as people write them', () => {
        expect(parse({ zscoreThreshold: ' 2.5 ', windowSize: '1e2' }).parameters).toMatchObject({
            zscoreThreshold: 2.5,
            windowSize: 100
        });
    });

    it('accepts the bounds', () => {
        expect(parse({ windowSize: '2' }).errors).toEqual({});
        expect(parse({ windowSize: '1000' }).errors).toEqual({});
    });
});

describe('describeChanges', () => {
    const titled = {
        ...schema,
        properties: Object.fromEntries(
            Object.entries(schema.properties).map(([name, each]) => [name, { ...each, title: name }])
        )
    };
    const describe = (parameters: Readonly<Record<string, unknown>>): string => describeChanges(titled, parameters);

    it('tells what is not at its default and mattered: not what belongs to other methods', () => {
        expect(describe({})).toBe('');
        expect(describe(Object.fromEntries(Object.entries(defaultValues(schema))))).toBe('');
        expect(describe({ zscoreThreshold: 7 })).toBe('zscoreThreshold 7');
        expect(describe({ method: 'iqr', zscoreThreshold: 7, keepMinimum: true })).toBe('method iqr, keepMinimum');
    });
});
