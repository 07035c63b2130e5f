import { SeededRandom } from 'tmll-analysis/algorithms';
import { vusPr } from './vus-pr';

interface Case {
    readonly length: number;
    /** First and last labelled index, both inclusive. */
    readonly stretches: readonly (readonly [number, number])[];
    readonly buffer: number;
    readonly seed: number;
    /** Added to the score of points that lie 5 after a labelled one. */
    readonly boost: number;
    /** As TSB-AD's `generate_curve(labels, score, buffer, 'opt', 250)` computes it. */
    readonly expected: number;
}

const CASES: readonly Case[] = [
    { length: 300, stretches: [[100, 129]], buffer: 20, seed: 1, boost: 0.5, expected: 0.580244398658387 },
    {
        length: 1000,
        stretches: [
            [0, 40],
            [60, 70],
            [980, 999]
        ],
        buffer: 33,
        seed: 2,
        boost: 0.3,
        expected: 0.42590587930885426
    },
    {
        length: 500,
        stretches: [
            [200, 200],
            [203, 203]
        ],
        buffer: 9,
        seed: 3,
        boost: 0.8,
        expected: 0.19848606514125128
    },
    {
        length: 400,
        stretches: [
            [10, 30],
            [100, 150],
            [300, 310]
        ],
        buffer: 125,
        seed: 4,
        boost: 0,
        expected: 0.5547357962047497
    },
    { length: 260, stretches: [[50, 70]], buffer: 0, seed: 5, boost: 0.4, expected: 0.3096929565702352 }
];

function labelsOf({ length, stretches }: Case): Uint8Array {
    const labels = new Uint8Array(length);
    stretches.forEach(([first, last]) => labels.fill(1, first, last + 1));
    return labels;
}

/** Uniform noise, higher behind labels, with two digits, so that many are equal. */
function scoresOf(each: Case): Float64Array {
    const random = new SeededRandom(each.seed);
    const labels = labelsOf(each);
    return Float64Array.from(labels, (_, index) => {
        const label = labels[(index - 5 + each.length) % each.length];
        return Math.round((random.uniform() + each.boost * label) * 100) / 100;
    });
}

describe('vusPr', () => {
    it.each(CASES)('equals TSB-AD: seed $seed', each => {
        expect(vusPr(scoresOf(each), labelsOf(each), each.buffer)).toBeCloseTo(each.expected, 9);
    });

    it('is the same for scores that rise with these', () => {
        const scores = scoresOf(CASES[0]);
        const labels = labelsOf(CASES[0]);
        const squeezed = scores.map(score => score / (1 + score));
        expect(vusPr(squeezed, labels, 20)).toBe(vusPr(scores, labels, 20));
    });

    it('is 1 for a score that is the label and no tolerance, and the share of labels for a constant one', () => {
        const labels = labelsOf(CASES[0]);
        expect(vusPr(Float64Array.from(labels), labels, 0)).toBeCloseTo(1, 10);
        expect(vusPr(new Float64Array(300), labels, 0)).toBeCloseTo(0.1, 10);
    });
});
