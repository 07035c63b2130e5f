import { basename } from 'node:path';
import { Command } from 'commander';
import { anomaliesModule } from 'tmll-analysis';
import {
    AnalysisResult,
    AnomalyData,
    anomalyFindings,
    AnomalyParameters,
    ANOMALY_SCHEMA,
    detectAnomalies,
    parseDuration,
    Provenance,
    resample,
    scorePoints,
    shellQuote,
    TimeSeries,
    validateParameters
} from 'tmll-analysis/algorithms';
import { anomalyJson, anomalyText } from '../anomaly-report';
import { CliContext } from '../context';
import { readCsvSeries } from '../csv-series';
import { UsageError } from '../exit-status';
import { collect, parseSeverity } from '../option-values';
import { describeParameters, readParameters } from '../parameters';
import { reportResult } from '../result-report';

interface DetectOptions {
    readonly method?: string;
    readonly set?: string[];
    readonly scores?: boolean;
    readonly failOn?: number;
    readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  tmll detect load.csv --method zscore --set zscoreThreshold=3
  tmll detect load.csv --scores --json
`;

/** `tmll detect FILE.csv`: anomalies of series that come from a table instead of a trace. */
export function addDetect(program: Command, context: CliContext): void {
    program
        .command('detect')
        .description('find anomalies in a CSV file of timestamp_ns,value[,value…] with a header row')
        .argument('<FILE.csv>')
        .option('--method <M>', 'how points are judged')
        .option('--set <key=value>', 'set a parameter; may be given several times', collect)
        .option('--scores', 'add the score of every row')
        .option(
            '--fail-on <SEVERITY>',
            'exit status 1 when a finding is at least that severe (0 to 100)',
            parseSeverity
        )
        .option('--json', 'print one JSON document')
        .addHelpText('after', EXAMPLES + describeParameters(ANOMALY_SCHEMA))
        .action(async (file: string, options: DetectOptions) => {
            const given = readParameters(ANOMALY_SCHEMA, options.set, { method: options.method });
            const parameters = validateParameters<AnomalyParameters>(ANOMALY_SCHEMA, given);
            if (options.scores && parameters.resample !== '') {
                throw new UsageError('Scores are those of the rows; leave out --scores or the parameter "resample".');
            }
            const started = performance.now();
            const series = (await readCsvSeries(file, context.signal)).map(each =>
                resampled(each, parameters.resample)
            );
            const data = detectAll(series, parameters);
            const provenance = describe(file, series, parameters, given, started);
            const result: AnalysisResult<AnomalyData> = { provenance, data, findings: anomalyFindings(data.series) };
            const scores = options.scores ? series.map(each => scorePoints(each, parameters).score) : undefined;
            await reportResult(
                result,
                {
                    json: found => anomalyJson(found, scores),
                    text: found => anomalyText(found, scores),
                    asJson: options.json,
                    failOn: options.failOn
                },
                context
            );
        });
}

function resampled(series: TimeSeries, step: string): TimeSeries {
    return step === '' ? series : resample(series, { stepNs: parseDuration(step) });
}

function detectAll(series: readonly TimeSeries[], parameters: AnomalyParameters): AnomalyData {
    return { series: series.map(each => detectAnomalies(each, { outputId: 'csv', path: each.path }, parameters)) };
}

function describe(
    file: string,
    series: readonly TimeSeries[],
    parameters: AnomalyParameters,
    given: Readonly<Record<string, unknown>>,
    started: number
): Provenance {
    const { origin, times } = series[0];
    const settings = Object.entries(given).map(([name, value]) => `--set ${shellQuote(`${name}=${value}`)}`);
    return {
        module: anomaliesModule.id,
        moduleVersion: anomaliesModule.version,
        experimentId: '',
        experimentName: basename(file),
        parameters: { ...parameters },
        range: { startNs: origin + BigInt(times[0]), endNs: origin + BigInt(times[times.length - 1]) },
        series: series.map(each => each.id),
        points: series.reduce((sum, each) => sum + each.times.length, 0),
        resamplingNs: parameters.resample === '' ? undefined : parseDuration(parameters.resample),
        method: parameters.method,
        methodReason: given.method === undefined ? 'It is the default.' : 'It was asked for.',
        warnings: [],
        durationMs: performance.now() - started,
        command: ['tmll detect', shellQuote(file), ...settings].join(' ')
    };
}
