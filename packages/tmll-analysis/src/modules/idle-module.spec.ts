import { TestOutput, TspServer } from '../test-support/tsp-server';
import { TmllClient } from '../trace/tmll-client';
import { BehaviourClustering } from './behaviour-clustering';
import { IdleResourceDetection } from './idle-resource-detection';

const START = 1_448_652_394_359_148_425n;
const STEP = 10_000_000n;

let server: TspServer;

beforeEach(async () => {
    server = await new TspServer().listen();
    server.end = START + 400n * STEP;
});
afterEach(() => server.close());

/** Three series that are low from step 100 to 200, and one of another output. */
function outputs(): TestOutput[] {
    const value =
        (factor: number) =>
        (ns: bigint): number => {
            const step = Number((ns - START) / STEP);
            return factor * (step >= 100 && step < 200 ? 1 : 50 + (step % 3));
        };
    const entries = ['a', 'b', 'c'].map((label, index) => ({
        id: index + 2,
        parentId: 1,
        labels: [label],
        unit: '%',
        value: value(1 + index / 10)
    }));
    const host = { id: 1, labels: ['host'], hasData: false };
    return [
        { id: 'cpu', name: 'CPU Usage', entries: [host, ...entries] },
        { id: 'rate', name: 'Event Rate', entries: [host, { ...entries[0], value: () => 3 }] }
    ];
}

async function experiment(): ReturnType<TmllClient['createExperiment']> {
    server.outputs = outputs();
    return new TmllClient({ baseUrl: server.url }).createExperiment([{ path: '/traces/shop', name: 'shop' }]);
}

describe('IdleResourceDetection', () => {
    it('finds what rests among CPU, memory and disk, and explains it from one call', async () => {
        const detection = new IdleResourceDetection({ experiment: await experiment(), resampleFreq: '10ms' });
        const result = await detection.analyzeIdleResources({ idleTime: '500ms' });
        expect(result.provenance.series).toHaveLength(3);
        expect(result.data.resources[0].periods).toEqual([
            { startNs: START + 100n * STEP, endNs: START + 200n * STEP }
        ]);
        expect(result.data.scheduling).toBeUndefined();
        expect(await detection.analyzeCpuScheduling()).toBeUndefined();
        expect(result.findings[0]).toMatchObject({ kind: 'idle-resource', startNs: START + 100n * STEP });
        expect(detection.plotResourceUtilization(result)).toHaveLength(3);
        expect(detection.interpret(result).sections.length).toBeGreaterThan(3);
    });
});

describe('BehaviourClustering', () => {
    it('finds groups and phases, says how to find them again, draws and explains them', async () => {
        const clustering = new BehaviourClustering({ experiment: await experiment(), resampleFreq: '10ms' });
        const result = await clustering.findBehaviours();
        expect(result.provenance.command).toBe('tmll cluster /traces/shop --method kmeans --resample 10ms');
        expect(result.data.phases?.phases.map(({ kind }) => kind)).toEqual([0, 1, 0]);
        expect(result.data.groups?.groups).toHaveLength(1);
        expect(result.data.groups?.constant.map(({ name }) => name)).toEqual(['Event Rate → host → a']);
        expect(clustering.plotBehaviours(result)).toHaveLength(2);
        expect(clustering.interpret(result).title).toBe('Behaviour Clustering Results');
    });
});
