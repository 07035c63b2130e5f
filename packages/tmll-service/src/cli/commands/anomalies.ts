import { Command } from 'commander';
import { anomaliesModule } from 'tmll-analysis';
import { AnalysisResult, AnomalyData, ANOMALY_SCHEMA, TimeRange } from 'tmll-analysis/algorithms';
import { analyse } from '../analysis';
import { reportAnomalies } from '../anomaly-report';
import { CliContext } from '../context';
import { withExperiment } from '../open-experiment';
import { collect, parseNs, parseSeverity } from '../option-values';
import { describeParameters, readParameters } from '../parameters';
import { traceCommand, TraceOptions } from '../trace-options';

interface AnomaliesOptions extends TraceOptions {
    readonly output?: string[];
    readonly method?: string;
    readonly resample?: string;
    readonly set?: string[];
    readonly from?: bigint;
    readonly to?: bigint;
    readonly failOn?: number;
    readonly store: boolean;
}

const EXAMPLES = `
Examples:
  tmll anomalies trace
  tmll anomalies trace --output "event rate" --method moving_average --resample 100ms
  tmll anomalies trace --method zscore --set zscoreThreshold=3 --json
  tmll anomalies trace --fail-on 70 && echo "nothing severe"

Without --output it looks at what fits.
`;

/** `tmll anomalies`: what stands out in the series of traces. */
export function addAnomalies(program: Command, context: CliContext): void {
    traceCommand(program, 'anomalies', 'find what stands out in the series of a trace')
        .option('--output <K>', 'part of the id, the name or the label path; several are united', collect)
        .option('--method <M>', 'how points are judged')
        .option('--resample <F>', 'time between points, such as 100ms; chosen by the length of the trace if not given')
        .option('--set <key=value>', 'set a parameter; may be given several times', collect)
        .option('--from <NS>', 'ns since the epoch of the first time', parseNs)
        .option('--to <NS>', 'ns since the epoch of the last time', parseNs)
        .option(
            '--fail-on <SEVERITY>',
            'exit status 1 when a finding is at least that severe (0 to 100)',
            parseSeverity
        )
        .option('--no-store', 'compute anew, and keep nothing for the next time')
        .addHelpText('after', EXAMPLES + describeParameters(ANOMALY_SCHEMA))
        .action((paths: string[], options: AnomaliesOptions) => {
            const { method, resample, output: outputs, server, store: useStore } = options;
            const parameters = readParameters(ANOMALY_SCHEMA, options.set, { method, resample });
            return withExperiment(paths, server, context, async (experiment, baseUrl) => {
                const request = {
                    module: anomaliesModule.id,
                    experimentId: experiment.uuid,
                    selection: outputs && { outputs },
                    range: rangeOf(experiment.range, options),
                    parameters
                };
                const result = await analyse(
                    { module: anomaliesModule, experiment, baseUrl, request, useStore },
                    context
                );
                await reportAnomalies(result as AnalysisResult<AnomalyData>, options, context);
            });
        });
}

/** One bound alone leaves the other at the trace's own end; none is the whole trace. */
function rangeOf(whole: TimeRange, { from, to }: AnomaliesOptions): TimeRange | undefined {
    return from === undefined && to === undefined
        ? undefined
        : { startNs: from ?? whole.startNs, endNs: to ?? whole.endNs };
}
