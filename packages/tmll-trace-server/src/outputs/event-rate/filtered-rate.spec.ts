import { parseFilter } from '../filter/parse-filter';
import { memoryTrace } from '../test-support/memory-trace';
import { at, record } from '../test-support/record';
import { filteredRate } from './filtered-rate';

const never = new AbortController().signal;
const trace = memoryTrace([
    { time: 0, type: 'a:x', fields: { ret: 0 } },
    { time: 100, type: 'a:y', fields: { ret: -1 } },
    { time: 150, type: 'a:y', fields: { ret: 5 } },
    { time: 180, type: 'b', fields: {} },
    { time: 200, type: 'a:x', fields: { ret: -1 } }
]);
const descriptor = { id: 'i', name: 'n', description: 'd', type: 'TREE_TIME_XY' } as const;

async function rateOf(expression: string): Promise<number[] | undefined> {
    const recording = await record(trace);
    const rate = filteredRate(descriptor, parseFilter(expression));
    expect([rate.computation.isRunning, rate.series(recording, 'trace', at(0, 100, 200))]).toEqual([true, undefined]);
    await rate.computation.find([recording], never);
    expect([rate.computation.isRunning, rate.computation.failed]).toEqual([false, undefined]);
    const [{ key, labels }] = rate.tree(recording).entries;
    expect(labels).toEqual(['t']);
    return (
        rate.series(recording, key, at(0, 100, 200))?.values && [
            ...(rate.series(recording, key, at(0, 100, 200))?.values ?? [])
        ]
    );
}

describe('filteredRate', () => {
    it.each([
        ['ret < 0', [1e7, 1e7]],
        ['a && ret >= 0', [0, 1e7]],
        ['b', [0, 1e7]],
        ['a', [1e7, 2e7]],
        ['b || ret < 0', [1e7, 2e7]],
        ['nothing', [0, 0]]
    ])('%s gives the events per second that meet it', async (expression, expected) => {
        expect(await rateOf(expression)).toEqual(expected);
    });

    it('says why it could not find the events', async () => {
        const controller = new AbortController();
        const rate = filteredRate(descriptor, parseFilter('path matches "("'));
        await rate.computation.find(
            [await record(memoryTrace([{ time: 0, type: 'a', fields: { path: 'x' } }]))],
            controller.signal
        );
        expect([rate.computation.isRunning, rate.computation.failed]).toEqual([
            false,
            'The events could not be found: "(" is no regular expression.'
        ]);
    });
});
