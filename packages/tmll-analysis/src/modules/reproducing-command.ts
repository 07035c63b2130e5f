import { AnalysisRequest } from '../series/analysis';
import { ParameterSchema } from '../series/parameter-schema';
import { Experiment } from '../trace/experiment';

/** What a command line is made for. */
export interface CommandSource {
    /** Id of the module, which is the name of its command. */
    readonly command: string;
    readonly experiment: Experiment;
    readonly request: AnalysisRequest;
    readonly schema: ParameterSchema;
    /** With all defaults filled in. */
    readonly parameters: Readonly<Record<string, unknown>>;
    /** The step that was used. */
    readonly stepNs: bigint;
}

/** Parameters that have an option of their own, beside the step, which is named even when it was chosen. */
const OPTIONS: Readonly<Record<string, string>> = {
    first: '--first',
    second: '--second',
    maxLag: '--max-lag',
    baselineFrom: '--baseline-from',
    baselineTo: '--baseline-to',
    symptom: '--symptom',
    method: '--method'
};

/** The command line that computes the same: what was chosen for the user stands in it, defaults do not. */
export function reproducingCommand(source: CommandSource): string {
    const { command, experiment, request, parameters } = source;
    const { outputs = [], series = [] } = request.selection ?? {};
    const words = [
        'tmll',
        command,
        ...experiment.traces.map(({ path }) => path),
        ...[...outputs, ...series].flatMap(word => ['--output', word]),
        ...(request.range ? ['--from', `${request.range.startNs}`, '--to', `${request.range.endNs}`] : []),
        ...Object.entries(OPTIONS).flatMap(([name, option]) =>
            name in parameters && parameters[name] !== '' ? [option, `${parameters[name]}`] : []
        ),
        ...('resample' in parameters ? ['--resample', exactDuration(source.stepNs)] : []),
        ...settings(source).flatMap(setting => ['--set', setting])
    ];
    return words.map(shellQuote).join(' ');
}

/** The parameters that matter and are not at their default. */
function settings({ schema, parameters }: CommandSource): string[] {
    return Object.entries(schema.properties)
        .filter(([name]) => !(name in OPTIONS) && name !== 'resample')
        .filter(([, property]) =>
            Object.entries(property['x-visibleWhen'] ?? {}).every(([other, values]) =>
                values.includes(String(parameters[other]))
            )
        )
        .filter(([name, property]) => parameters[name] !== property.default)
        .map(([name]) => `${name}=${parameters[name]}`);
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

/** A word as a POSIX shell reads it back. */
function shellQuote(word: string): string {
    return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
