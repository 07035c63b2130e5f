import { RawJson, writeJson } from 'tmll-trace-server';
import { recordings } from '../../test-support/recordings';
import { JsonText } from './json-text';

const of = (text: string): JsonText => new JsonText(Buffer.from(text));
const found = (text: string, ...path: string[]): string | undefined => {
    const json = of(text);
    const span = json.find(path);
    return span && json.text(span);
};

describe('JsonText', () => {
    it('finds values by path, whatever stands before them', () => {
        const text = ' {"a" : "}]\\"," , "b":[1,{"c":2}],"m":{"c\\u0041" : [ 1.0 , 2 ], "n":null}} ';
        expect(found(text, 'm', 'cA')).toBe('[ 1.0 , 2 ]');
        expect(found(text, 'm', 'n')).toBe('null');
        expect(found(text, 'a')).toBe('"}]\\","');
        expect(found(text, 'm', 'none', 'deeper')).toBeUndefined();
        expect(found(text, 'b', 'c')).toBeUndefined();
    });

    it.each([
        '',
        ' ',
        '{',
        '[',
        '"',
        '{"a"',
        '{"a":',
        'null',
        '{"a":[}',
        '[1,2',
        '{"model":{"entries":[1',
        '{"model":{"entries":]}}',
        '{"model" 1}',
        '}',
        ',',
        '{"a":,"b":1}'
    ])('finds nothing in %j, and ends', text => {
        expect(found(text, 'model', 'entries')).toBeUndefined();
    });

    it('gives the elements of an array', () => {
        const json = of('[ 1 , "a,b", {"x":[1,2]}, [] ]');
        const whole = json.find([]) ?? { start: 0, end: 0 };
        expect(json.elements(whole).map(span => json.text(span))).toEqual(['1', '"a,b"', '{"x":[1,2]}', '[]']);
        expect(of('[]').elements({ start: 0, end: 2 })).toEqual([]);
        const numbers = of('[[1,2],[-3, null],[ 4 ],[]]');
        const all = numbers.elements({ start: 0, end: numbers.bytes.length });
        expect(all.map(span => numbers.text(span))).toEqual(['[1,2]', '[-3, null]', '[ 4 ]', '[]']);
    });

    it.each([
        ['[]', ['3'], '[3]'],
        ['[ ]', ['3', '4'], '[ 3,4]'],
        ['[1,2 ]', ['3'], '[1,2 ,3]'],
        ['{"a":1}', ['"b":2'], '{"a":1,"b":2}'],
        ['[1]', [], '[1]']
    ])('puts into %s at the end %j', (text, items, whole) => {
        const json = of(text);
        expect(json.replace([json.append({ start: 0, end: text.length }, items)]).toString()).toBe(whole);
    });

    it('leaves every other byte as it is: digits, escapes, spaces', () => {
        const text = '{"time": 1795424298201926749, "share":1.50, "name":"\\u00e4/ö"  ,"list":[1],"end":9e5}';
        const json = of(text);
        const list = json.find(['list']) ?? { start: 0, end: 0 };
        expect(json.replace([json.append(list, ['2'])]).toString()).toBe(text.replace('[1]', '[1,2]'));
    });

    const trees = recordings(/xytree\.json$/).filter(({ status }) => status === 200);
    (trees.length > 0 ? it : it.skip)('reads all recorded trees as JSON.parse does', () => {
        for (const { body } of trees) {
            const json = of(body);
            const entries = json.find(['model', 'entries']);
            const parsed = (JSON.parse(body) as { model: { entries: unknown[] } | null }).model?.entries;
            expect(entries && json.elements(entries).map(span => JSON.parse(json.text(span)))).toEqual(parsed);
        }
    });
});

describe('writeJson', () => {
    it('writes bigints as integers, raw text as it is, and leaves undefined members out', () => {
        expect(writeJson({ a: 2n ** 63n, b: undefined, c: [new RawJson('1.0'), null, 'x"y'], d: true })).toBe(
            '{"a":9223372036854775808,"c":[1.0,null,"x\\"y"],"d":true}'
        );
        expect(() => writeJson([NaN])).toThrow(RangeError);
    });
});
