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
    allItems(search, open).filter(({ expanded }) => expanded === undefined);

const allItems = (search: string, open: string[] = [], closed: string[] = []): ReturnType<typeof outputItems> =>
    outputItems({
        outputs,
        search,
        open,
        closed: new Set(closed),
        canDraw: ({ type }) => type !== 'DATA_TREE',
        toggle: () => undefined,
        toggleKind: () => undefined
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

    it('stand below what they are, which can be closed but for a search', () => {
        expect(allItems('').map(({ label }) => label)).toEqual([
            'Charts over time',
            'Disk I/O View',
            'Derived',
            'Memory Usage',
            'Tables',
            'Orphan',
            'Statistics',
            'Statistics'
        ]);
        const closed = ['TREE_TIME_XY', 'DATA_TREE'];
        expect(allItems('', [], closed).map(({ id }) => id)).toEqual([
            'kind:TREE_TIME_XY',
            'kind:TABLE',
            'o',
            'kind:DATA_TREE'
        ]);
        expect(allItems('memory', [], closed).map(({ id }) => id)).toEqual(['kind:TREE_TIME_XY', 'm']);
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
