import { Command } from 'commander';
import { AnalysisModule } from 'tmll-analysis';
import { AnalysisResult, ParameterSchema, SeriesSelection, TimeRange } from 'tmll-analysis/algorithms';
import { analyse } from './analysis';
import { CliContext } from './context';
import { withExperiment } from './open-experiment';
import { checkOrder, collect, parseNs, parseSeverity } from './option-values';
import { describeParameters, readParameters } from './parameters';
import { reportResult } from './result-report';
import { traceCommand, TraceOptions } from './trace-options';

/** A command that runs a module on traces: what it has beyond the options that all of them share. */
export interface AnalysisCommand<D> {
    readonly module: AnalysisModule<D>;
    /** For the list of commands, in a few words. */
    readonly description: string;
    /** Shown below the help; begins with a line of its own. */
    readonly examples: string;
    /** Options that stand for one parameter each, beside `--method` and `--resample`, which parameters of that name get. */
    readonly shorthands?: readonly ParameterOption[];
    /** Options that choose series in place of `--output`, when the module wants other words. */
    readonly selection?: SelectionOptions;
    /** What `--json` prints beside `provenance` and `findings`. */
    json(result: AnalysisResult<D>): object;
    /** The result for people. */
    text(result: AnalysisResult<D>): string;
}

export interface ParameterOption {
    readonly parameter: string;
    /** As commander has them: `--max-lag <D>`. */
    readonly flags: string;
    readonly description: string;
}

export interface SelectionOptions {
    /** Adds the options. */
    add(command: Command): Command;
    /** What they select. */
    read(options: Readonly<Record<string, unknown>>): SeriesSelection | undefined;
}

interface CommonOptions extends TraceOptions {
    readonly set?: string[];
    readonly from?: bigint;
    readonly to?: bigint;
    readonly failOn?: number;
    readonly store: boolean;
}

const OUTPUT: SelectionOptions = {
    add: command =>
        command.option('--output <K>', 'part of the id, the name or the label path; several are united', collect),
    read: ({ output }) => (output === undefined ? undefined : { outputs: output as string[] })
};

/** Adds a command that runs a module, with its result from the store when it was computed before. */
export function addAnalysisCommand<D>(program: Command, context: CliContext, spec: AnalysisCommand<D>): void {
    const { module, selection = OUTPUT } = spec;
    const shorthands = [...usualShorthands(module.schema), ...(spec.shorthands ?? [])];
    const command = selection.add(traceCommand(program, module.id, spec.description));
    shorthands.forEach(({ flags, description }) => command.option(flags, description));
    command
        .option('--set <key=value>', 'set a parameter; may be given several times', collect)
        .option('--from <NS>', 'ns since the epoch of the first time', parseNs)
        .option('--to <NS>', 'ns since the epoch of the last time', parseNs)
        .option(
            '--fail-on <SEVERITY>',
            'exit status 1 when a finding is at least that severe (0 to 100)',
            parseSeverity
        )
        .option('--no-store', 'compute anew, and keep nothing for the next time')
        .addHelpText('after', spec.examples + describeParameters(module.schema))
        .action((paths: string[], options: CommonOptions & Readonly<Record<string, unknown>>) => {
            checkOrder(options);
            const given = shorthands.map(({ parameter, flags }) => [parameter, options[attribute(flags)]]);
            const parameters = readParameters(module.schema, options.set, Object.fromEntries(given));
            return withExperiment(paths, options.server, context, async (experiment, baseUrl) => {
                const request = {
                    module: module.id,
                    experimentId: experiment.uuid,
                    selection: selection.read(options),
                    range: rangeOf(experiment.range, options),
                    parameters
                };
                const question = { module, experiment, baseUrl, request, useStore: options.store };
                const result = (await analyse(question, context)) as AnalysisResult<D>;
                const { json, text } = spec;
                await reportResult(result, { json, text, asJson: options.json, failOn: options.failOn }, context);
            });
        });
}

function usualShorthands({ properties }: ParameterSchema): ParameterOption[] {
    const usual = [
        { parameter: 'method', flags: '--method <M>', description: properties.method?.description },
        {
            parameter: 'resample',
            flags: '--resample <F>',
            description: 'time between points, such as 100ms; chosen by the length of the trace if not given'
        }
    ];
    return usual.filter(({ parameter }) => parameter in properties);
}

/** The name under which commander hands on an option: `maxLag` of `--max-lag <D>`. */
function attribute(flags: string): string {
    return flags.replace(/^--([\w-]+).*$/, '$1').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** One bound alone leaves the other at the trace's own end; none is the whole trace. */
function rangeOf(whole: TimeRange, { from, to }: CommonOptions): TimeRange | undefined {
    return from === undefined && to === undefined
        ? undefined
        : { startNs: from ?? whole.startNs, endNs: to ?? whole.endNs };
}
