import { buildEntryTree } from '../tree/entry-tree';
import { visibleRows } from '../tree/visible-rows';
import { rowsAsCsv, rowsAsText, timeRangeOf } from './data-tree-text';

const ORIGIN = 1_450_193_697_034_689_597n;

const rows = visibleRows(
    buildEntryTree('Statistics', [
        { id: 1, labels: ['trace', '1,948'] },
        { id: 2, parentId: 1, labels: ['say "hi"', '7\tms'] }
    ]),
    new Set()
);
const columns = ['Label', 'Count'].map(name => ({ name, tooltip: '', dataType: 'STRING' }));

it('lines are copied as text for spreadsheets', () => {
    expect(rowsAsText(rows)).toBe('trace\t1,948\nsay "hi"\t7 ms');
});

it('lines are saved as CSV with their whole path', () => {
    expect(rowsAsCsv(columns, rows)).toBe('Label,Count\r\ntrace,"1,948"\r\n"trace/say ""hi""",7\tms\r\n');
});

it('a time range is read exactly', () => {
    expect(timeRangeOf('[1450193697034689600,1450193697034689700]', ORIGIN)).toEqual({ start: 3, end: 103 });
    expect(timeRangeOf('5.979 s', ORIGIN)).toBeUndefined();
});
