import { Overlay } from '../../overlay/overlay';
import { buildEntryTree, flatten } from '../tree/entry-tree';
import { markedRows, rowIndex } from './overlay-rows';

const nodes = flatten(
    buildEntryTree('Thread Status', [
        { id: 1, labels: ['trace', ''] },
        { id: 2, parentId: 1, labels: ['bash', '10'] },
        { id: 3, parentId: 1, labels: ['bash', '11'] },
        { id: 4, parentId: 1, labels: ['tl-burn', '12'] },
        { id: 5, parentId: 1, labels: ['CPU 0 States'] }
    ])
);
const indexOf = rowIndex(nodes);

describe('rowIndex', () => {
    it('finds a row by its path, and by its id at the server', () => {
        expect(indexOf({ series: ['Thread Status', 'trace', 'tl-burn'] })).toBe(3);
        expect(indexOf({ entryId: 3 })).toBe(2);
    });

    it('finds the row of a thread by its name, by name and id where there are namesakes, and that of a CPU', () => {
        expect(indexOf({ rowName: 'tl-burn' })).toBe(3);
        expect(indexOf({ rowName: 'tl-burn (12)' })).toBe(3);
        expect(indexOf({ rowName: 'bash (11)' })).toBe(2);
        expect(indexOf({ rowName: 'CPU 0' })).toBe(4);
    });

    it('tells what has no row from what belongs to no row', () => {
        expect(indexOf({ rowName: 'gone' })).toBe(-1);
        expect(indexOf({ series: ['Thread Status', 'gone'] })).toBe(-1);
        expect(indexOf({})).toBeUndefined();
    });
});

describe('markedRows', () => {
    it('names each row that something lies on once, and none for what lies over all', () => {
        const marks = [{ rowName: 'tl-burn' }, { rowName: 'tl-burn (12)' }, {}, { rowName: 'gone' }] as Overlay[];
        expect([...markedRows(marks, nodes)]).toHaveLength(1);
    });
});
