import { Command } from 'commander';
import { explainModule } from 'tmll-analysis';
import { AnalysisResult, formatDuration, formatNs, formatShare, toWire, WindowData } from 'tmll-analysis/algorithms';
import { addAnalysisCommand } from '../analysis-command';
import { CliContext } from '../context';
import { Column, table } from '../table';

const EXAMPLES = `
Examples:
  tmll explain trace --from 1795425234102326000 --to 1795425234702326000
  tmll explain trace --from NS --to NS --baseline-from NS --baseline-to NS
  tmll explain trace --from NS --to NS --symptom "latency_ms" --json

Compares the range with the four ranges before it, unless a baseline is named.
`;

const COLUMNS: readonly Column[] = [
    { title: '#', align: 'right' },
    { title: 'CAUSE' },
    { title: 'SHARE', align: 'right' },
    { title: 'P', align: 'right' },
    { title: 'WHAT CHANGED' }
];

/** Causes shown to people, and further changes of each. */
const MOST_ROWS = 15;
const MOST_EVIDENCE = 2;

/** `tmll explain`: what changed in a range of time, the most important first. */
export function addExplain(program: Command, context: CliContext): void {
    addAnalysisCommand(program, context, {
        module: explainModule,
        description: 'rank what changed in a range of time: series, threads, CPUs, system calls, event types',
        examples: EXAMPLES,
        selection: { add: command => command, read: () => undefined },
        shorthands: [
            {
                parameter: 'baselineFrom',
                flags: '--baseline-from <NS>',
                description: 'ns since the epoch at which what is usual begins'
            },
            {
                parameter: 'baselineTo',
                flags: '--baseline-to <NS>',
                description: 'ns since the epoch at which it ends'
            },
            {
                parameter: 'symptom',
                flags: '--symptom <K>',
                description: 'the series that shows the symptom, for what comes before and after it'
            }
        ],
        json: ({ data }) => {
            const { window, baseline, stepNs, symptom, causes, tested } = data;
            return toWire({ window, baseline, stepNs, symptom, causes, tested });
        },
        text: toText
    });
}

function toText({ provenance, data }: AnalysisResult<WindowData>): string {
    const { window, baseline, causes, tested, symptom } = data;
    const span = ({ startNs, endNs }: typeof window): string =>
        `${formatNs(startNs)} for ${formatDuration(endNs - startNs)}`;
    const head = [
        `${provenance.experimentName}: ${tested} series and activities compared`,
        `Range    ${span(window)}`,
        `Baseline ${span(baseline)}`,
        ...(symptom.name === undefined ? [] : [`Symptom  ${symptom.name} from ${formatNs(symptom.ns)} on`]),
        ...(causes.length === 0 ? ['Nothing changed beyond what is usual.'] : [])
    ];
    const rows = causes
        .slice(0, MOST_ROWS)
        .flatMap(({ subject, isThread, sentence, changes }, index) => [
            [
                `${index + 1}`,
                isThread ? subject : '',
                formatShare(changes[0].share),
                changes[0].adjustedPValue.toPrecision(1),
                sentence
            ],
            ...changes
                .slice(1, 1 + MOST_EVIDENCE)
                .map(({ name, ratio }) => [
                    '',
                    '',
                    '',
                    '',
                    `  also ${name}${ratio === undefined ? '' : ` ×${ratio.toFixed(1)}`}`
                ])
        ]);
    return `${head.join('\n')}\n${rows.length === 0 ? '' : table(COLUMNS, rows)}`;
}
