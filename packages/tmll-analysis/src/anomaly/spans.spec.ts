import { Detection } from './detection';
import { spansOf } from './spans';

/** A detection that expects 0 and flags beyond ±threshold, as written: `#` flagged, `+` half way, `.` usual, `?` missing. */
function picture(text: string, memory = 0): [Float64Array, Detection] {
    const levels: Record<string, number> = { '#': 4, '+': 2, '.': 0, '?': NaN, v: -4, '-': -2 };
    const values = Float64Array.from(text, sign => levels[sign]);
    const column = (content: number): Float64Array => new Float64Array(values.length).fill(content);
    const detection = {
        score: values.map(Math.abs),
        expected: column(0),
        low: column(-3),
        high: column(3),
        flags: Uint8Array.from(values, value => (Math.abs(value) > 3 ? 1 : 0)),
        threshold: 3,
        support: 100,
        memory
    };
    return [values, detection];
}

const spans = (text: string): string[] =>
    spansOf(...picture(text)).map(({ first, last, standing }) => `${first}-${last}:${standing}`);

describe('spansOf', () => {
    it('makes a span of one of a single outlier', () => {
        expect(spans('..#...v')).toEqual(['2-2:1', '6-6:1']);
    });

    it('makes one span of a long outage', () => {
        expect(spans('..' + 'v'.repeat(500) + '..')).toEqual(['2-501:500']);
    });

    it('bridges a gap that still leans the same way and is no longer than what was flagged before', () => {
        expect(spans('##++#')).toEqual(['0-4:3']);
        expect(spans('##+++#')).toEqual(['0-1:2', '5-5:1']);
        expect(spans('#+#++#')).toEqual(['0-5:3']);
    });

    it('bridges regardless of sides, and counts scores from the baseline, where shapes are judged', () => {
        const shape = (text: string): Detection => ({ ...picture(text)[1], judges: 'shape' });
        expect(spansOf(picture('##-+v')[0], shape('##-+v'))).toHaveLength(1);
        expect(spansOf(picture('##.+#')[0], shape('##.+#'))).toHaveLength(2);
        expect(spansOf(picture('##++#')[0], { ...shape('##++#'), baseline: 2 })).toHaveLength(2);
    });

    it('does not bridge usual points nor points on the other side', () => {
        expect(spans('##.#')).toEqual(['0-1:2', '3-3:1']);
        expect(spans('##-##')).toEqual(['0-1:2', '3-4:2']);
        expect(spans('##+vv')).toEqual(['0-1:2', '3-4:2']);
    });

    it('bridges missing points', () => {
        expect(spans('###??##')).toEqual(['0-6:5']);
        expect(spans('#???#')).toEqual(['0-0:1', '4-4:1']);
        expect(spans('##?v')).toEqual(['0-1:2', '3-3:1']);
    });

    it('ends with a flagged point', () => {
        expect(spans('###++')).toEqual(['0-2:3']);
        expect(spans('###??')).toEqual(['0-2:3']);
    });

    it('joins flagged points that follow each other on both sides', () => {
        expect(spans('.#v#v.')).toEqual(['1-4:4']);
    });

    it('holds on beyond the band that the span began with, for as long as the detector remembers', () => {
        const [values, detection] = picture('.' + 'v'.repeat(20) + '...', 8);
        detection.flags.fill(0);
        detection.flags[1] = 1;
        expect(spansOf(values, detection)).toEqual([{ first: 1, last: 9, standing: 1 }]);
        expect(spansOf(values, { ...detection, memory: 100 })).toEqual([{ first: 1, last: 20, standing: 1 }]);
        expect(spansOf(values, { ...detection, memory: 0 })).toEqual([{ first: 1, last: 1, standing: 1 }]);
    });

    it('takes the way back from a held level for an anomaly of its own', () => {
        const [values, detection] = picture('.vvv#..', 8);
        detection.flags.set([0, 1, 0, 0, 1, 0, 0]);
        expect(spansOf(values, detection)).toEqual([
            { first: 1, last: 3, standing: 1 },
            { first: 4, last: 4, standing: 1 }
        ]);
    });

    it('is empty where nothing is flagged', () => {
        expect(spans('')).toEqual([]);
        expect(spans('..++??..')).toEqual([]);
    });
});
