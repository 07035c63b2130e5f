import { numberOf, parseContents, textOf } from './parse-contents';

function parse(contents: string): Record<string, string> {
    const found: Record<string, string> = {};
    parseContents(contents, (name, value) => (found[name] = value));
    return found;
}

describe('parseContents', () => {
    it('reads what Trace Compass writes', () => {
        const contents = 'size=8, ptr=0x1f4bee0, context.cpu_id=3, context._procname="challenger", context._vtid=10611';
        expect(parse(contents)).toEqual({
            size: '8',
            ptr: '0x1f4bee0',
            'context.cpu_id': '3',
            'context.procname': 'challenger',
            'context.vtid': '10611'
        });
    });

    it('leaves values with commas, quotes and brackets whole', () => {
        expect(parse('path="/a, b=c/"d", x=[1, 2, [3, 4]], y={a=1, b=2}, z=-1.5')).toEqual({
            path: '/a, b=c/"d',
            x: '[1, 2, [3, 4]]',
            y: '{a=1, b=2}',
            z: '-1.5'
        });
        expect(parse('')).toEqual({});
        expect(parse('no fields here')).toEqual({});
        expect(parse('a=')).toEqual({ a: '' });
    });
});

describe('numberOf and textOf', () => {
    it.each([
        ['8', 8],
        ['-1', -1],
        ['0x7ffdc0ffee10', 0x7ffdc0ffee10],
        ['0xffff888100000010', -0x777efffffff0],
        ['18446744073709551615', -1],
        ['1.5E9', 1.5e9],
        ['shop', NaN],
        ['', NaN]
    ])('%p is the number %p', (value, number) => {
        expect(numberOf(value)).toBe(number);
    });

    it('writes bytes as digits', () => {
        expect([textOf('[0x7e, 0, 255]'), textOf('[]'), textOf('shop')]).toEqual(['7e00ff', '[]', 'shop']);
    });
});
