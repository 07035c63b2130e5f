import { Command } from 'commander';
import { correlateModule } from 'tmll-analysis';
import {
    AnalysisResult,
    CorrelatedPair,
    CorrelationData,
    formatDuration,
    squareMatrix
} from 'tmll-analysis/algorithms';
import { addAnalysisCommand } from '../analysis-command';
import { CliContext } from '../context';
import { findingTable } from '../finding-table';
import { table } from '../table';

const EXAMPLES = `
Examples:
  tmll correlate trace
  tmll correlate trace --output "cpu usage" --output disk --resample 100ms
  tmll correlate trace --output shop:host --method spearman --json

Without --output it looks at what fits.
`;

/** More series make a matrix wider than terminals. */
const MOST_COLUMNS = 12;

/** `tmll correlate`: which series of traces move together, and which of them moves first. */
export function addCorrelate(program: Command, context: CliContext): void {
    addAnalysisCommand(program, context, {
        module: correlateModule,
        description: 'find series that move together, and which moves first',
        examples: EXAMPLES,
        json: ({ data }) => toJson(data),
        text: toText
    });
}

function toJson(data: CorrelationData): object {
    const { pairs, series } = data;
    const matrix = <T>(diagonal: T, valueOf: (pair: CorrelatedPair) => T): T[][] =>
        squareMatrix(series.length, pairs, diagonal, valueOf);
    return {
        names: series.map(({ name }) => name),
        coefficients: matrix(1, ({ coefficient }) => coefficient),
        pValues: matrix(0, ({ pValue }) => pValue),
        adjustedPValues: matrix(0, ({ adjustedPValue }) => adjustedPValue),
        methods: matrix<string>('identity', ({ method }) => method),
        pairs: pairs.map(({ lead, ...pair }) => ({
            ...pair,
            lead: lead && { ...lead, lagNs: String(lead.lagNs) }
        }))
    };
}

function toText({ provenance, data, findings }: AnalysisResult<CorrelationData>): string {
    const { experimentName, methodReason, resamplingNs, method } = provenance;
    const step = resamplingNs === undefined ? '' : `, one point every ${formatDuration(resamplingNs)}`;
    const head =
        `${experimentName}: ${data.series.length} series, ${data.pairs.length} pairs${step}, method ${method}\n` +
        `${methodReason}\n`;
    const none = findings.length === 0 ? 'No two series are related, as far as this trace tells.\n' : '';
    return `${head}${none}${findingTable(findings)}${matrixText(data)}`;
}

/** The coefficients below the diagonal, with a star where they are more than chance. */
function matrixText({ series, pairs }: CorrelationData): string {
    if (series.length < 2 || series.length > MOST_COLUMNS) {
        return '';
    }
    const cells = squareMatrix(
        series.length,
        pairs,
        '',
        ({ coefficient, isSignificant }) => `${coefficient.toFixed(2)}${isSignificant ? '*' : ' '}`
    );
    const columns = [
        { title: '' },
        ...series.slice(0, -1).map((_, index) => ({ title: `${index + 1}`, align: 'right' as const }))
    ];
    const rows = series.map(({ name }, row) => [
        `${row + 1} ${name}`,
        ...cells[row].slice(0, -1).map((cell, column) => (column < row ? cell : ''))
    ]);
    return `\n${table(columns, rows)}* more than chance\n`;
}
