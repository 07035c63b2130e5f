import { recordings } from './test-support/recordings';

const JSONbig = jest.requireActual<typeof import('json-bigint')>('json-bigint');
const { parse, stringify } = JSONbig({ useNativeBigInt: true });

/** Makes the reader look at every literal itself. */
const exactly = (json: string): unknown => parse<unknown[]>(`[${json},1448652394359148425]`)[0];

describe('json-bigint', () => {
    it.each([
        ['9007199254740991', 9007199254740991],
        ['-9007199254740991', -9007199254740991],
        ['9007199254740992', 9007199254740992n],
        ['-9007199254740993', -9007199254740993n],
        ['1448652394359148425', 1448652394359148425n],
        ['18446744073709551616', 18446744073709551616n]
    ])('reads the integer %s without loss', (json, value) => {
        expect(parse(json)).toBe(value);
        expect(parse(`{"a": [ ${json} ]}`)).toEqual({ a: [value] });
    });

    it.each(['0.3333333333333333', '123456789012345678.5', '1448652394359148425e0', '1e400', '-0', '-0.0', '1E-2'])(
        'reads %s as the number that JSON.parse reads (oracle: JSON.parse)',
        json => {
            expect(parse(json)).toBe(JSON.parse(json));
            expect(exactly(json)).toBe(JSON.parse(json));
        }
    );

    it.each([
        '"a\\"b\\\\ \\u00e9\\n"',
        '"\u{1F600} {\\"x\\": 1448652394359148425}"',
        '""',
        '[]',
        '{}',
        ' [ 1 , [ 2 , { "a" : [ ] } ] , true , false , null ] ',
        '{"a":1,"a":2,"7":3,"":4}'
    ])('reads %s as JSON.parse does, also beside a long integer', json => {
        expect(exactly(json)).toEqual(JSON.parse(json));
    });

    it.each([
        ['', 'end'],
        ['[1448652394359148425', 'end'],
        ['[1448652394359148425,]', 'Unexpected "]"'],
        ['[1448652394359148425 2]', 'Unexpected "2"'],
        ['{"a" 1448652394359148425}', 'Unexpected'],
        ['{a:1448652394359148425}', 'Unexpected "a"'],
        ['[1448652394359148425,01]', 'Unexpected'],
        ['[1448652394359148425,1.]', 'Unexpected'],
        ['[1448652394359148425,.5]', 'Unexpected'],
        ['[1448652394359148425,1e]', 'Unexpected'],
        ['[1448652394359148425,"a\nb"]', 'Unexpected'],
        ['[1448652394359148425,"a', 'end'],
        ['[1448652394359148425,tru]', 'Unexpected "t"'],
        ['[1448652394359148425]]', 'Unexpected "]"']
    ])('refuses %j', (json, message) => {
        expect(() => parse(json)).toThrow(SyntaxError);
        expect(() => parse(json)).toThrow(message);
    });

    it('makes __proto__ an ordinary member and leaves prototypes alone', () => {
        const object = parse<object>('{"__proto__": {"polluted": 1448652394359148425}}');
        expect(Object.keys(object)).toEqual(['__proto__']);
        expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
        expect('polluted' in {}).toBe(false);
    });

    it('refuses nesting that would overflow the stack, with a clear error', () => {
        const depth = 100_000;
        expect(() => parse(`${'['.repeat(depth)}1448652394359148425${']'.repeat(depth)}`)).toThrow('deeper than 1000');
        expect(() => parse(`${'['.repeat(900)}1448652394359148425${']'.repeat(900)}`)).not.toThrow();
    });

    it('writes bigints as plain integers and all else as JSON.stringify does', () => {
        expect(stringify({ ns: 1448652394359148425n, list: [-1n, 1] })).toBe(
            '{"ns":1448652394359148425,"list":[-1,1]}'
        );
        const date = new Date(0);
        const value = {
            a: undefined,
            b: [undefined, () => 1, NaN],
            c: date,
            d: 'é"\n',
            e: null,
            f: Object(1),
            g: { h: true }
        };
        expect(stringify(value)).toBe(JSON.stringify(value));
        expect(stringify(undefined)).toBe(JSON.stringify(undefined));
    });

    it('refuses to write a value that contains itself', () => {
        const value: { self?: unknown } = {};
        value.self = [value];
        expect(() => stringify(value)).toThrow(TypeError);
        const shared = { a: 1n };
        expect(stringify([shared, shared])).toBe('[{"a":1},{"a":1}]');
    });

    it('works without being called, and refuses options that it does not know', () => {
        expect(JSONbig.parse('[9007199254740993]')).toEqual([9007199254740993n]);
        expect(JSONbig.stringify(1n)).toBe('1');
        expect(() => JSONbig({ storeAsString: true } as object)).toThrow('storeAsString');
    });

    const files = recordings(/\.json$/);
    (files.length > 0 ? it : it.skip)('reads what Trace Compass wrote: JSON.parse but for the long integers', () => {
        for (const { name, response } of files) {
            const numbers = JSON.parse(stringify(parse(response)), undefined) as unknown;
            expect({ name, numbers }).toEqual({ name, numbers: JSON.parse(response) });
        }
    });
});
