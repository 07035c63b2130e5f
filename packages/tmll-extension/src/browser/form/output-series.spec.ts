import { seriesOfTree } from './output-series';

describe('seriesOfTree', () => {
    it('names series as analyses do: by the labels from the output down', () => {
        const entries = [
            { id: 1, parentId: -1, labels: ['shop'] },
            { id: 2, parentId: 1, labels: ['gauge'], hasData: true },
            { id: 3, parentId: 1, labels: ['gauge'], hasData: true }
        ];
        expect(seriesOfTree('Event Fields', entries)).toEqual([
            { id: 'Event Fields/shop/gauge', label: 'shop → gauge' },
            { id: 'Event Fields/shop/gauge #2', label: 'shop → gauge #2' }
        ]);
    });

    it('has none where the tree is empty', () => {
        expect(seriesOfTree('Event Fields', [])).toEqual([]);
    });
});
