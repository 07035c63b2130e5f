import { type Entry, type ExperimentAnswer, type Series, TestClient } from './test-support/client';
import { describeShared, shared, sharedJson } from './test-support/shared';

const CPU_USAGE = 'org.eclipse.tracecompass.analysis.os.linux.core.cpuusage.CpuUsageDataProvider';
const DISK_IO = 'org.eclipse.tracecompass.analysis.os.linux.core.inputoutput.DisksIODataProvider';
const MEMORY = 'org.eclipse.tracecompass.lttng2.ust.core.analysis.memory.UstMemoryUsageDataProvider';
const EVENT_RATE = 'tmll.event-rate';
const EVENT_FIELDS = 'tmll.event-fields';
const PAIRED_EVENTS = 'tmll.paired-events';
const NS_PER_SECOND = 1e9;

interface Oracle {
    readonly counts: Readonly<Record<string, number>>;
    readonly clock: { readonly offset_s: number; readonly offset_cycles: number };
}

let client: TestClient;
beforeAll(async () => {
    client = await TestClient.start();
});
afterAll(() => client.server.close());

const open = (name: string): Promise<ExperimentAnswer> => client.open(shared('traces', name, 'trace'), name);

/** The entries with data, by their labels below the trace's own. */
async function leaves(experiment: ExperimentAnswer, output: string): Promise<Map<string, Entry>> {
    const entries = await client.tree(experiment, output);
    const pathOf = ({ parentId, labels }: Entry): string[] => {
        const parent = entries.find(({ id }) => id === parentId);
        return parent ? [...pathOf(parent), labels[0]] : [];
    };
    return new Map(entries.filter(({ hasData }) => hasData).map(entry => [pathOf(entry).join('/'), entry]));
}

const evenly = ({ start, end }: { start: bigint; end: bigint }, nbTimes: number) => ({
    requested_timerange: { start, end, nbTimes }
});

describeShared('w-kernel-ust', ['traces/w-kernel-ust'], () => {
    it('has the CPU time that the threads measured (oracle: their CPU clocks)', async () => {
        interface Truth {
            readonly cpu_samples: readonly number[][];
            readonly tids: Readonly<Record<string, number>>;
        }
        const { cpu_samples: samples, tids } = sharedJson<Truth>('traces/w-kernel-ust/truth.json');
        const { clock } = sharedJson<Oracle>('traces/w-kernel-ust/oracle.json');
        const offset = BigInt(clock.offset_s) * 1_000_000_000n + BigInt(clock.offset_cycles);
        const experiment = await open('w-kernel-ust');
        const entries = await client.tree(experiment, CPU_USAGE);
        const times = samples.map(([monotonic]) => BigInt(monotonic) + offset);
        // The clocks leave out what interrupts and the hypervisor took, and 87 switches are missing in the trace.
        const tolerances = { 'tl-burn': 0.03, 'tl-io': 0.3, 'tl-front': 0.2, 'tl-mem': 0.2 };
        for (const [column, [thread, tolerance]] of Object.entries(tolerances).entries()) {
            const entry = entries.find(({ labels }) => labels[1] === String(tids[thread]));
            expect(entry?.labels[0]).toBe(thread);
            const [series] = await client.series(experiment, CPU_USAGE, {
                requested_times: times,
                requested_items: [entry?.id ?? -1]
            });
            const ours = series.yValues
                .slice(1)
                .reduce((sum, percent, index) => sum + (percent / 100) * Number(times[index + 1] - times[index]), 0);
            const truth = (samples.at(-1)?.[column + 1] ?? 0) - samples[0][column + 1];
            expect(Math.abs(ours / truth - 1)).toBeLessThan(tolerance);
        }
    });

    it('has every byte that was written to disk (oracle: the program, and babeltrace2 for other tasks)', async () => {
        interface Truth {
            readonly disk_write_bytes: Readonly<Record<string, number>>;
        }
        const truth = sharedJson<Truth>('traces/w-kernel-ust/truth.json').disk_write_bytes;
        const byOtherTasks = 1_470_464;
        const experiment = await open('w-kernel-ust');
        const entry = (await leaves(experiment, DISK_IO)).get('254,0/write');
        const [{ xValues, yValues }] = await client.series(experiment, DISK_IO, {
            ...evenly(experiment, 1000),
            requested_items: [entry?.id ?? -1]
        });
        const written = integral(xValues, yValues);
        expect(written).toBeCloseTo(truth['tl-io'] + truth['tl-front'] + byOtherTasks, -1);
    });
});

describeShared('b-leak-steady', ['traces/b-leak-steady'], () => {
    it('ends with the memory that the program had not freed, and the little of the tracer', async () => {
        const { end_live_bytes: live } = sharedJson<{ end_live_bytes: number }>('traces/b-leak-steady/truth.json');
        const experiment = await open('b-leak-steady');
        const entry = (await leaves(experiment, MEMORY)).get('b_leak');
        const [{ yValues }] = await client.series(experiment, MEMORY, {
            ...evenly(experiment, 100),
            requested_items: [entry?.id ?? -1]
        });
        const over = (yValues.at(-1) ?? 0) - live;
        expect(over).toBeGreaterThanOrEqual(0);
        expect(over).toBeLessThanOrEqual(256);
    });

    it('follows the memory that the program counted while it ran', async () => {
        interface Truth {
            readonly live_samples: readonly number[][];
        }
        const { live_samples: samples } = sharedJson<Truth>('traces/b-leak-steady/truth.json');
        const { clock } = sharedJson<Oracle>('traces/b-leak-steady/oracle.json');
        const offset = BigInt(clock.offset_s) * 1_000_000_000n + BigInt(clock.offset_cycles);
        const experiment = await open('b-leak-steady');
        const entry = (await leaves(experiment, MEMORY)).get('b_leak');
        const [{ yValues }] = await client.series(experiment, MEMORY, {
            requested_times: samples.map(([monotonic]) => BigInt(monotonic) + offset),
            requested_items: [entry?.id ?? -1]
        });
        // Beside its blocks there are those of the C library (buffers of files), allocated once.
        const extra = yValues.map((bytes, index) => bytes - samples[index][1]);
        expect(Math.max(...extra) - Math.min(...extra)).toBeLessThan(8192);
        expect(Math.min(...extra)).toBeGreaterThanOrEqual(0);
    });
});

describeShared('g-periodic', ['traces/g-periodic'], () => {
    it('has the rate of every event type (oracle: babeltrace2 counts)', async () => {
        const { counts } = sharedJson<Oracle>('traces/g-periodic/oracle.json');
        const experiment = await open('g-periodic');
        const entries = await leaves(experiment, EVENT_RATE);
        const types = [...entries].map(([path, entry]) => ({ type: path.split('/').at(-1) ?? '', entry }));
        expect(types.map(({ type }) => type)).toEqual(expect.arrayContaining(Object.keys(counts)));
        for (const [type, count] of Object.entries(counts)) {
            const entry = types.find(candidate => candidate.type === type)?.entry;
            // From one ns before the first event on, so that no event lies outside of the bins.
            const { start, end } = experiment;
            const [{ xValues, yValues }] = await client.series(experiment, EVENT_RATE, {
                ...evenly({ start: start - 1n, end }, 500),
                requested_items: [entry?.id ?? -1]
            });
            const first = type === 'lttng_ust_statedump:start' ? 1 : 0;
            // A timer's events are spread over the time since the tick before: of one tick a part may lie outside the trace.
            const tolerance = type === 'shop:gauge' ? 2 : 0.0005;
            expect(Math.abs(integral(xValues, yValues) - (count - first))).toBeLessThan(tolerance);
        }
    });

    it('has one series for each gauge', async () => {
        const entries = await leaves(await open('g-periodic'), EVENT_FIELDS);
        const gauges = [...entries.keys()].filter(path => path.startsWith('shop:gauge/'));
        expect(gauges.sort()).toEqual(['shop:gauge/queue_depth', 'shop:gauge/temp']);
    });

    it('pairs every request with its end, by its id (oracle: the program)', async () => {
        const { own_events: counts } = sharedJson<{ own_events: Record<string, number> }>(
            'traces/g-periodic/truth.json'
        );
        const { entries } = await client.model<{ entries: Entry[] }>(
            await open('g-periodic'),
            `data/${PAIRED_EVENTS}.statistics/tree`,
            {}
        );
        const labels = entries.find(entry => entry.labels[0] === 'shop:request')?.labels ?? [];
        expect([labels[5], ...labels.slice(-2)]).toEqual([String(counts['shop:request_end']), '0', 'id, process']);
    });

    it('has clearly higher latency where the program was slow (oracle: its marks)', async () => {
        interface Truth {
            readonly marks: readonly [number, number, string][];
        }
        const { marks } = sharedJson<Truth>('traces/g-periodic/truth.json');
        const { clock } = sharedJson<Oracle>('traces/g-periodic/oracle.json');
        const experiment = await open('g-periodic');
        const offset = Number(BigInt(clock.offset_s) * 1_000_000_000n + BigInt(clock.offset_cycles) - experiment.start);
        const slow = marks.filter(([, , what]) => what === 'slow');
        const entry = (await leaves(experiment, PAIRED_EVENTS)).get('shop:request/latency');
        const [{ xValues, yValues }] = await client.series(experiment, PAIRED_EVENTS, {
            ...evenly(experiment, 300),
            requested_items: [entry?.id ?? -1]
        });
        const [bin, slowest] = [100e6, 100e6];
        const during: number[] = [];
        const usual: number[] = [];
        xValues.forEach((time, index) => {
            const sinceStart = Number(BigInt(time) - experiment.start);
            // Slow requests end up to 100 ms after the mark, and begin to be alone among those that end as long after its start.
            if (slow.some(([from, to]) => sinceStart - bin - slowest > from + offset && sinceStart < to + offset)) {
                during.push(yValues[index]);
            } else if (
                slow.every(([from, to]) => sinceStart < from + offset || sinceStart > to + offset + bin + slowest)
            ) {
                usual.push(yValues[index]);
            }
        });
        expect(during.length).toBeGreaterThanOrEqual(6);
        expect(Math.min(...during)).toBeGreaterThan(3 * Math.max(...usual));
    });
});

describeShared('i-correlate', ['traces/i-correlate'], () => {
    it('has the series of the program (oracle: Pearson r that it computed of them)', async () => {
        interface Relation {
            readonly x: string;
            readonly y: string;
            readonly y_lag_samples: number;
            readonly r: number;
        }
        const { pearson } = sharedJson<{ pearson: readonly Relation[] }>('traces/i-correlate/truth.json');
        const experiment = await open('i-correlate');
        const entries = await leaves(experiment, EVENT_FIELDS);
        // Events come every 20 ms: bins of that length have one each.
        const { end } = experiment;
        const start = end - 1990n * 20_000_000n;
        const values = new Map<string, readonly number[]>();
        for (const [path, entry] of entries) {
            const [series] = await client.series(experiment, EVENT_FIELDS, {
                ...evenly({ start, end }, 1991),
                requested_items: [entry.id]
            });
            values.set(path, series.yValues);
        }
        for (const { x, y, y_lag_samples: lag, r } of pearson) {
            const first = values.get(`shop:host/${x}`) ?? [];
            const second = values.get(`shop:host/${y}`) ?? [];
            expect(correlation(first.slice(0, first.length - lag), second.slice(lag))).toBeCloseTo(r, 1);
        }
        expect(pearson.length).toBeGreaterThan(3);
    });
});

describeShared('h-callstack', ['traces/h-callstack'], () => {
    interface Truth {
        readonly calls: Readonly<Record<string, number>>;
        readonly max_depth: number;
        readonly marks: readonly [number, number, string][];
    }
    interface Table {
        readonly lines: readonly { readonly cells: readonly { readonly content: string }[] }[];
    }
    const TABLE =
        'org.eclipse.tracecompass.analysis.timing.core.segmentstore.SegmentStoreTableDataProvider:org.eclipse.linuxtools.lttng2.ust.analysis.callstack';
    const truth = () => sharedJson<Truth>('traces/h-callstack/truth.json');
    /** The function of an address. */
    const functionAt = (address: string): string => {
        const { functions } = sharedJson<{ functions: Record<string, [number, number]> }>(
            'traces/h-callstack/symbols.json'
        );
        const value = Number(`0x${address}`);
        return Object.entries(functions).find(([, [from, to]]) => value >= from && value < to)?.[0] ?? address;
    };

    it('has every call of every function (oracle: the program)', async () => {
        const { entries } = await client.model<{ entries: Entry[] }>(
            await open('h-callstack'),
            'data/org.eclipse.tracecompass.internal.analysis.profiling.core.callgraph.callgraphanalysis.statistics/tree',
            {}
        );
        const functions = entries.slice(2).map(({ labels }) => [functionAt(labels[0]), Number(labels[5])]);
        expect(Object.fromEntries(functions)).toEqual(truth().calls);
    });

    it('has as many lines for a thread as its calls are deep', async () => {
        const { entries } = await client.model<{ entries: Entry[] }>(
            await open('h-callstack'),
            'timeGraph/org.eclipse.tracecompass.internal.analysis.profiling.callstack.provider.CallStackDataProvider/tree',
            {}
        );
        const levels = entries.map(({ id }) => entries.filter(({ parentId }) => parentId === id).length);
        expect(Math.max(...levels)).toBe(truth().max_depth);
    });

    it('has the slow frames of the program', async () => {
        const { clock } = sharedJson<Oracle>('traces/h-callstack/oracle.json');
        const offset = BigInt(clock.offset_s) * 1_000_000_000n + BigInt(clock.offset_cycles);
        const { lines } = await client.model<Table>(await open('h-callstack'), `table/${TABLE}/lines`, {
            requested_table_index: 0,
            requested_table_count: 20_000
        });
        const frames = lines
            .map(({ cells }) => cells.map(({ content }) => content))
            .filter(([, , , address]) => functionAt(address) === 'frame')
            .map(([, , duration, , start]) => ({ start: BigInt(start), duration: Number(duration.replace(/,/g, '')) }));
        const usual = frames.map(({ duration }) => duration).sort((a, b) => a - b)[frames.length >> 1];
        for (const [from, to] of truth().marks) {
            const [begin, finish] = [BigInt(from) + offset, BigInt(to) + offset];
            const slow = frames.filter(
                ({ start, duration }) => start <= finish && start + BigInt(duration) >= begin && duration > 3 * usual
            );
            expect(slow.length).toBeGreaterThan(0);
        }
    });
});

/** Sum of a rate (a second) over the bins that end at the times. */
function integral(times: Series['xValues'], values: readonly number[]): number {
    return values
        .slice(1)
        .reduce(
            (sum, value, index) =>
                sum + (value * Number(BigInt(times[index + 1]) - BigInt(times[index]))) / NS_PER_SECOND,
            0
        );
}

function correlation(a: readonly number[], b: readonly number[]): number {
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    const [meanA, meanB] = [mean(a), mean(b)];
    let ab = 0;
    let aa = 0;
    let bb = 0;
    a.forEach((value, index) => {
        ab += (value - meanA) * (b[index] - meanB);
        aa += (value - meanA) ** 2;
        bb += (b[index] - meanB) ** 2;
    });
    return ab / Math.sqrt(aa * bb);
}
