import { OutputNode, SeriesChoice, SeriesNode } from '../form/series-choice';
import { checkedState, seriesRows, SeriesRow, stepOf, toggleRow } from './series-rows';

const node = (id: string): SeriesNode => ({ id, label: id, isDefault: false, depth: 1 });
const rate: OutputNode = { id: 'rate', name: 'Rate', description: '', series: [node('a'), node('b'), node('c')] };
const cpu: OutputNode = { id: 'cpu', name: 'CPU', description: '' };
const none: SeriesChoice = new Map();
const chosen = (choice: SeriesChoice): unknown =>
    [...choice].map(([id, each]) => [id, each === 'all' ? each : [...each]]);

const rows = (...open: string[]): SeriesRow[] => seriesRows([rate, cpu], new Set(open));

describe('seriesRows', () => {
    it('shows the series of open outputs, and what is to be said while there are none', () => {
        expect(rows().map(({ kind }) => kind)).toEqual(['output', 'output']);
        expect(rows('rate', 'cpu').map(({ kind }) => kind)).toEqual([
            ...['output', 'series', 'series', 'series'],
            ...['output', 'note']
        ]);
        const [, note] = seriesRows([{ ...cpu, error: 'No.' }], new Set(['cpu']));
        expect(note).toMatchObject({ text: 'No.' });
    });
});

describe('checkedState', () => {
    it('is mixed where some series of an output are chosen', () => {
        const choice: SeriesChoice = new Map([['rate', new Set(['b'])]]);
        expect(rows('rate').map(row => checkedState(row, choice))).toEqual(['mixed', false, true, false, false]);
        expect(rows('rate').map(row => checkedState(row, new Map([['rate', 'all']])))).toEqual([
            ...[true, true, true, true],
            false
        ]);
    });
});

describe('toggleRow', () => {
    const [output, first] = rows('rate');

    it('takes an output whole, and a series alone', () => {
        expect(chosen(toggleRow(output, none, rate))).toEqual([['rate', 'all']]);
        expect(chosen(toggleRow(first, none, rate))).toEqual([['rate', ['a']]]);
    });

    it('takes what a search has found, and leaves the rest as it is', () => {
        const [found, only] = seriesRows([{ ...rate, series: [node('b')] }], new Set(['rate']));
        expect(chosen(toggleRow(found, new Map([['rate', new Set(['a'])]]), rate))).toEqual([['rate', ['a', 'b']]]);
        expect(chosen(toggleRow(found, new Map([['rate', 'all']]), rate))).toEqual([['rate', ['a', 'c']]]);
        expect(chosen(toggleRow(only, none, rate))).toEqual([['rate', ['b']]]);
        expect(chosen(toggleRow(only, new Map([['rate', 'all']]), rate))).toEqual([['rate', ['a', 'c']]]);
    });
});

describe('stepOf', () => {
    it('walks, opens and closes as in any tree', () => {
        const open = rows('rate');
        expect(stepOf('ArrowDown', open, 0)).toEqual({ go: 1 });
        expect(stepOf('ArrowUp', open, 0)).toEqual({ go: 0 });
        expect(stepOf('End', open, 0)).toEqual({ go: 4 });
        expect(stepOf('ArrowRight', open, 0)).toEqual({ go: 1 });
        expect(stepOf('ArrowRight', open, 4)).toBe('open');
        expect(stepOf('ArrowLeft', open, 0)).toBe('close');
        expect(stepOf('ArrowLeft', open, 3)).toEqual({ go: 0 });
        expect(stepOf(' ', open, 3)).toBe('toggle');
        expect(stepOf('x', open, 3)).toBeUndefined();
    });
});
