import { FieldClass, FieldReference, Member, StructureClass, VariantClass } from './field-class';
import { parseMetadata } from './read-metadata';

const BASE = `
trace { byte_order = le; packet.header := struct { integer { size = 32; } magic; u8 kind; }; };
typealias integer { size = 8; } := u8;
typealias integer { size = 8; signed = true; } := s8;
clock { name = c; };
`;

/** Members of the payload of an event, after the declarations given. */
function payload(
    fields: string,
    before = '',
    stream = 'stream { event.header := struct { u8 id; u8 n; }; };'
): StructureClass {
    const metadata = `${BASE}${before}${stream} event { name = e; fields := struct { ${fields} }; };`;
    return parseMetadata(metadata, 'metadata').streams[0].events[0].payload as StructureClass;
}

function member(structure: StructureClass, name: string): FieldClass {
    return (structure.members.find(candidate => candidate.name === name) as Member).fieldClass;
}

describe('types of TSDL', () => {
    test('integers have the defaults of the standard', () => {
        const { members } = payload('integer { size = 32; } whole; integer { size = 5; } part;');

        expect(members.map(({ fieldClass }) => fieldClass)).toEqual([
            {
                kind: 'integer',
                size: 32,
                alignment: 8,
                signed: false,
                byteOrder: 'little',
                base: 10,
                text: false,
                clock: undefined
            },
            expect.objectContaining({ size: 5, alignment: 1 })
        ]);
    });

    test.each([
        ['signed = true', { signed: true }],
        ['signed = TRUE', { signed: true }],
        ['signed = 0', { signed: false }],
        ['base = x', { base: 16 }],
        ['base = hexadecimal', { base: 16 }],
        ['base = oct', { base: 8 }],
        ['base = b', { base: 2 }],
        ['base = 16', { base: 16 }],
        ['base = u', { base: 10 }],
        ['encoding = UTF8', { text: true }],
        ['encoding = ascii', { text: true }],
        ['encoding = none', { text: false }],
        ['byte_order = be', { byteOrder: 'big' }],
        ['byte_order = network', { byteOrder: 'big' }],
        ['byte_order = native', { byteOrder: 'little' }],
        ['align = 64', { alignment: 64 }],
        ['map = clock.c.value', { clock: expect.objectContaining({ name: 'c' }) }]
    ])('integers take %s', (attribute, expected) => {
        expect(member(payload(`integer { size = 8; ${attribute}; } x;`), 'x')).toMatchObject(expected);
    });

    test.each([
        ['exp_dig = 5; mant_dig = 11', 16],
        ['exp_dig = 8; mant_dig = 24', 32],
        ['exp_dig = 11; mant_dig = 53', 64]
    ])('floating point numbers with %s have %i bits', (digits, size) => {
        expect(member(payload(`floating_point { ${digits}; } x;`), 'x')).toMatchObject({ kind: 'float', size });
    });

    test('an enumeration counts on from its last value', () => {
        const { fieldClass } = payload('enum : s8 { A = -2, B, C = 5 ... 9, D } x;').members[0];

        expect(fieldClass).toMatchObject({
            mappings: [
                { label: 'A', low: -2n, high: -2n },
                { label: 'B', low: -1n, high: -1n },
                { label: 'C', low: 5n, high: 9n },
                { label: 'D', low: 10n, high: 10n }
            ]
        });
    });

    test('named structures, variants and enumerations are found from within, inner names before outer ones', () => {
        const structure = payload(
            'struct inner { u8 own; }; struct inner a; struct outer b; enum colour c; variant choice <c> d;',
            `struct outer { u8 theirs; }; struct inner { u8 hidden; };
             enum colour : u8 { RED, GREEN }; variant choice { u8 RED; string GREEN; };`
        );

        expect(member(structure, 'a')).toMatchObject({ members: [{ name: 'own' }] });
        expect(member(structure, 'b')).toMatchObject({ members: [{ name: 'theirs' }] });
        expect(member(structure, 'd')).toMatchObject({
            options: [
                { name: 'RED', ranges: [{ low: 0n, high: 0n }] },
                { name: 'GREEN', ranges: [{ low: 1n, high: 1n }] }
            ]
        });
    });

    test('one underscore is taken off names, not two, and none where that would make two alike', () => {
        const { members } = payload('u8 _a; u8 __b; u8 c; u8 _c;');

        expect(members.map(({ name }) => name)).toEqual(['a', '_b', 'c', '_c']);
    });

    test('options are found by labels with and without the underscore', () => {
        const structure = payload('enum : u8 { A, _B } t; variant <t> { u8 _A; u8 _B; } v;');

        expect(member(structure, 'v')).toMatchObject({
            options: [{ ranges: [{ low: 0n }] }, { ranges: [{ low: 1n }] }]
        });
    });

    test('a structure is aligned as its most aligned member, or as it says', () => {
        const structure = payload(
            'struct { u8 a; struct { integer { size = 8; align = 32; } b; } c; } x; struct { u8 a; } align(16) y;'
        );

        expect(member(structure, 'x')).toMatchObject({ alignment: 32 });
        expect(member(structure, 'y')).toMatchObject({ alignment: 16 });
    });

    test('x[2][n] is an array of two sequences', () => {
        expect(member(payload('u8 n; u8 x[2][n];'), 'x')).toMatchObject({
            kind: 'array',
            length: 2,
            element: { kind: 'sequence', element: { size: 8 } }
        });
    });
});

describe('paths of TSDL', () => {
    const lengthOf = (fields: string, before?: string, stream?: string): FieldReference => {
        const sequence = payload(fields, before, stream).members.at(-1)?.fieldClass;
        return (sequence as { length: FieldReference }).length;
    };

    test('the nearest field of the name is meant, then those of earlier scopes', () => {
        expect(lengthOf('u8 n; u8 x[n];').scope).toBe('event-payload');
        expect(lengthOf('u8 x[n];').scope).toBe('event-header');
        expect(lengthOf('u8 x[kind];').scope).toBe('packet-header');
    });

    test.each([
        ['trace.packet.header.kind', 'packet-header'],
        ['stream.packet.context.p', 'packet-context'],
        ['stream.event.header.id', 'event-header'],
        ['stream.event.context.s.deep', 'stream-event-context'],
        ['event.fields.own', 'event-payload']
    ])('%s is absolute', (path, scope) => {
        const stream = `stream { packet.context := struct { u8 p; }; event.header := struct { u8 id; };
            event.context := struct { struct { u8 deep; } s; }; };`;

        expect(lengthOf(`u8 own; u8 x[${path}];`, '', stream).scope).toBe(scope);
    });

    test('a path goes through structures and options', () => {
        const structure = payload(`
            enum : u8 { A } t; variant <t> { struct { u8 length; } A; } v;
            struct { u8 length; struct { u8 x[v.A.length]; } inner; } s;`);
        const target = (member(structure, 'v') as VariantClass).options[0].fieldClass as StructureClass;
        const inner = member(member(structure, 's') as StructureClass, 'inner') as StructureClass;

        expect((inner.members[0].fieldClass as { length: FieldReference }).length.targets).toEqual([
            target.members[0].fieldClass
        ]);
    });
});

describe('types that cannot be', () => {
    test.each([
        ['u9 x;', 'the type "u9" is not declared'],
        ['struct nothing x;', 'the type "struct nothing" is not declared'],
        ['integer { signed = true; } x;', 'the integer has no "size"'],
        ['integer { size = 65; } x;', '"size" must lie between 1 and 64, not 65'],
        ['integer { size = 8; align = 3; } x;', 'an alignment must be a power of two up to 32768 bits, not 3'],
        ['integer { size = 8; align = 0; } x;', 'an alignment must be a power of two up to 32768 bits, not 0'],
        ['integer { size = 8; size = 9; } x;', 'the integer has "size" twice'],
        ['integer { size = 8; base = 7; } x;', '"base" must be 2, 8, 10, 16 or one of their names'],
        ['integer { size = 8; map = clock.d.value; } x;', 'the clock "d" is not declared'],
        ['floating_point { exp_dig = 9; mant_dig = 23; } x;', 'not 9 + 23'],
        ['enum : u8 { A = 5 ... 4 } x;', 'the range 5 ... 4 of "A" is upside down'],
        ['typedef string text; enum : text { A } x;', 'an enumeration must be made of an integer'],
        ['u8 x[n2]; u8 n2;', 'no field "n2" is declared before this place'],
        ['s8 n3; u8 x[n3];', 'the length "n3" of a sequence must be an unsigned integer'],
        ['string n4; u8 x[n4];', 'the field "n4" is neither an integer nor an enumeration'],
        ['u8 t; variant <t> { u8 A; } v;', 'the tag "t" of a variant must be an enumeration'],
        ['variant { u8 A; } v;', 'the variant has no tag'],
        ['u8 a; u8 a;', 'the structure has two members named "a"'],
        ['u8 a[-1];', 'an array cannot have -1 elements'],
        ['struct s { struct s again; } x;', 'or contain themselves'],
        ['typedef t1 t2; typedef t2 t1; t1 x;', 'or contain themselves'],
        ['struct s { u8 a; }; struct s { u8 b; }; u8 x;', 'the type "s" is declared twice']
    ])('%s', (fields, message) => {
        expect(() => payload(fields)).toThrow(message);
    });

    test('types that multiply each other are stopped', () => {
        const levels = Array.from({ length: 40 }, (_, level) => {
            const last = level ? `struct l${level - 1}` : 'u8';
            return `struct l${level} { ${last} a; ${last} b; };`;
        });

        expect(() => payload('struct l39 x;', levels.join('\n'))).toThrow('more than 500000 fields');
    });
});
