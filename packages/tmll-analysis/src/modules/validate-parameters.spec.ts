import { ParameterSchema } from '../series/parameter-schema';
import { validateParameters } from './validate-parameters';

const property = { title: '', description: '' };

const SCHEMA: ParameterSchema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'test',
    title: 'Test',
    description: '',
    type: 'object',
    properties: {
        method: {
            ...property,
            type: 'string',
            default: 'a',
            oneOf: [
                { const: 'a', title: 'A', description: '' },
                { const: 'b', title: 'B', description: '' }
            ]
        },
        threshold: { ...property, type: 'number', default: 3, exclusiveMinimum: 0 },
        share: { ...property, type: 'number', default: 0.1, minimum: 0, maximum: 0.5 },
        window: { ...property, type: 'integer', default: 10, minimum: 2, 'x-visibleWhen': { method: ['b'] } },
        limit: { ...property, type: 'number', default: 1, exclusiveMinimum: 0, maximum: 9 },
        keep: { ...property, type: 'boolean', default: false },
        step: { ...property, type: 'string', default: '', pattern: '^$|^\\d+(ns|us|µs|ms|s|m)$' },
        name: { ...property, type: 'string', default: 'x' }
    },
    additionalProperties: false
};

const DEFAULTS = { method: 'a', threshold: 3, share: 0.1, window: 10, limit: 1, keep: false, step: '', name: 'x' };

describe('validateParameters', () => {
    it('fills defaults in and leaves what it is given as it is', () => {
        const given = Object.freeze({ threshold: 4.5, method: undefined });
        expect(validateParameters(SCHEMA, given)).toEqual({ ...DEFAULTS, threshold: 4.5 });
        expect(given).toEqual({ threshold: 4.5, method: undefined });
        expect(validateParameters(SCHEMA, {})).toEqual(DEFAULTS);
    });

    it.each([
        [{ method: 'c' }, '"method" is "c"; it must be one of a, b.'],
        [{ method: null }, '"method" is null; it must be one of a, b.'],
        [{ threshold: 0 }, '"threshold" is 0; it must be a number above 0.'],
        [{ threshold: '3' }, '"threshold" is "3"; it must be a number above 0.'],
        [{ threshold: NaN }, '"threshold" is NaN; it must be a number above 0.'],
        [{ share: 0.6 }, '"share" is 0.6; it must be a number from 0 to 0.5.'],
        [{ window: 2.5 }, '"window" is 2.5; it must be a whole number from 2 on.'],
        [{ limit: 10 }, '"limit" is 10; it must be a number above 0 and up to 9.'],
        [{ keep: 'yes' }, '"keep" is "yes"; it must be true or false.'],
        [{ step: '5 apples' }, '"step" is "5 apples"; it must be a duration such as "100ms", or empty.'],
        [{ name: ['x'] }, '"name" is ["x"]; it must be a text.'],
        [
            { treshold: 3 },
            'There is no parameter "treshold"; there are: method, threshold, share, window, limit, keep, step, name.'
        ]
    ])('refuses %j and says what is allowed', (values, message) => {
        expect(() => validateParameters(SCHEMA, values)).toThrow(message);
        expect(() => validateParameters(SCHEMA, values)).toThrow(expect.objectContaining({ name: 'ParameterError' }));
    });

    it('does not confuse two schemas of one id', () => {
        const { name } = SCHEMA.properties;
        const other: ParameterSchema = { ...SCHEMA, properties: { name } };
        expect(validateParameters(other, {})).toEqual({ name: 'x' });
        expect(validateParameters(SCHEMA, {})).toEqual(DEFAULTS);
    });
});
