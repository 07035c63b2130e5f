import { AnalysisResult, DocumentBlock, ReportDocument } from 'tmll-analysis/algorithms';
import { dataTreeView, TreeLine } from '../outputs/data-tree-view';
import { OutputView } from '../outputs/output-view';

/** As many columns as the widest table of the reports; what is beyond goes to the last, joined. */
const COLUMNS = 6;

/** What a result means, in words and numbers, as a tree of texts: sections, in them sentences, values and tables. */
export function documentView<D>(interpret: (result: AnalysisResult<D>) => ReportDocument): OutputView<D> {
    return dataTreeView<D>({
        id: 'report',
        name: 'Report',
        description: 'What the result means, in words and numbers',
        headers: [
            { name: 'Report', tooltip: 'Sections, and what they say' },
            { name: 'Value', tooltip: 'Of what stands beside it' },
            ...Array.from({ length: COLUMNS - 2 }, () => ({ name: '', tooltip: 'Further columns of tables' }))
        ],
        lines: result => interpret(result).sections.flatMap(sectionLines)
    });
}

function sectionLines({ title, blocks }: ReportDocument['sections'][number]): TreeLine[] {
    const children = blocks.flatMap(blockLines);
    return children.length > 0 ? [{ ...line(title), children }] : [];
}

/** Pictures have no place in a tree; charts of their own show the same. */
function blockLines(block: DocumentBlock): TreeLine[] {
    switch (block.kind) {
        case 'text':
            return [line(block.text)];
        case 'list':
            return block.items.map(item => line(item));
        case 'metrics':
            return block.metrics.map(({ name, value }) => line(name, value));
        case 'table':
            return [
                { ...line(...block.columns.map(({ title }) => title)), children: block.rows.map(row => line(...row)) }
            ];
        case 'plot':
            return [];
    }
}

function line(...texts: readonly string[]): TreeLine {
    const whole = texts.slice(0, COLUMNS - 1);
    const rest = texts.slice(COLUMNS - 1).join(' · ');
    const labels = [...whole, ...Array.from({ length: COLUMNS - 1 - whole.length }, () => ''), rest];
    return { labels };
}
