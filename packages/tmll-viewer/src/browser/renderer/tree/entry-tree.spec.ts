import { SeriesEntry } from 'tmll-tsp';
import { assignColors, checkState, setEntries, toggleEntry } from './check-state';
import { buildEntryTree, defaultEntries, drawable, filterTree, flatten } from './entry-tree';

/** As Trace Compass answers for CPU usage: the process and its threads have series, some labels are the same. */
const cpuUsage: SeriesEntry[] = [
    { id: 10, parentId: -1, labels: ['kernel', 'Total', '433 %'], hasData: true },
    { id: 11, parentId: 10, labels: ['fluffy', '5914', '5 %'], hasData: true },
    { id: 12, parentId: 10, labels: ['fluffy', '5915', '4 %'], hasData: true },
    { id: 13, parentId: 10, labels: ['swapper', '0', '0 %'], hasData: true }
];

/** A host that only groups its disks. */
const disks: SeriesEntry[] = [
    { id: 1, parentId: -1, labels: ['host'] },
    { id: 2, parentId: 1, labels: ['sda'] },
    { id: 3, parentId: 2, labels: ['read'], hasData: true },
    { id: 4, parentId: 2, labels: ['write'], hasData: true, isDefault: true }
];

describe('entry tree', () => {
    it('names a series by the labels from the root down, by a second column where the first is the same', () => {
        const tree = buildEntryTree('CPU Usage', cpuUsage);
        expect(flatten(tree).map(node => [node.path.join('/'), node.depth])).toEqual([
            ['CPU Usage/kernel', 0],
            ['CPU Usage/kernel/fluffy (5914)', 1],
            ['CPU Usage/kernel/fluffy (5915)', 1],
            ['CPU Usage/kernel/swapper', 1]
        ]);
    });

    it('gives the data to the leaves where the server does not say who has it', () => {
        const silent = disks.map(({ id, parentId, labels }) => ({ id, parentId, labels }));
        expect(drawable(buildEntryTree('Disk', silent)).map(node => node.id)).toEqual([3, 4]);
        expect(drawable(buildEntryTree('Disk', disks)).map(node => node.id)).toEqual([3, 4]);
    });

    it('puts rows with an unknown parent at the top and survives a row that is its own parent', () => {
        const tree = buildEntryTree('X', [
            { id: 0, parentId: 0, labels: ['self'] },
            { id: 5, parentId: 99, labels: ['orphan'] },
            { id: 6, labels: ['root'] }
        ]);
        expect(tree.map(node => node.labels[0])).toEqual(['self', 'orphan', 'root']);
    });

    it('shows at first what the server names, else the topmost rows', () => {
        expect(defaultEntries(buildEntryTree('Disk', disks)).map(node => node.id)).toEqual([4]);
        const many = Array.from({ length: 9 }, (_, id) => ({ id, parentId: 100, labels: [`t${id}`], hasData: true }));
        const tree = buildEntryTree('CPU', [...many, { id: 100, labels: ['total'], hasData: true }]);
        expect(defaultEntries(tree).map(node => node.id)).toEqual([100, 0, 1, 2, 3]);
        expect(defaultEntries([])).toEqual([]);
    });

    it('filters by any column and keeps the rows above and below a match', () => {
        const ids = (text: string): number[] =>
            flatten(filterTree(buildEntryTree('D', disks), text)).map(({ id }) => id);
        expect(ids('WRITE')).toEqual([1, 2, 4]);
        expect(ids('sda')).toEqual([1, 2, 3, 4]);
        expect(ids('nothing')).toEqual([]);
        expect(ids('  ')).toEqual([1, 2, 3, 4]);
        expect(flatten(filterTree(buildEntryTree('C', cpuUsage), '5915')).map(({ id }) => id)).toEqual([10, 12]);
    });
});

describe('check boxes', () => {
    const [host] = buildEntryTree('Disk', disks);
    const [kernel] = buildEntryTree('CPU', cpuUsage);

    it('sum up a group, but stand for its own series where a row has one', () => {
        expect(checkState(host, new Set())).toBe('off');
        expect(checkState(host, new Set([3]))).toBe('mixed');
        expect(checkState(host, new Set([3, 4]))).toBe('on');
        expect(checkState(kernel, new Set([11, 12, 13]))).toBe('off');
    });

    it('switch a whole group, and a row with a series alone', () => {
        expect([...toggleEntry(host, new Set([3]))]).toEqual([3, 4]);
        expect([...toggleEntry(host, new Set([3, 4]))]).toEqual([]);
        expect([...toggleEntry(kernel, new Set([11]))]).toEqual([11, 10]);
    });

    it('leave the set they were given alone', () => {
        const checked = new Set([3]);
        setEntries([host], true, checked);
        expect([...checked]).toEqual([3]);
    });
});

describe('colours', () => {
    it('stay with a row and are given to another one only when it is gone', () => {
        const first = assignColors([1, 2, 3], new Map(), 4);
        expect([...first]).toEqual([
            [1, 0],
            [2, 1],
            [3, 2]
        ]);
        const second = assignColors([1, 3, 4], first, 4);
        expect(second.get(3)).toBe(2);
        expect(second.get(4)).toBe(1);
    });

    it('are shared evenly when there are too few', () => {
        expect([...assignColors([1, 2, 3, 4, 5], new Map(), 2).values()]).toEqual([0, 1, 0, 1, 0]);
    });
});
