import { EndOfData } from './decoding-error';
import { paddedText, stringEnd, text } from './text';

describe('text', () => {
    test.each(['', 'a', 'sched_switch', 'x'.repeat(100), 'Grüße', '日本語'])('decodes %j', value => {
        const bytes = Buffer.from(`<${value}>`);

        // Twice: the second time it may be remembered.
        expect(text(bytes, 1, bytes.length - 1)).toBe(value);
        expect(text(bytes, 1, bytes.length - 1)).toBe(value);
    });

    test('tells texts apart that have the same hash', () => {
        const values = Array.from({ length: 20_000 }, (_, index) => `event${index}`);

        expect(values.map(value => text(Buffer.from(value), 0, value.length))).toEqual(values);
    });

    test('does not take two bytes of UTF-8 for two characters that were remembered', () => {
        expect(text(Buffer.from('Ã¤'), 0, 4)).toBe('Ã¤');
        expect(text(Buffer.from('ä'), 0, 2)).toBe('ä');
    });
});

describe('strings end', () => {
    test('at their zero byte', () => {
        expect(stringEnd(Buffer.from('ab\0c\0'), 0)).toBe(2);
        expect(stringEnd(Buffer.from('ab\0c\0'), 3)).toBe(4);
    });

    test('never behind the bytes at hand', () => {
        expect(() => stringEnd(Buffer.from('abc'), 1)).toThrow(EndOfData);
    });
});

describe('texts of fixed length', () => {
    test('may end at a zero byte before', () => {
        expect(paddedText(Buffer.from('ab\0\0\0rest'), 0, 5)).toBe('ab');
        expect(paddedText(Buffer.from('abcderest'), 0, 5)).toBe('abcde');
        expect(paddedText(Buffer.from('\0bc'), 0, 3)).toBe('');
    });

    test('must be there in full', () => {
        expect(() => paddedText(Buffer.from('ab\0'), 0, 4)).toThrow(EndOfData);
    });
});
