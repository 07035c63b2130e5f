import { OutputDescriptor } from 'tsp-typescript-client/lib/models/output-descriptor';
import { outputItems } from './output-items';

const output = (id: string, name: string, type = 'TREE_TIME_XY', parentId?: string): OutputDescriptor => ({
    id,
    name,
    description: `About ${name}`,
    type,
    parentId
});

const outputs = [
    output('m', 'Memory Usage'),
    output('d', 'Disk I/O View'),
    output('d1', 'Derived', 'TREE_TIME_XY', 'd'),
    output('s', 'Statistics', 'DATA_TREE'),
    output('o', 'Orphan', 'TABLE', 'gone')
];

const items = (search: string, open: string[] = []): ReturnType<typeof outputItems> =>
    outputItems({
        outputs,
        search,
        open,
        canDraw: ({ type }) => type !== 'DATA_TREE',
        toggle: () => undefined
    });

describe('outputItems', () => {
    it('are sorted by name, derived ones below their parent', () => {
        expect(items('').map(({ id, depth }) => [id, depth])).toEqual([
            ['d', 0],
            ['d1', 1],
            ['m', 0],
            ['o', 0],
            ['s', 0]
        ]);
    });

    it('are found by all words, in name or description', () => {
        expect(items('USAGE about').map(({ id }) => id)).toEqual(['m']);
        expect(items('about').length).toBe(5);
        expect(items('usage disk')).toEqual([]);
    });

    it('mark those that are open, and those that nothing can draw', () => {
        const [memory] = items('memory', ['m']);
        expect(memory).toMatchObject({ selected: true, disabled: false, icon: 'check' });
        const [statistics] = items('statistics');
        expect(statistics).toMatchObject({ selected: false, disabled: true, icon: 'circle-slash' });
        expect(statistics.description).toBe('Cannot be drawn yet. About Statistics');
    });

    it('can still be closed when nothing can draw them any more', () => {
        expect(items('statistics', ['s'])[0].disabled).toBe(false);
    });
});
