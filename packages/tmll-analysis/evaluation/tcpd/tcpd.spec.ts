import { DEFAULT_CHANGE_POINT_PARAMETERS, segment } from 'tmll-analysis/algorithms';
import { referenceFolder } from '../reference-folder';
import { loadTcpdSeries } from './tcpd-series';
import { tcpdScore } from './tcpd-score';

describe('the score of TCPDBench', () => {
    it('is 1 for what all agree on', () => {
        expect(tcpdScore([[40], [40]], [40], 100)).toEqual({ f1: 1, cover: 1 });
        expect(tcpdScore([[], []], [], 100)).toEqual({ f1: 1, cover: 1 });
    });

    // By hand: the start and one of one changes match; one of two people has no mark.
    it('takes the union of marks for precision and each person for recall', () => {
        const { f1, cover } = tcpdScore([[50], []], [53], 100);
        expect(f1).toBeCloseTo(1, 12);
        expect(cover).toBeCloseTo((0.5 * (50 / 53) + 0.5 * (47 / 50) + 0.53) / 2, 12);
        expect(tcpdScore([[50], []], [56], 100).f1).toBeCloseTo((2 * 0.5 * 0.75) / 1.25, 12);
    });

    it('lets a change count for one mark only', () => {
        expect(tcpdScore([[50, 52]], [51], 100).f1).toBeCloseTo((2 * 1 * (2 / 3)) / (1 + 2 / 3), 12);
    });
});

const folder = referenceFolder('tcpd');
if (folder === undefined) {
    process.stderr.write('No reference data tcpd: tests on it are skipped; set TMLL_SHARED.\n');
}

(folder === undefined ? describe.skip : describe)('change points of the Turing data set, with the defaults', () => {
    const all = loadTcpdSeries(folder ?? '');
    const mean = (changesOf: (dimensions: readonly Float64Array[]) => readonly number[]): Record<string, number> => {
        const scores = all.map(({ dimensions, annotations }) =>
            tcpdScore(annotations, changesOf(dimensions), dimensions[0].length)
        );
        const of = (score: 'f1' | 'cover'): number =>
            scores.reduce((sum, each) => sum + each[score], 0) / scores.length;
        return { f1: of('f1'), cover: of('cover') };
    };

    it('score .696 and .608 when there are none, as published', () => {
        const { f1, cover } = mean(() => []);
        expect(f1).toBeCloseTo(0.696, 3);
        expect(cover).toBeCloseTo(0.608, 3);
    });

    it('reach an F1 of .78 and a cover of .75', () => {
        const { cost, search, minimumSize, penaltyFactor } = DEFAULT_CHANGE_POINT_PARAMETERS;
        const options = { cost, search, minimumSize, penaltyFactor, count: 0 };
        const { f1, cover } = mean(dimensions => segment(dimensions, options).changes);
        expect(f1).toBeGreaterThan(0.78);
        expect(cover).toBeGreaterThan(0.75);
    });
});
