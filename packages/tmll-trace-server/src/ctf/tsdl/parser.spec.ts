import { parseTsdl } from './parser';
import { Block, FieldDeclaration, StructureSpecifier, TypeAssignment } from './syntax';

/** The type of a field declared as given. */
function fieldType(declaration: string): FieldDeclaration {
    const [block] = parseTsdl(`event { fields := struct { ${declaration} }; };`) as Block[];
    return ((block.entries[0] as TypeAssignment).type as StructureSpecifier).body?.[0] as FieldDeclaration;
}

describe('parseTsdl', () => {
    test('reads the blocks with their assignments', () => {
        const [env, clock] = parseTsdl('env { host = "a" "b"; "odd name" = -3; }; clock { name = x.y; };') as Block[];

        expect(env.entries).toMatchObject([
            { name: 'host', value: { kind: 'string', value: 'ab' } },
            { name: 'odd name', value: { kind: 'integer', value: -3n } }
        ]);
        expect(clock.entries).toMatchObject([{ name: 'name', value: { kind: 'path', names: ['x', 'y'] } }]);
    });

    test('reads callsites, and type declarations within blocks', () => {
        const [callsite, stream] = parseTsdl(
            'callsite { name = "e"; func = "f"; file = "g.c"; line = 7; ip = 0x10; };' +
                'stream { typealias integer { size = 8; } := u8; event.header := struct { u8 id; }; };'
        ) as Block[];

        expect(callsite.entries).toHaveLength(5);
        expect(stream.entries.map(({ kind }) => kind)).toEqual(['alias', 'type-assignment']);
    });

    test.each([
        ['unsigned long int x;', { name: 'x', type: { kind: 'name', name: 'unsigned long int' } }],
        ['uint8_t x;', { name: 'x', type: { kind: 'name', name: 'uint8_t' } }],
        ['const char x;', { name: 'x', type: { kind: 'name', name: 'char' } }],
        ['integer { size = 8; } x;', { name: 'x', type: { kind: 'integer' } }],
        ['string event;', { name: 'event', type: { kind: 'string' } }],
        ['string { encoding = ASCII; } x;', { name: 'x', type: { kind: 'string' } }],
        ['struct packet p;', { name: 'p', type: { kind: 'struct', name: 'packet', body: undefined } }],
        ['struct { u8 a; } align(32) p;', { name: 'p', type: { alignment: { value: 32n } } }],
        ['variant <a.b> { u8 one; } v;', { name: 'v', type: { kind: 'variant', tag: { names: ['a', 'b'] } } }],
        ['variant named <tag> v;', { name: 'v', type: { kind: 'variant', name: 'named' } }],
        ['variant <tag> { u8 one; };', { name: undefined, type: { kind: 'variant' } }]
    ])('reads the field %s', (declaration, expected) => {
        expect(fieldType(declaration)).toMatchObject(expected);
    });

    test('reads lengths: constant, by path, and several', () => {
        expect(fieldType('u8 x[3][stream.event.header.n];').dimensions).toMatchObject([
            { kind: 'integer', value: 3n },
            { kind: 'path', names: ['stream', 'event', 'header', 'n'] }
        ]);
    });

    test('reads enumerators: single, range, negative, quoted, without value, with a comma at the end', () => {
        const { type } = fieldType('enum : u8 { A, B = 5, "C d" = -2 ... 3, } e;');

        expect(type).toMatchObject({
            kind: 'enum',
            container: { name: 'u8' },
            body: [
                { label: 'A', low: undefined, high: undefined },
                { label: 'B', low: 5n, high: 5n },
                { label: 'C d', low: -2n, high: 3n }
            ]
        });
    });

    test('reads typedefs, also of several names, and aliases with pointers', () => {
        expect(
            parseTsdl('typedef integer { size = 8; } a, b[4]; typealias integer { size = 64; } := char *;')
        ).toMatchObject([
            { kind: 'alias', name: 'a', dimensions: [] },
            { kind: 'alias', name: 'b', dimensions: [{ value: 4n }] },
            { kind: 'alias', name: 'char *' }
        ]);
    });

    test('reads several fields of one type', () => {
        const [block] = parseTsdl('event { fields := struct { u8 a, b[2]; }; };') as Block[];
        const type = (block.entries[0] as TypeAssignment).type as StructureSpecifier;

        expect(type.body).toMatchObject([{ name: 'a' }, { name: 'b', dimensions: [{ value: 2n }] }]);
    });

    test.each([
        ['trace { major = 1 }', 'expected ";" but found "}"', 1, 19],
        ['trace { major 1; };', 'expected "=" but found "1"', 1, 15],
        ['trace {\n  byte_order = ;\n};', 'expected a number, a string or a name but found ";"', 2, 16],
        ['event { fields := struct { u8 ; x', 'expected a name but found the end of the metadata', 1, 34],
        ['bogus', 'expected a block (trace, env, clock, stream, event, callsite) or a type declaration', 1, 1],
        ['struct { u8 x[; };', 'expected a length but found ";"', 1, 15],
        ['enum : u8 { A = };', 'expected a number but found "}"', 1, 17],
        ['variant <> { u8 a; };', 'expected the path of the tag but found ">"', 1, 10]
    ])('says where %j goes wrong', (text, message, line, column) => {
        expect(() => parseTsdl(text)).toThrow(
            expect.objectContaining({ message: expect.stringContaining(message), at: { line, column } })
        );
    });

    test('refuses types nested without end', () => {
        expect(() => parseTsdl(`struct x ${'{ struct '.repeat(100_000)}`)).toThrow('nested deeper than 200 levels');
    });
});
