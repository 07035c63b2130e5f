import { minimumSize } from './minimum-size';
import { parseMetadata } from './read-metadata';
import { StructureClass } from './field-class';

test.each([
    ['u8 a; integer { size = 3; } b;', 11],
    ['floating_point { exp_dig = 11; mant_dig = 53; } a;', 64],
    ['string a;', 8],
    ['u8 n; u8 a[n];', 8],
    ['u8 a[5];', 40],
    ['enum : u8 { A, B } t; variant <t> { u8 A; struct { u8 x; u8 y; } B; } v;', 16],
    ['enum : u8 { A, B } t; variant <t> { u8 A; struct { } B; } v;', 8],
    ['struct { } a;', 0]
])('{ %s } takes at least %i bits', (fields, bits) => {
    const { streams } = parseMetadata(
        `trace { byte_order = le; }; typealias integer { size = 8; } := u8; event { fields := struct { ${fields} }; };`,
        'metadata'
    );

    expect(minimumSize(streams[0].events[0].payload as StructureClass)).toBe(bits);
});
