import { ReferenceSlots } from '../codegen/reference-slots';
import { parseMetadata } from '../metadata/read-metadata';
import { StreamDecoders } from './stream-decoders';

describe('event types', () => {
    const trace = parseMetadata(
        `trace { byte_order = le; };
        typealias integer { size = 8; } := u8;
        stream { event.context := struct { integer { size = 32; signed = true; } _vpid; }; };
        event { name = "p:e"; loglevel = 13; context := struct { string _procname; };
            fields := struct {
                integer { size = 64; base = x; } _ptr;
                enum : u8 { A, B = 1 ... 3, A = 7 } _state;
                floating_point { exp_dig = 8; mant_dig = 24; } _load;
                integer { size = 8; encoding = UTF8; } _text[16];
                u8 __list_length;
                struct { u8 _x; } _list[__list_length];
                variant <_state> { u8 A; string B; } _choice;
            };
        };`,
        'metadata'
    );
    const [type] = new StreamDecoders(trace.streams[0], new ReferenceSlots(trace), 5).eventTypes;

    test('have the names, kinds and properties that the metadata declares', () => {
        const byte = { kind: 'integer', base: 10, signed: false, size: 8 };

        expect(type.fields).toEqual([
            { name: 'ptr', kind: 'integer', base: 16, signed: false, size: 64 },
            { name: 'state', kind: 'enumeration', base: 10, signed: false, size: 8, labels: ['A', 'B'] },
            { name: 'load', kind: 'float', size: 32 },
            { name: 'text', kind: 'string' },
            { name: '_list_length', ...byte },
            {
                name: 'list',
                kind: 'sequence',
                members: [{ name: '', kind: 'structure', members: [{ name: 'x', ...byte }] }]
            },
            {
                name: 'choice',
                kind: 'variant',
                members: [
                    { name: 'A', ...byte },
                    { name: 'B', kind: 'string' }
                ]
            }
        ]);
    });

    test('have the contexts of the stream and of the event together', () => {
        expect(type).toMatchObject({
            index: 5,
            name: 'p:e',
            logLevel: 13,
            context: [
                { name: 'vpid', kind: 'integer', signed: true, size: 32 },
                { name: 'procname', kind: 'string' }
            ]
        });
    });
});
