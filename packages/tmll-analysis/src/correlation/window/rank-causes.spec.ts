import { SeededRandom } from '../../statistics/seeded-random';
import { Candidate, rankCauses } from './rank-causes';

const BASELINE = { from: 0, to: 80 };
const WINDOW = { from: 80, to: 100 };
const random = new SeededRandom(23);

function candidate(path: readonly string[], change: number, rest: Partial<Candidate> = {}): Candidate {
    return {
        id: path.join('/'),
        name: path.join(' → '),
        path,
        outputId: path[0],
        unit: '%',
        weight: 1,
        addsUp: true,
        values: Float64Array.from({ length: WINDOW.to }, (_, bin) => 10 + random.gaussian() + (bin >= 80 ? change : 0)),
        ...rest
    };
}

const rank = (candidates: readonly Candidate[]): string[] =>
    rankCauses(candidates, WINDOW, BASELINE).causes.map(({ subject }) => subject);

describe('rankCauses', () => {
    it('puts what makes most of the change of its output first', () => {
        const threads = [5, 40, -15, 0].map((change, index) =>
            candidate(['CPU', `t${index}`], change, { subject: `t${index}` })
        );
        expect(rank(threads)).toEqual(['t1', 't2', 't0']);
    });

    it('tells a total with the thread that makes half of it, or alone', () => {
        const total = candidate(['CPU'], 45, { weight: 0.5 });
        const main = candidate(['CPU', 'burn'], 40, { subject: 'burn' });
        const causes = rankCauses([total, main], WINDOW, BASELINE).causes;
        expect(causes.map(({ subject, changes }) => [subject, changes.length])).toEqual([['burn', 2]]);
        expect(causes[0].changes[0].candidate).toBe(1);
        const many = Array.from({ length: 6 }, (_, index) =>
            candidate(['CPU', `t${index}`], 8, { subject: `t${index}` })
        );
        expect(rank([candidate(['CPU'], 48), ...many])[0]).toBe('CPU');
    });

    it('tells a sum of another output with the thread that makes it', () => {
        const disk = candidate(['Disk', 'sda', 'write'], 50, { sumOf: 'writes', weight: 0.7 });
        const writer = candidate(['writes', 'io'], 48, { subject: 'io' });
        expect(rank([disk, writer])).toEqual(['io']);
    });

    it('puts all that a thread changed together, and aspects of one thing', () => {
        const causes = rankCauses(
            [
                candidate(['CPU', 'io'], 20, { subject: 'io' }),
                candidate(['Disk', 'io'], 40, { subject: 'io' }),
                candidate(['Pairs', 'rq', 'latency'], 30, { addsUp: false, weight: 0.5 }),
                candidate(['Pairs', 'rq', 'max latency'], 30, { addsUp: false, weight: 0.5 })
            ],
            WINDOW,
            BASELINE
        ).causes;
        expect(causes.map(({ isThread, changes }) => [isThread, changes.length])).toEqual([
            [true, 2],
            [false, 2]
        ]);
    });

    it('corrects p-values for all that were compared, and finds hardly anything where nothing changed', () => {
        const quiet = Array.from({ length: 500 }, (_, index) => candidate(['CPU', `t${index}`], 0));
        const { causes, tested } = rankCauses(quiet, WINDOW, BASELINE);
        expect(tested).toBe(500);
        expect(causes.length).toBeLessThanOrEqual(40);
        const sure = causes.filter(({ changes: [change] }) => change.adjustedPValue <= 0.05);
        expect(sure.length).toBeLessThanOrEqual(1);
    });

    it('answers for nothing', () => {
        expect(rankCauses([], WINDOW, BASELINE)).toEqual({ causes: [], tested: 0 });
    });
});
