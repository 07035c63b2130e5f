import { buildEntryTree } from './entry-tree';
import { compareLabels, quantityOf, sortTree } from './sort-tree';

const tree = buildEntryTree('Statistics', [
    { id: 1, labels: ['total', '1,948'] },
    { id: 2, parentId: 1, labels: ['read', '900 ns'] },
    { id: 3, parentId: 1, labels: ['write', '2 ms'] },
    { id: 4, parentId: 1, labels: ['open', '---'] },
    { id: 5, parentId: 1, labels: ['thread 10', '15.5 µs'] },
    { id: 6, parentId: 1, labels: ['thread 9', ''] }
]);

const ids = (order: Parameters<typeof sortTree>[1]): number[] => sortTree(tree, order)[0].children.map(({ id }) => id);

describe('sortTree', () => {
    it('sorts numbers with units by size, within their group', () => {
        expect(ids({ column: 1, descending: true }).slice(1, 4)).toEqual([3, 5, 2]);
        expect(ids({ column: 1, descending: false }).slice(0, 4)).toEqual([6, 2, 5, 3]);
    });

    it('sorts names as a reader expects them', () => {
        expect(ids({ column: 0, descending: false })).toEqual([4, 2, 6, 5, 3]);
    });

    it('leaves the order of the server where none is asked for', () => {
        expect(sortTree(tree, undefined)).toBe(tree);
    });
});

describe('quantityOf', () => {
    it.each([
        ['1,948', 1948],
        ['364.087 %', 364.087],
        ['5.979 s', 5.979e9],
        ['10.845 ms', 10.845e6],
        ['−3', -3],
        ['2 KiB', 2048]
    ])('reads %s', (label, size) => {
        expect(quantityOf(label)).toBeCloseTo(size, 6);
    });

    it.each(['---', '', 'sshd', '5 apples', '[1,2]'])('does not take %j for a number', label => {
        expect(quantityOf(label)).toBeUndefined();
    });

    it('makes an order: whichever way two labels are compared', () => {
        for (const [one, other] of [
            ['2 ms', 'x'],
            ['', '5'],
            ['a', 'b'],
            ['1 s', '900 ms']
        ]) {
            expect(Math.sign(compareLabels(one, other))).toBe(-Math.sign(compareLabels(other, one)));
        }
    });
});
