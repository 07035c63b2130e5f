import { TspError } from 'tmll-tsp';
import { Output } from './output';
import { selectSeries } from './select-series';
import { SeriesEntry } from './series-entry';

const output = (id: string, name: string, type = 'TREE_TIME_XY'): Output => ({ id, name, description: '', type });

const OUTPUTS = [
    output('rate', 'Event Rate'),
    output('ust', 'Memory Usage'),
    output('kmem', 'Kernel Memory Usage'),
    output('events', 'Events Table', 'TABLE')
];

const TREES: Readonly<Record<string, readonly string[]>> = {
    rate: ['Event Rate/shop', 'Event Rate/shop/gauge', 'Event Rate/shop/request'],
    ust: ['Memory Usage/shop'],
    kmem: ['Kernel Memory Usage/shop', 'Kernel Memory Usage/shop/bash']
};

let asked: string[] = [];
beforeEach(() => (asked = []));

const fetchEntries = async ({ id }: Output): Promise<SeriesEntry[]> => {
    asked.push(id);
    return TREES[id].map(path => {
        const parts = path.split('/');
        return { outputId: id, path: parts, id: path, name: parts.join(' → '), isDefault: false };
    });
};

const select = async (selection: Parameters<typeof selectSeries>[1]): Promise<string[]> =>
    (await selectSeries(OUTPUTS, selection, fetchEntries)).map(({ id }) => id);

describe('selectSeries', () => {
    it('takes all series of an output named by a part of its name or id, in any case', async () => {
        expect(await select({ outputs: ['event r'] })).toEqual(TREES.rate);
        expect(await select({ outputs: ['KMEM'] })).toEqual(TREES.kmem);
    });

    it('takes a whole name for that output only', async () => {
        expect(await select({ outputs: ['memory usage'] })).toEqual(TREES.ust);
        expect(await select({ outputs: ['memory'] })).toEqual([...TREES.ust, ...TREES.kmem]);
    });

    it('takes a part of a path for all series that contain it, a whole id for one', async () => {
        expect(await select({ series: ['shop/G'] })).toEqual(['Event Rate/shop/gauge']);
        expect(await select({ series: ['Event Rate/shop'] })).toEqual(['Event Rate/shop']);
        expect(await select({ series: ['rate → shop →'] })).toEqual([
            'Event Rate/shop/gauge',
            'Event Rate/shop/request'
        ]);
    });

    it('unites words, each series once, in the order of the outputs', async () => {
        const all = await select({ outputs: ['kernel memory', 'rate'], series: ['gauge', 'Memory Usage/shop'] });
        expect(all).toEqual([...TREES.rate, ...TREES.ust, ...TREES.kmem]);
    });

    it('lets a word for an output name series where it fits no output', async () => {
        expect(await select({ outputs: ['shop/bash'] })).toEqual(['Kernel Memory Usage/shop/bash']);
    });

    it('asks only the output that a path begins with', async () => {
        await select({ series: ['Event Rate/shop/gauge'] });
        expect(new Set(asked)).toEqual(new Set(['rate']));
    });

    it('says what there is when nothing fits', async () => {
        const failing = select({ outputs: ['gpu'] });
        await expect(failing).rejects.toThrow(
            'No output or series fits "gpu"; there are the outputs Event Rate, Memory Usage, Kernel Memory Usage and their series.'
        );
        await expect(failing).rejects.toMatchObject({ name: 'SelectionError' });
    });

    it('lets an output that cannot tell its series stand in the way only when nothing else fits', async () => {
        const failure = new TspError({ title: 'broken' });
        const fetch = async (each: Output): Promise<SeriesEntry[]> => {
            if (each.id === 'kmem') {
                throw failure;
            }
            return fetchEntries(each);
        };
        expect(await selectSeries(OUTPUTS, { series: ['gauge'] }, fetch)).toHaveLength(1);
        await expect(selectSeries(OUTPUTS, { series: ['bash'] }, fetch)).rejects.toBe(failure);
        await expect(selectSeries(OUTPUTS, { outputs: ['kmem'] }, fetch)).rejects.toBe(failure);
    });
});
