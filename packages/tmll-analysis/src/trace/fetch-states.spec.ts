import { HttpTspClient } from 'tmll-tsp';
import { SeededRandom } from '../statistics/seeded-random';
import { fetchStateRows, FetchStatesOptions } from './fetch-states';
import { StateRow } from './state-rows';

const START = 1_457_113_582_794_565_804n;
const LENGTH = 1_000_000;
const OUTPUT = { id: 'resources', name: 'Resources Status', description: '', type: 'TIME_GRAPH' };

interface State {
    readonly start: bigint;
    readonly end: bigint;
    readonly label?: string;
    readonly style?: { readonly parentKey: string };
}

/** A server that answers as Trace Compass does: with the states at the times that are asked for, each whole. */
class Server {
    requests = 0;

    constructor(private readonly rows: ReadonlyMap<number, readonly State[]>) {}

    readonly client = {
        fetchTimeGraphTree: async () => ({
            status: 'COMPLETED',
            model: {
                entries: [
                    { id: 1, parentId: -1, labels: ['host'], start: START, end: START },
                    ...[...this.rows.keys()].map(id => ({
                        id,
                        parentId: 1,
                        labels: [`CPU ${id - 2} Threads`],
                        start: START,
                        end: START,
                        metadata: { CPU: [id - 2] }
                    }))
                ]
            }
        }),
        fetchTimeGraphStates: async (
            _: string,
            __: string,
            { parameters }: { parameters: Record<string, unknown> }
        ) => {
            this.requests++;
            const times = parameters.requested_times as bigint[];
            const items = parameters.requested_items as number[];
            const rows = items.map(entryId => ({
                entryId,
                states: (this.rows.get(entryId) ?? []).filter(({ start, end }) =>
                    times.some(time => time >= start && time < end)
                )
            }));
            return { status: 'COMPLETED', model: { rows } };
        }
    } as unknown as HttpTspClient;
}

/** States of random lengths that follow each other, with a hole from 400,000 to 420,000 ns. */
function states(seed: number, longest: number): State[] {
    const random = new SeededRandom(seed);
    const all: State[] = [];
    for (let time = 0; time < LENGTH;) {
        const end = Math.min(LENGTH, time + 1 + Math.floor(random.uniform() ** 4 * longest));
        const isHole = time < 420_000 && end > 400_000;
        if (!isHole) {
            const thread = Math.floor(random.uniform() * 5);
            const label = thread === 0 ? {} : { label: `worker (${thread})` };
            all.push({ start: START + BigInt(time), end: START + BigInt(end), ...label });
        }
        time = end;
    }
    return all;
}

function fetch(server: Server, options: FetchStatesOptions = {}): Promise<StateRow[]> {
    const range = { startNs: START, endNs: START + BigInt(LENGTH) - 1n };
    return fetchStateRows(server.client, { uuid: 'uuid', range }, OUTPUT, options);
}

describe('fetchStateRows', () => {
    it('brings every state with its exact ends, also those far shorter than the distance of the times asked for', async () => {
        const rows = new Map([
            [2, states(1, 2_000)],
            [3, states(2, 90_000)]
        ]);
        const fetched = await fetch(new Server(rows));
        expect(fetched.map(({ path, metadata }) => [path, metadata])).toEqual([
            [['host', 'CPU 0 Threads'], { CPU: [0] }],
            [['host', 'CPU 1 Threads'], { CPU: [1] }]
        ]);
        fetched.forEach((row, index) =>
            expect(row.states).toEqual(
                rows.get(index + 2)?.map(({ start, end, label }) => ({
                    start: Number(start - START),
                    end: Number(end - START),
                    ...(label === undefined ? {} : { label })
                }))
            )
        );
    });

    it('cuts states at the ends of the range', async () => {
        const whole = [{ start: START - 100n, end: START + 2_000_000n, style: { parentKey: 'Idle' } }];
        const range = { startNs: START + 10n, endNs: START + 19n };
        const [{ origin, states: cut }] = await fetch(new Server(new Map([[2, whole]])), { range });
        expect(origin).toBe(START + 10n);
        expect(cut).toEqual([{ start: 0, end: 10, style: 'Idle' }]);
    });

    it('asks for the wanted lines only, and has none where there is nothing', async () => {
        const server = new Server(
            new Map([
                [2, states(1, 90_000)],
                [3, []]
            ])
        );
        expect(await fetch(server, { wants: path => path[1] === 'CPU 1 Threads' })).toEqual([]);
        expect(await fetch(server, { wants: () => false })).toEqual([]);
        expect(await fetch(server, { wants: path => path[1] === 'CPU 0 Threads' })).toHaveLength(1);
    });

    it('says when there are too many', async () => {
        const server = new Server(new Map([[2, states(1, 2_000)]]));
        await expect(fetch(server, { limit: 100 })).rejects.toThrow(
            'Resources Status has more than 100 states in this range; choose a shorter range, or fewer lines.'
        );
    });

    it('is cancelled between requests', async () => {
        const controller = new AbortController();
        const progress = (): void => controller.abort();
        const running = fetch(new Server(new Map([[2, states(1, 2_000)]])), { signal: controller.signal, progress });
        await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    });
});
