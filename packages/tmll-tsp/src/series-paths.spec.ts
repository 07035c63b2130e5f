import { entriesWithData, SeriesEntry, seriesPaths } from './series-paths';

function pathsOf(entries: readonly SeriesEntry[]): string[] {
    return [...seriesPaths('Out', entries)].map(([id, path]) => `${id}:${path.join('/')}`);
}

describe('seriesPaths', () => {
    it('goes from the output over the root down, whatever the order of the entries', () => {
        const entries = [
            { id: 3, parentId: 2, labels: ['leaf'] },
            { id: 1, parentId: -1, labels: ['root', 'second column'] },
            { id: 2, parentId: 1, labels: ['group'] }
        ];
        expect(pathsOf(entries).sort()).toEqual(['1:Out/root', '2:Out/root/group', '3:Out/root/group/leaf']);
    });

    it('tells siblings of one name apart by their second column', () => {
        const entries = [
            { id: 1, labels: ['root', 'Total', '433 %'] },
            { id: 2, parentId: 1, labels: ['fluffy', '5914', '0.056 %'] },
            { id: 3, parentId: 1, labels: ['fluffy', '5915', '0.055 %'] },
            { id: 4, parentId: 1, labels: ['bash', '1', '0.1 %'] }
        ];
        expect(pathsOf(entries)).toEqual([
            '1:Out/root',
            '2:Out/root/fluffy (5914)',
            '3:Out/root/fluffy (5915)',
            '4:Out/root/bash'
        ]);
    });

    it('numbers siblings that nothing else tells apart, and what is below them follows', () => {
        const entries = [
            { id: 1, labels: ['challenger'] },
            { id: 2, labels: ['challenger'] },
            { id: 3, parentId: 2, labels: ['x'] },
            { id: 4, labels: ['challenger'] }
        ];
        expect(pathsOf(entries)).toEqual([
            '1:Out/challenger',
            '2:Out/challenger #2',
            '3:Out/challenger #2/x',
            '4:Out/challenger #3'
        ]);
    });

    it('does not take the same name at different places for a repetition', () => {
        const entries = [
            { id: 1, labels: ['a'] },
            { id: 2, labels: ['b'] },
            { id: 3, parentId: 1, labels: ['x'] },
            { id: 4, parentId: 2, labels: ['x'] }
        ];
        expect(pathsOf(entries)).toEqual(['1:Out/a', '2:Out/b', '3:Out/a/x', '4:Out/b/x']);
    });

    it('ends on trees that contain themselves, and on entries without labels', () => {
        expect(pathsOf([{ id: 1, parentId: 1, labels: [] }])).toEqual(['1:Out/']);
        const loop = [
            { id: 1, parentId: 2, labels: ['a'] },
            { id: 2, parentId: 1, labels: ['b'] }
        ];
        expect(seriesPaths('Out', loop).size).toBe(2);
    });
});

describe('entriesWithData', () => {
    it('believes the server where it says which entries have data', () => {
        const entries = [
            { id: 1, labels: ['root'], hasData: true },
            { id: 2, parentId: 1, labels: ['group'], hasData: false },
            { id: 3, parentId: 2, labels: ['leaf'], hasData: true }
        ];
        expect(entriesWithData(entries).map(({ id }) => id)).toEqual([1, 3]);
    });

    it('takes the leaves where it does not', () => {
        const entries = [
            { id: 1, labels: ['root'] },
            { id: 2, parentId: 1, labels: ['leaf'] }
        ];
        expect(entriesWithData(entries).map(({ id }) => id)).toEqual([2]);
    });
});
