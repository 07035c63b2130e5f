import { AnalysisResult } from 'tmll-analysis/algorithms';
import { QueryParameters } from '../outputs/query-parameters';
import { clusterOutputs } from './cluster/cluster-outputs';
import { forecastOutputs } from './forecast/forecast-outputs';
import { idleOutputs } from './idle/idle-outputs';
import { ModuleOutputs } from './module-outputs';

const START = 1_700_000_000_000_000_001n;
const range = { startNs: START, endNs: START + 999n };
const series = (name: string): object => ({ outputId: 'o', path: ['Host', name] });
/** What an output answers, with everything in it as JSON has it. */
function ask(outputs: ModuleOutputs<never>, view: string, question: string, data: object, count = 5): never {
    const { answers } = outputs.views.find(({ id }) => id === view) ?? { answers: {} };
    const result = { data, findings: [], provenance: { range } } as unknown as AnalysisResult<never>;
    const time = `{"start":${START},"end":${START + 1000n},"nbTimes":${count}}`;
    return (answers as Record<string, (of: AnalysisResult<never>, by: QueryParameters) => never>)[question](
        result,
        QueryParameters.of(Buffer.from(`{"parameters":{"requested_timerange":${time}}}`))
    );
}

describe('the outputs of clusters', () => {
    const phase = (kind: number, from: bigint, to: bigint): object => ({
        kind,
        startNs: START + from,
        endNs: START + to
    });
    const data = {
        groups: {
            groups: [
                {
                    members: [{ series: series('cpu') }, { series: series('disk') }],
                    curve: { originNs: START, times: Float64Array.of(0, 999), values: Float64Array.of(-1, 2) }
                }
            ],
            alone: [{ series: series('net') }],
            constant: []
        },
        phases: {
            kinds: [
                { name: 'A', share: 0.6, means: [], foremost: [1] },
                { name: 'B', share: 0.4, means: [], foremost: [] }
            ],
            phases: [phase(0, 0n, 298n), phase(1, 300n, 698n), phase(0, 700n, 999n)],
            series: [{ name: 'cpu' }, { name: 'disk' }]
        }
    };

    it('show phases one after the other without a gap, a look for each kind', () => {
        const { rows } = ask(clusterOutputs as never, 'phases', 'states', data) as {
            rows: { states: { start: bigint; end: bigint; label: string; style: { parentKey: string } }[] }[];
        };
        expect(rows[0].states.map(({ start, end, label }) => [start - START, end - START, label])).toEqual([
            [0n, 300n, 'A'],
            [300n, 700n, 'B'],
            [700n, 1000n, 'A']
        ]);
        const [first, second, third] = rows[0].states.map(({ style }) => style.parentKey);
        expect([first === third, first === second]).toEqual([true, false]);
    });

    it('list who belongs together, and who to nobody', () => {
        const { entries } = ask(clusterOutputs as never, 'members', 'tree', data) as {
            entries: { labels: string[]; parentId: number }[];
        };
        expect(entries.map(({ labels, parentId }) => [labels[0], parentId])).toEqual([
            ['Group 1 (2 series)', -1],
            ['Host/cpu', 1],
            ['Host/disk', 1],
            ['Like no others: 1', -1],
            ['Host/net', 4]
        ]);
    });

    it('are empty when there is nothing to group', () => {
        expect(ask(clusterOutputs as never, 'phases', 'states', {})).toEqual({ rows: [] });
        expect(ask(clusterOutputs as never, 'groups', 'xy', {})).toMatchObject({ series: [] });
        expect(ask(clusterOutputs as never, 'members', 'tree', {})).toMatchObject({ entries: [] });
    });
});

describe('the outputs of idle resources', () => {
    it('show each period to its last ns, and how busy a CPU was at the end of each slice', () => {
        const data = {
            resources: [
                {
                    ...{ series: series('cpu'), unit: '%', threshold: 5, idleShare: 0.1 },
                    periods: [{ startNs: START + 100n, endNs: START + 199n }]
                }
            ],
            scheduling: {
                ...{ utilization: 0.5, tasks: [{ name: 'nginx (7)', ns: 500n, share: 0.5 }] },
                cpus: [
                    {
                        ...{ cpu: 3, utilization: 0.5, busyNs: 500n, tasks: [] },
                        sliceValues: Float64Array.of(1, 0)
                    }
                ]
            }
        };
        const { rows } = ask(idleOutputs as never, 'idle-periods', 'states', data, 1000) as {
            rows: { states: { start: bigint; end: bigint }[] }[];
        };
        expect(rows[0].states.map(({ start, end }) => [start - START, end - START])).toEqual([[100n, 200n]]);
        const { series: lines } = ask(idleOutputs as never, 'cpus', 'xy', data) as {
            series: { seriesName: string; yValues: { text: string } }[];
        };
        expect(lines[0].seriesName).toBe('CPU 3');
        expect(JSON.parse(lines[0].yValues.text)).toEqual([100, 100, 100, 0, 0]);
        const { entries } = ask(idleOutputs as never, 'tasks', 'tree', data) as { entries: { labels: string[] }[] };
        expect(entries.map(({ labels }) => labels.slice(0, 2))).toEqual([
            ['All CPUs', '50.0 %'],
            ['nginx (7)', '50.0 %'],
            ['CPU 3', '50.0 %']
        ]);
    });
});

describe('the outputs of forecasts', () => {
    const resource = (name: string, threshold: number, times: number[], means: number[]): object => ({
        ...{ series: series(name), unit: 'B', current: 40, threshold, risk: 0.9 },
        history: { originNs: START, times: Float64Array.of(0, 900), values: Float64Array.of(20, 40) },
        forecast: {
            originNs: START + 900n,
            times: Float64Array.from(times),
            meanValues: Float64Array.from(means),
            lowValues: Float64Array.from(means, value => value - 10),
            highValues: Float64Array.from(means, value => value + 10)
        },
        violations: [{ startNs: START + 1000n, endNs: START + 1100n, peak: 60, probability: 0.9, isSustained: true }]
    });
    const data = {
        resources: [
            resource('memory', 50, [100, 200], [45, 60]),
            resource('disk', 200, [50, 100, 150, 200], [20, 40, 60, 80]),
            resource('nothing', 0, [100], [1])
        ]
    };

    it('draw all resources in percent of their limits on the axis of the finest', () => {
        const { series: lines } = ask(forecastOutputs as never, 'forecast', 'xy', data) as {
            series: { seriesName: string; xRanges: { start: bigint; end: bigint }[]; yValues: { text: string } }[];
        };
        const of = (name: string): number[] =>
            JSON.parse(lines.find(({ seriesName }) => seriesName === name)?.yValues.text ?? '[]') as number[];
        expect(lines).toHaveLength(6);
        expect(lines[0].xRanges.map(({ start, end }) => [start, end])).toEqual([
            [0n, 49n],
            [50n, 99n],
            [100n, 149n],
            [150n, 199n]
        ]);
        expect(of('Host/disk/forecast')).toEqual([10, 20, 30, 40]);
        expect(of('Host/memory/forecast')).toEqual([90, 90, 120, 120]);
        expect(of('Host/memory/at most')).toEqual([110, 110, 140, 140]);
    });

    it('tell when limits are going to be exceeded, counted from the last value', () => {
        const { entries } = ask(forecastOutputs as never, 'outlook', 'tree', data) as {
            entries: { labels: string[] }[];
        };
        expect(entries[0].labels).toEqual(['Host/memory', '40 B', '50 B', '90 %', '']);
        expect(entries[1].labels).toEqual(['exceeded for long', '60 B', '', '90 %', '100 ns']);
    });

    it('are empty without resources', () => {
        expect(ask(forecastOutputs as never, 'forecast', 'xy', { resources: [] })).toMatchObject({ series: [] });
    });
});
