import { TestEntry, TestOutput, TspServer } from '../test-support/tsp-server';
import { TmllClient } from '../trace/tmll-client';
import { CapacityPlanning } from './capacity-planning';

const START = 1_448_652_394_359_148_425n;
const STEP = 10_000_000n;
const MIB = 2 ** 20;

let server: TspServer;

beforeEach(async () => {
    server = await new TspServer().listen();
    server.end = START + 200n * STEP;
});
afterEach(() => server.close());

function output(name: string, unit: string, value: (step: number) => number): TestOutput {
    const entry: TestEntry = {
        id: 2,
        parentId: 1,
        labels: ['total'],
        unit,
        value: ns => value(Number((ns - START) / STEP))
    };
    return { id: name.toLowerCase(), name, entries: [{ id: 1, labels: ['host'], hasData: false }, entry] };
}

describe('CapacityPlanning', () => {
    it('looks at resources, forecasts them, and says when their limits are exceeded', async () => {
        server.outputs = [
            output('Event Rate', 'events/s', () => 5),
            output('CPU Usage', '%', step => 20 + (step % 3)),
            output('Memory Usage', 'B', step => step * MIB)
        ];
        const experiment = await new TmllClient({ baseUrl: server.url }).createExperiment([
            { path: '/traces/shop', name: 'shop' }
        ]);
        const planning = new CapacityPlanning({ experiment, resampleFreq: '10ms' });
        const result = await planning.forecastCapacity({ memoryThreshold: 230 });
        expect(result.provenance.series).toEqual(['CPU Usage/host/total', 'Memory Usage/host/total']);
        expect(result.findings).toHaveLength(1);
        expect(result.findings[0].sentence).toContain('exceed the limit of 230 MiB');
        expect(result.findings[0].startNs).toBeGreaterThan(server.end);
        expect(planning.plotCapacityForecast(result)).toHaveLength(2);
        expect(planning.interpret(result).title).toBe('Capacity Planning Analysis Results');
    });

    it('forecasts alone what is the only one of its kind, and says so', async () => {
        server.outputs = [output('CPU Usage', '%', step => 20 + (step % 3))];
        const experiment = await new TmllClient({ baseUrl: server.url }).createExperiment([
            { path: '/traces/shop', name: 'shop' }
        ]);
        const planning = new CapacityPlanning({ experiment, resampleFreq: '10ms' });
        const { provenance } = await planning.forecastCapacity({ method: 'var' });
        expect(provenance.warnings).toEqual(['1 series were forecast alone: too short, or the only one of a kind.']);
    });
});
