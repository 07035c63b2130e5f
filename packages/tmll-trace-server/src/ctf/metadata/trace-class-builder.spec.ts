import { Clock, clockOrigin } from './clock';
import { StructureClass } from './field-class';
import { parseMetadata } from './read-metadata';
import { TraceClass } from './trace-class';

const TRACE = 'trace { byte_order = be; };';

function build(text: string): TraceClass {
    return parseMetadata(text, 'metadata');
}

function clock(attributes: string): Clock {
    return build(`${TRACE} clock { name = c; ${attributes} };`).clocks[0];
}

describe('blocks of TSDL', () => {
    test('events may stand before their stream', () => {
        const { streams } = build(`event { name = e; id = 7; stream_id = 2; }; stream { id = 2; }; ${TRACE}`);

        expect(streams).toMatchObject([{ id: 2n, events: [{ id: 7n, name: 'e' }] }]);
    });

    test('a stream without a block is made for its events', () => {
        expect(build(`${TRACE} event { name = "a"; };`).streams).toMatchObject([
            { id: 0n, events: [{ id: 0n, name: 'a' }] }
        ]);
    });

    test('the environment keeps integers that are no safe numbers', () => {
        expect(build(`${TRACE} env { a = 1; b = 18446744073709551615; c = "x"; };`).environment).toEqual({
            a: 1,
            b: 18446744073709551615n,
            c: 'x'
        });
    });

    test('log levels are numbers', () => {
        const [{ events }] = build(`${TRACE} event { name = a; loglevel = 13; }; event { id = 1; name = b; };`).streams;

        expect(events.map(({ logLevel }) => logLevel)).toEqual([13, undefined]);
    });

    test.each([
        ['offset = 1795422823334816852;', 1795422823334816852n],
        ['offset_s = 1795422823; offset = 334816857;', 1795422823334816857n],
        ['offset_s = -1; offset = 5;', -999999995n],
        ['freq = 1000; offset = 1500;', 1_500_000_000n],
        ['freq = 3; offset = 1;', 333_333_333n],
        ['absolute = FALSE;', 0n]
    ])('a clock with %s begins at %s ns', (attributes, origin) => {
        expect(clockOrigin(clock(attributes))).toBe(origin);
    });

    test('perf: timestamps without a map belong to the only clock', () => {
        const { streams, clocks } = build(`${TRACE} clock { name = perf_clock; };
            stream { packet.context := struct { integer { size = 64; } timestamp_begin; };
                event.header := struct { integer { size = 64; } timestamp; integer { size = 8; } other; }; };`);
        const clockOf = (structure: StructureClass | undefined, index: number): unknown =>
            (structure?.members[index].fieldClass as { clock: unknown }).clock;

        expect(clockOf(streams[0].packetContext, 0)).toBe(clocks[0]);
        expect(clockOf(streams[0].eventHeader, 0)).toBe(clocks[0]);
        expect(clockOf(streams[0].eventHeader, 1)).toBeUndefined();
    });

    test('timestamps without any clock count ns', () => {
        const { clocks } = build(`${TRACE} stream { event.header := struct { integer { size = 64; } timestamp; }; };`);

        expect(clocks).toMatchObject([{ frequency: 1_000_000_000n, offsetCycles: 0n }]);
    });

    test.each([
        ['', 'the metadata has no trace block'],
        [`${TRACE}${TRACE}`, 'the metadata has 2 trace blocks'],
        ['trace { major = 1; };', 'the trace block has no byte_order'],
        ['trace { byte_order = middle; };', '"byte_order" must be le, be, network or native, not "middle"'],
        [`${TRACE} stream { id = 1; }; stream { id = 1; };`, 'the stream 1 is declared twice'],
        [`${TRACE} stream { id = 1; }; event { stream_id = 2; };`, 'the stream 2, which is not declared'],
        [`${TRACE} event { id = 1; }; event { id = 1; };`, 'the stream 0 has two events with the id 1'],
        [`${TRACE} event { fields := string; };`, 'this must be a structure'],
        [`${TRACE} event { fields := struct { }; fields := struct { }; };`, '"fields" is declared twice'],
        [`${TRACE} clock { freq = 1; };`, 'the clock has no name'],
        [`${TRACE} clock { name = c; freq = 0; };`, 'a clock cannot tick 0 times a second'],
        [`${TRACE} clock { name = c; freq = 99999999999999; };`, 'a clock cannot tick 99999999999999 times a second'],
        [
            `${TRACE} clock { name = a; }; clock { name = b; };
            stream { event.header := struct { integer { size = 8; } timestamp; }; };`,
            '"timestamp" is mapped to none of the 2 clocks'
        ]
    ])('%j is refused', (text, message) => {
        expect(() => build(text)).toThrow(message);
    });
});
