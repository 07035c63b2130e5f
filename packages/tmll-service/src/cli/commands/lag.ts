import { Command } from 'commander';
import { lagModule } from 'tmll-analysis';
import { AnalysisResult, formatDuration, LagData, lagSentence, toWire } from 'tmll-analysis/algorithms';
import { addAnalysisCommand } from '../analysis-command';
import { CliContext } from '../context';

const EXAMPLES = `
Examples:
  tmll lag trace --first shop:host/load --second shop:host/queue
  tmll lag trace --first "event rate/trace" --second "cpu usage/trace" --max-lag 2s --resample 50ms
  tmll lag trace --first load --second latency --set granger=true --json

Each of the two must name one series. A lag above 0 means that the first one leads.
`;

/** `tmll lag`: which of two series moves first, and by how much. */
export function addLag(program: Command, context: CliContext): void {
    addAnalysisCommand(program, context, {
        module: lagModule,
        description: 'find which of two series moves first, and by how much',
        examples: EXAMPLES,
        selection: { add: command => command, read: () => undefined },
        shorthands: [
            {
                parameter: 'first',
                flags: '--first <K>',
                description: 'the one series: part of its id, name or label path'
            },
            { parameter: 'second', flags: '--second <K>', description: 'the other series' },
            {
                parameter: 'maxLag',
                flags: '--max-lag <D>',
                description: 'greatest lag: a duration such as 400ms, or a number of samples'
            }
        ],
        json: ({ data }) => toJson(data),
        text: toText
    });
}

function toJson(data: LagData): object {
    const { lags, best, band, adjustedPValue, standsOut, effectiveSize, granger, first, second } = data;
    return {
        first: first.name,
        second: second.name,
        lags: toWire(lags),
        best: toWire({ ...best, adjustedPValue, standsOut }),
        band,
        effectiveSize,
        granger
    };
}

function toText({ provenance, data }: AnalysisResult<LagData>): string {
    const { experimentName, method, methodReason, points } = provenance;
    const { lags, stepNs, best, band, adjustedPValue, granger } = data;
    const reach = formatDuration(BigInt((lags.length - 1) / 2) * stepNs);
    const lines = [
        `${experimentName}: ${points / 2} points, one every ${formatDuration(stepNs)}, lags up to ${reach}, ${method}`,
        methodReason,
        lagSentence(data),
        `Strongest lag ${formatDuration(best.ns)} (${best.samples} samples): coefficient ${best.coefficient.toFixed(3)}, ` +
            `p ${adjustedPValue.toPrecision(2)} over all lags; unrelated series stay within ±${band.toFixed(3)}.`
    ];
    if (granger) {
        const test = ({ order, pValue }: { order: number; pValue: number }): string =>
            `p ${pValue.toPrecision(2)} (${order} past values)`;
        lines.push(`Granger: first foretells second, ${test(granger.firstToSecond)}.`);
        lines.push(`Granger: second foretells first, ${test(granger.secondToFirst)}.`);
    }
    return `${lines.join('\n')}\n`;
}
