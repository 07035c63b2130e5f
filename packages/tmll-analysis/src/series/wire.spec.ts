import { seriesOf } from './test-support/series-of';
import { fromWire, toWire, Wire } from './wire';

/** The way through JSON text, as between processes. */
function journey<T>(value: T): T {
    return fromWire<T>(JSON.parse(JSON.stringify(toWire(value))) as Wire<T>);
}

describe('the wire', () => {
    it('brings bigint ns back to the digit, in objects and arrays', () => {
        const value = {
            startNs: 2n ** 63n - 1n,
            ns: [1n, -1n, 1_795_424_298_201_926_749n],
            deep: [{ endNs: 0n }]
        };
        expect(journey(value)).toEqual(value);
    });

    it('brings a series back as Float64Arrays, bit for bit, NaN and emptiness included', () => {
        for (const values of [[], [0.1 + 0.2, NaN, -5e-324, Number.MAX_VALUE], [NaN, NaN]]) {
            expect(journey({ values: Float64Array.from(values), lowValues: new Float64Array(0) })).toEqual({
                values: Float64Array.from(values),
                lowValues: new Float64Array(0)
            });
        }
        expect(journey({ origin: 'kept as it is', ...journey({ times: seriesOf([1, 2]).times }) })).toEqual({
            origin: 'kept as it is',
            times: Float64Array.of(0, 1e8)
        });
    });

    it('writes ns as decimal strings and NaN as null', () => {
        expect(JSON.stringify(toWire({ ns: 12n, values: Float64Array.of(1, NaN) }))).toBe(
            '{"ns":"12","values":[1,null]}'
        );
    });

    it('leaves everything else alone: digits in names, plain arrays, null, false', () => {
        const value = { name: '123', points: [1, 2], none: null, off: false, empty: [], text: 'ns', columns: '7' };
        expect(journey(value)).toEqual(value);
    });

    it('leaves out what is undefined', () => {
        expect(toWire({ a: undefined, b: 1 })).toEqual({ b: 1 });
    });

    it('refuses what would not come back', () => {
        expect(() => toWire({ start: 1n })).toThrow('Property "start" holds a bigint');
        expect(() => toWire({ samples: new Float64Array(1) })).toThrow('Property "samples" holds a Float64Array');
        expect(() => toWire({ score: NaN })).toThrow('Property "score" holds NaN');
        expect(() => fromWire({ ns: '1.5' })).toThrow('Property "ns" holds "1.5"');
    });

    it('does not change what it is given', () => {
        const value = Object.freeze({ ns: 1n, list: Object.freeze([Object.freeze({ endNs: 2n })]) });
        expect(journey(value)).toEqual(value);
    });
});
