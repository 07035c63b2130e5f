import { AnalysisRequest } from '../series/analysis';
import { commandLine } from '../series/command-line';
import { Experiment } from '../trace/experiment';
import { AnalysisModule } from './analysis-module';

/** What a command line is made for. */
export interface CommandSource {
    readonly module: Pick<AnalysisModule, 'id' | 'schema' | 'looksAt'>;
    readonly experiment: Experiment;
    readonly request: AnalysisRequest;
    /** With all defaults filled in. */
    readonly parameters: Readonly<Record<string, unknown>>;
    /** The step that was used. */
    readonly stepNs: bigint;
}

/** The command line that computes the same: what was chosen for the user stands in it, as the step does; defaults do not. */
export function reproducingCommand({ module, experiment, request, parameters, stepNs }: CommandSource): string {
    const { id, schema, looksAt = 'series' } = module;
    const step = 'resample' in parameters ? { resample: exactDuration(stepNs) } : {};
    return commandLine({
        command: id,
        paths: experiment.traces.map(({ path }) => path),
        parameters: { ...parameters, ...step },
        ...{ looksAt, request, schema }
    });
}

/** A duration without rounding, in the largest unit that makes it a whole number: `100ms`. */
export function exactDuration(ns: bigint): string {
    const units: readonly (readonly [string, bigint])[] = [
        ['s', 1_000_000_000n],
        ['ms', 1_000_000n],
        ['us', 1_000n]
    ];
    const unit = units.find(([, size]) => ns % size === 0n);
    return unit ? `${ns / unit[1]}${unit[0]}` : `${ns}ns`;
}
