import { tokenize } from './tokenizer';
import { TsdlError } from './tsdl-error';

const words = (text: string): string[] => tokenize(text).map(({ text: word }) => word);

describe('tokenize', () => {
    test('splits names, numbers and punctuation, dropping comments of both kinds', () => {
        expect(words('a.b := /* no */ [ _x1 ] // no\n 0 ... 30;')).toEqual([
            'a',
            '.',
            'b',
            ':=',
            '[',
            '_x1',
            ']',
            '0',
            '...',
            '30',
            ';',
            ''
        ]);
    });

    test.each([
        ['10', 10n],
        ['010', 8n],
        ['0x1F', 31n],
        ['0b101', 5n],
        ['0', 0n],
        ['4294967295UL', 4294967295n],
        ['18446744073709551615', 18446744073709551615n],
        ["'a'", 97n]
    ])('reads the number %s', (text, value) => {
        expect(tokenize(text)[0]).toMatchObject({ kind: 'integer', value });
    });

    test.each([
        ['"a b"', 'a b'],
        ['"say \\"hi\\"\\n"', 'say "hi"\n'],
        ['"\\x41\\102\\t"', 'AB\t'],
        ['L"wide"', 'wide'],
        ['""', '']
    ])('reads the string %s', (text, value) => {
        expect(tokenize(text)[0]).toMatchObject({ kind: 'string', text: value });
    });

    test('counts lines and columns from 1, through comments', () => {
        const [first, second] = tokenize('/* one\n two */ a\n  b');

        expect([first.at, second.at]).toEqual([
            { line: 2, column: 9 },
            { line: 3, column: 3 }
        ]);
    });

    test.each([
        ['a "open', 'a string is not closed on its line', 3],
        ['a /* open', 'a comment is not closed', 3],
        ['a € b', '"€" begins no TSDL word', 3],
        ['12ab', '"1" begins no TSDL word', 1]
    ])('refuses %s and says where', (text, message, column) => {
        const attempt = (): unknown => tokenize(text);

        expect(attempt).toThrow(new TsdlError(message, { line: 1, column }));
        expect(attempt).toThrow(expect.objectContaining({ at: { line: 1, column } }));
    });
});
