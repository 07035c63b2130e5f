import { SeededRandom } from '../statistics/seeded-random';
import { TestEntry, TspServer } from '../test-support/tsp-server';
import { TmllClient } from '../trace/tmll-client';
import { ChangePointAnalysis } from './change-point-analysis';

const START = 1_448_652_394_359_148_425n;
const STEP = 10_000_000n;

let server: TspServer;

beforeEach(async () => {
    server = await new TspServer().listen();
    server.end = START + 400n * STEP;
});
afterEach(() => server.close());

/** 20 % before step 250, then 70 %, with noise. */
function entry(id: number, label: string): TestEntry {
    const random = new SeededRandom(id);
    const noise = Float64Array.from({ length: 500 }, () => random.gaussian());
    const value = (ns: bigint): number => {
        const step = Number((ns - START) / STEP);
        return noise[step] + (step < 250 ? 20 : 70);
    };
    return { id, parentId: 1, labels: [label], unit: '%', value };
}

describe('ChangePointAnalysis', () => {
    it('finds changes alone and together, says how to find them again, draws and explains them', async () => {
        const entries = [{ id: 1, labels: ['host'], hasData: false }, entry(2, 'a'), entry(3, 'b')];
        server.outputs = [{ id: 'cpu', name: 'CPU', entries }];
        const client = new TmllClient({ baseUrl: server.url });
        const experiment = await client.createExperiment([{ path: '/traces/shop', name: 'shop' }]);
        const outputs = experiment.findOutputs({ keyword: 'cpu' });
        const analysis = new ChangePointAnalysis({ client, experiment, outputs, resampleFreq: '10ms' });
        const result = await analysis.getChangePoints();
        expect(result.provenance.command).toBe(
            'tmll changepoints /traces/shop --output cpu --method voting --resample 10ms'
        );
        expect(result.data.series.map(({ changes }) => changes.map(({ ns }) => ns))).toEqual([
            [START + 250n * STEP],
            [START + 250n * STEP]
        ]);
        expect(result.findings.map(({ kind, series }) => [kind, series?.path[2]])).toEqual([
            ['change-point', undefined],
            ['change-point', 'a'],
            ['change-point', 'b']
        ]);
        expect(analysis.plotChangePoints(result)).toHaveLength(3);
        expect(analysis.interpret(result).sections.length).toBeGreaterThan(2);
        await expect(analysis.getChangePoints({ minimumSize: 0 })).rejects.toThrow('"minimumSize" is 0');
    });

    it('does not take an empty list of outputs for all', async () => {
        server.outputs = [];
        const client = new TmllClient({ baseUrl: server.url });
        const experiment = await client.createExperiment([{ path: '/traces/shop', name: 'shop' }]);
        expect(() => new ChangePointAnalysis({ experiment, outputs: [] })).toThrow('There is no output to look at');
    });
});
