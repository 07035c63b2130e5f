import { Command } from 'commander';
import { Experiment, FetchedSeries, SelectionError, SeriesEntry } from 'tmll-analysis';
import { formatNs, formatValue, parseDuration, TimeRange } from 'tmll-analysis/algorithms';
import { CliContext } from '../context';
import { UsageError } from '../exit-status';
import { withExperiment } from '../open-experiment';
import { checkOrder, collect, parseNs } from '../option-values';
import { writeSeriesCsv } from '../series-csv';
import { writeSeriesJson } from '../series-json';
import { table } from '../table';
import { traceCommand, TraceOptions } from '../trace-options';

interface SeriesOptions extends TraceOptions {
    readonly output: string[];
    readonly entry?: string[];
    readonly resample?: string;
    readonly from?: bigint;
    readonly to?: bigint;
    readonly csv?: boolean;
}

const EXAMPLES = `
Examples:
  tmll series trace --output "event rate" --resample 100ms --csv > rate.csv
  tmll series trace --output "cpu usage" --entry "Total" --json

The CSV has the columns timestamp_ns and one a series; "tmll detect" reads it.
`;

/** `tmll series`: the points of series. */
export function addSeries(program: Command, context: CliContext): void {
    traceCommand(program, 'series', 'print the points of series')
        .requiredOption('--output <K>', 'part of the id, the name or the label path; several are united', collect)
        .option('--entry <E>', 'only series with this in their label path; several are united', collect)
        .option('--resample <F>', 'time between points, such as 100ms; chosen by the length of the trace if not given')
        .option('--from <NS>', 'ns since the epoch of the first time', parseNs)
        .option('--to <NS>', 'ns since the epoch of the last time', parseNs)
        .option('--csv', 'print comma-separated values')
        .addHelpText('after', EXAMPLES)
        .action((paths: string[], options: SeriesOptions) => {
            if (options.csv && options.json) {
                throw new UsageError('The series are printed either as CSV or as JSON; leave out --csv or --json.');
            }
            checkOrder(options);
            const stepNs = options.resample === undefined ? undefined : parseDuration(options.resample);
            return withExperiment(paths, options.server, context, async experiment => {
                const entries = await select(experiment, options, context.signal);
                const series = await experiment.fetchSeries(entries, {
                    range: rangeOf(experiment, options),
                    stepNs,
                    signal: context.signal,
                    progress: ({ message }) => context.progress(message)
                });
                await print(series, options, context);
            });
        });
}

async function select(experiment: Experiment, options: SeriesOptions, signal: AbortSignal): Promise<SeriesEntry[]> {
    const selected = await experiment.selectSeries({ outputs: options.output }, { signal });
    const words = options.entry?.map(word => word.trim().toLowerCase());
    const entries = words ? selected.filter(({ id }) => words.some(word => id.toLowerCase().includes(word))) : selected;
    if (entries.length === 0) {
        const asked = [...options.output, ...(options.entry ?? [])].join('", "');
        throw new SelectionError(`No series fits "${asked}"; "tmll outputs" lists what there is.`);
    }
    return entries;
}

/**
 * One bound alone leaves the other at the trace's own end.
 * @throws UsageError when the trace has nothing in the range: zeros from there would look like measurements
 */
function rangeOf({ range }: Experiment, { from = range.startNs, to = range.endNs }: SeriesOptions): TimeRange {
    if (to < range.startNs || from > range.endNs) {
        throw new UsageError(
            `The range from ${from} to ${to} ns has nothing of the trace, which lasts from ${range.startNs} to ` +
                `${range.endNs} ns.`
        );
    }
    return { startNs: from, endNs: to };
}

async function print(series: readonly FetchedSeries[], options: SeriesOptions, { out }: CliContext): Promise<void> {
    if (options.json) {
        await writeSeriesJson(series, out);
    } else if (options.csv) {
        await writeSeriesCsv(series, out);
    } else {
        await out.write(toText(series));
    }
}

function toText(series: readonly FetchedSeries[]): string {
    const columns = [
        { title: 'SERIES' },
        { title: 'POINTS', align: 'right' },
        { title: 'FROM' },
        { title: 'MEAN', align: 'right' },
        { title: 'MAX', align: 'right' }
    ] as const;
    return table(
        columns,
        series.map(({ name, unit, origin, times, values }) => {
            const present = values.filter(value => !Number.isNaN(value));
            const mean = present.reduce((sum, value) => sum + value, 0) / present.length;
            const max = present.reduce((most, value) => (value > most ? value : most), -Infinity);
            const from = formatNs(origin + BigInt(times[0]));
            const shown = present.length === 0 ? ['', ''] : [formatValue(mean, unit), formatValue(max, unit)];
            return [name, `${times.length}`, from, ...shown];
        })
    );
}
