import { EventBatch } from 'tmll-tsp';
import { EventActivity } from './event-activity';
import { windowGrid } from './window-grid';

const ORIGIN = 1_795_424_298_201_926_749n;
const SECOND = 1_000_000_000n;
const GRID = windowGrid(
    { startNs: ORIGIN, endNs: ORIGIN + 100n * SECOND },
    { startNs: ORIGIN + 80n * SECOND, endNs: ORIGIN + 100n * SECOND }
);

interface TestEvent {
    readonly second: number;
    readonly type: string;
    readonly fields: Readonly<Record<string, number | string>>;
}

function activityOf(events: readonly TestEvent[]): EventActivity {
    const types = [...new Set(events.map(({ type }) => type))];
    const texts = [...new Set(events.flatMap(({ fields }) => Object.values(fields).filter(isText)))];
    const numberOf = (value: number | string | undefined): number =>
        isText(value) ? texts.indexOf(value) : (value ?? NaN);
    const names = new Set(events.flatMap(({ fields }) => Object.keys(fields)));
    const batch: EventBatch = {
        rows: events.length,
        times: Float64Array.from(events, ({ second }) => second * 1e9),
        types: Uint16Array.from(events, ({ type }) => types.indexOf(type)),
        texts,
        column: name =>
            names.has(name) ? Float64Array.from(events, ({ fields }) => numberOf(fields[name])) : undefined
    };
    const activity = new EventActivity(GRID);
    activity.begin({ origin: ORIGIN, types, lost: [] });
    activity.batch(batch);
    return activity;
}

function isText(value: unknown): value is string {
    return typeof value === 'string';
}

const times = (count: number, event: (index: number) => TestEvent): TestEvent[] =>
    Array.from({ length: count }, (_, index) => event(index));

describe('EventActivity', () => {
    it('counts events by thread and type, by their names, in bins', () => {
        const calls = times(10, second => ({
            second: second + 0.5,
            type: 'syscall_entry_pwrite64',
            fields: { 'context.tid': 7, 'context.procname': 'tl-io' }
        }));
        const [candidate] = activityOf([...calls, ...calls]).candidates();
        expect(candidate).toMatchObject({
            name: 'pwrite64 calls by tl-io',
            path: ['Events of Threads', 'syscall_entry_pwrite64', 'tl-io'],
            subject: 'tl-io',
            unit: 'events/s'
        });
        expect([...candidate.values.slice(0, 11)]).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0]);
    });

    it.each([
        [97, 'block writes by tl-io'],
        [4, 'block reads by tl-io'],
        ['WS', 'block writes by tl-io'],
        ['RA', 'block reads by tl-io']
    ])('adds up the bytes of block requests by the task that issued them: rwbs %p', (rwbs, name) => {
        const requests = times(6, second => ({
            second,
            type: 'block_rq_issue',
            fields: { tid: 7, comm: 'tl-io', 'context.tid': 3, nr_sector: 8, rwbs }
        }));
        const found = activityOf(requests)
            .candidates()
            .find(each => each.name === name);
        expect(found).toMatchObject({ subject: 'tl-io', unit: 'B/s' });
        expect(found?.values[0]).toBe(4096);
    });

    it.each([2, 'D', 'FN'])('takes discards and flushes for neither: rwbs %p', rwbs => {
        const requests = times(6, second => ({ second, type: 'block_rq_issue', fields: { tid: 7, bytes: 512, rwbs } }));
        expect(
            activityOf(requests)
                .candidates()
                .filter(({ unit }) => unit === 'B/s')
        ).toEqual([]);
    });

    it('adds up pages, and tells namesakes apart', () => {
        const pages = [7, 8].flatMap(tid =>
            times(5, second => ({
                second,
                type: 'kmem_mm_page_alloc',
                fields: { 'context.tid': tid, 'context.procname': 'worker', order: 1 }
            }))
        );
        const allocations = activityOf(pages)
            .candidates()
            .filter(({ name }) => name.startsWith('page allocations'));
        expect(allocations.map(({ subject }) => subject)).toEqual(['worker (7)', 'worker (8)']);
        expect(allocations[0].values[0]).toBe(8192);
    });

    it('leaves out returns from calls, the idle thread, rare activities and what lies outside', () => {
        const fields = { 'context.tid': 7 };
        const events = [
            ...times(9, second => ({ second, type: 'syscall_exit_read', fields })),
            ...times(9, second => ({ second, type: 'sched_switch', fields: { 'context.tid': 0 } })),
            ...times(4, second => ({ second, type: 'rare', fields })),
            ...times(9, () => ({ second: 200, type: 'late', fields }))
        ];
        expect(activityOf(events).candidates()).toEqual([]);
    });
});
