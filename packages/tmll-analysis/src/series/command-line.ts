import { AnalysisRequest, LooksAt } from './analysis';
import { ParameterSchema } from './parameter-schema';

/** What a command line asks for. */
export interface CommandLineSource {
    /** Id of the module, which is the name of its command. */
    readonly command: string;
    readonly looksAt: LooksAt;
    /** Of the traces, on the machine that runs the command. */
    readonly paths: readonly string[];
    readonly request: Pick<AnalysisRequest, 'selection' | 'range'>;
    readonly schema: ParameterSchema;
    /** What is missing is at its default. */
    readonly parameters: Readonly<Record<string, unknown>>;
}

/** Parameters that have an option of their own, in the order in which they are written. */
const OPTIONS: Readonly<Record<string, string>> = {
    first: '--first',
    second: '--second',
    maxLag: '--max-lag',
    baselineFrom: '--baseline-from',
    baselineTo: '--baseline-to',
    symptom: '--symptom',
    method: '--method',
    resample: '--resample'
};

/** The command line of `tmll` that asks the same as a request. What is at its default is left out, but for the method when it is named. */
export function commandLine(source: CommandLineSource): string {
    const { command, paths, request } = source;
    const { range } = request;
    const parameters = { ...source.parameters, ...pairOf(source) };
    const options = Object.entries(OPTIONS).flatMap(([name, option]) => {
        const value = parameters[name];
        return value === undefined || value === '' ? [] : [option, `${value}`];
    });
    const words = [
        ...['tmll', command, ...paths],
        ...selected(source).flatMap(word => ['--output', word]),
        ...(range ? ['--from', `${range.startNs}`, '--to', `${range.endNs}`] : []),
        ...options,
        ...settings(source).flatMap(setting => ['--set', setting])
    ];
    return words.map(shellQuote).join(' ');
}

function selected({ looksAt, request }: CommandLineSource): readonly string[] {
    const { outputs = [], series = [] } = request.selection ?? {};
    return looksAt === 'series' ? [...outputs, ...series] : [];
}

/** Two selected series are named as parameters on the command line. */
function pairOf({ looksAt, request, parameters }: CommandLineSource): Record<string, string> {
    const { outputs = [], series = [] } = request.selection ?? {};
    const isNamed = Boolean(parameters.first) || Boolean(parameters.second);
    return looksAt === 'pair' && !isNamed && outputs.length === 0 && series.length === 2
        ? { first: series[0], second: series[1] }
        : {};
}

/** The parameters without an option of their own that matter and are not at their default. */
function settings({ schema, parameters }: CommandLineSource): string[] {
    const valueOf = (name: string): unknown => parameters[name] ?? schema.properties[name]?.default;
    return Object.entries(schema.properties)
        .filter(([name]) => !(name in OPTIONS))
        .filter(([, property]) =>
            Object.entries(property['x-visibleWhen'] ?? {}).every(([other, values]) =>
                values.includes(String(valueOf(other)))
            )
        )
        .filter(([name, property]) => valueOf(name) !== property.default)
        .map(([name]) => `${name}=${valueOf(name)}`);
}

/** A word as a POSIX shell reads it back: as it is where that is safe, else in single quotes. */
export function shellQuote(word: string): string {
    return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
