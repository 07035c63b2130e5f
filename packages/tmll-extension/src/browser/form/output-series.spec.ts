import { seriesOfTree } from './output-series';

describe('seriesOfTree', () => {
    it('names series as analyses do: by the labels from the output down', () => {
        const entries = [
            { id: 1, parentId: -1, labels: ['shop'] },
            { id: 2, parentId: 1, labels: ['gauge'], hasData: true },
            { id: 3, parentId: 1, labels: ['gauge'], hasData: true, isDefault: true }
        ];
        expect(seriesOfTree('Event Fields', entries)).toEqual([
            { id: 'Event Fields/shop/gauge', label: 'gauge', isDefault: false, depth: 2 },
            { id: 'Event Fields/shop/gauge #2', label: 'gauge #2', isDefault: true, depth: 2 }
        ]);
    });

    it('leaves out of labels what all series have in common, but not where several traces are open', () => {
        const host = (id: number, name: string) => [
            { id, parentId: -1, labels: [name], hasData: true },
            { id: id + 1, parentId: id, labels: ['cpu'], hasData: true }
        ];
        expect(seriesOfTree('CPU', host(1, 'a')).map(({ label }) => label)).toEqual(['a', 'cpu']);
        expect(seriesOfTree('CPU', [...host(1, 'a'), ...host(3, 'b')]).map(({ label }) => label)).toEqual([
            'a',
            'a → cpu',
            'b',
            'b → cpu'
        ]);
    });

    it('has none where the tree is empty', () => {
        expect(seriesOfTree('Event Fields', [])).toEqual([]);
    });
});
