import { buildEntryTree } from './entry-tree';
import { treeKey, visibleRows } from './visible-rows';

const tree = buildEntryTree('Disk', [
    { id: 1, labels: ['host'] },
    { id: 2, parentId: 1, labels: ['sda'] },
    { id: 3, parentId: 2, labels: ['read'], hasData: true },
    { id: 4, parentId: 1, labels: ['sdb'], hasData: true }
]);

const ids = (closed: number[]): number[] => visibleRows(tree, new Set(closed)).map(row => row.node.id);

describe('visibleRows', () => {
    it('leaves out what lies below a closed row', () => {
        expect(ids([])).toEqual([1, 2, 3, 4]);
        expect(ids([2])).toEqual([1, 2, 4]);
        expect(ids([1, 2])).toEqual([1]);
    });

    it('knows what a screen reader has to say', () => {
        expect(
            visibleRows(tree, new Set([2])).map(({ expanded, position, siblings }) => [expanded, position, siblings])
        ).toEqual([
            [true, 1, 1],
            [false, 1, 2],
            [undefined, 2, 2]
        ]);
    });
});

describe('treeKey', () => {
    const rows = visibleRows(tree, new Set([2]));

    it('moves up and down within the tree', () => {
        expect(treeKey('ArrowDown', rows, 2)).toEqual({ kind: 'focus', index: 2 });
        expect(treeKey('ArrowUp', rows, 1)).toEqual({ kind: 'focus', index: 0 });
        expect(treeKey('End', rows, 0)).toEqual({ kind: 'focus', index: 2 });
    });

    it('opens and closes, and goes to the row above when there is nothing to close', () => {
        expect(treeKey('ArrowRight', rows, 1)).toEqual({ kind: 'open', index: 1 });
        expect(treeKey('ArrowRight', rows, 0)).toEqual({ kind: 'focus', index: 1 });
        expect(treeKey('ArrowLeft', rows, 0)).toEqual({ kind: 'close', index: 0 });
        expect(treeKey('ArrowLeft', rows, 2)).toEqual({ kind: 'focus', index: 0 });
    });

    it('leaves other keys to others', () => {
        expect(treeKey('w', rows, 0)).toBeUndefined();
        expect(treeKey('ArrowDown', [], 0)).toBeUndefined();
    });
});
