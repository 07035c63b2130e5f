import { AnalysisResult, ReportDocument } from 'tmll-analysis/algorithms';
import { QueryParameters } from '../outputs/query-parameters';
import { documentView } from './document-view';

const DOCUMENT: ReportDocument = {
    title: 'Report',
    sections: [
        { title: 'Empty', blocks: [] },
        {
            title: 'Overview',
            blocks: [
                { kind: 'text', text: 'It <b>leaks</b>.' },
                { kind: 'metrics', metrics: [{ name: 'Peak', value: '1 MiB' }] },
                { kind: 'list', items: ['one', 'two'] },
                {
                    kind: 'table',
                    columns: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(title => ({ title })),
                    rows: [['1', '2', '3', '4', '5', '6', '7']]
                }
            ]
        }
    ]
};

describe('documentView', () => {
    it('shows sections, sentences, values and tables as a tree of texts, all of one width', () => {
        const view = documentView(() => DOCUMENT);
        const answer = view.answers.tree({} as AnalysisResult, QueryParameters.of(Buffer.from('{}')));
        const { headers, entries } = answer as never as {
            headers: object[];
            entries: { parentId: number; labels: string[] }[];
        };
        expect(entries.map(({ parentId, labels }) => [parentId, ...labels.filter(Boolean)])).toEqual([
            [-1, 'Overview'],
            [1, 'It <b>leaks</b>.'],
            [1, 'Peak', '1 MiB'],
            [1, 'one'],
            [1, 'two'],
            [1, 'a', 'b', 'c', 'd', 'e', 'f · g'],
            [6, '1', '2', '3', '4', '5', '6 · 7']
        ]);
        expect(entries.every(({ labels }) => labels.length === headers.length)).toBe(true);
    });
});
