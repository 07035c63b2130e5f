import { execFileSync } from 'node:child_process';
import { ANALYSIS_MODULES, AnalysisModule, Experiment } from 'tmll-analysis';
import {
    AnalysisRequest,
    commandLine,
    ParameterProperty,
    SeriesSelection,
    validateParameters
} from 'tmll-analysis/algorithms';
import { analyse, AnalysisQuestion } from './analysis';
import { CliContext } from './context';
import { withExperiment } from './open-experiment';
import { runProgram } from './program';

jest.mock('./analysis');
jest.mock('./open-experiment');

const PATHS = ['/traces/my trace', "/traces/it's"];
const RANGE = { startNs: 1_795_422_823_334_816_823n, endNs: 1_795_422_823_334_816_999n };
const EXPERIMENT = { uuid: 'e', range: { startNs: 0n, endNs: 1n } } as unknown as Experiment;
const STOP = new Error('The question is known; its answer does not matter here.');

/** The words of a command line, as a shell hands them on, without the name of the program. */
function words(line: string): string[] {
    return execFileSync('sh', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' })
        .split('\0')
        .slice(1, -1);
}

/** What a command line asks for, as the analysis is asked for it. */
async function asked(line: string): Promise<{ paths: readonly string[]; request: AnalysisRequest }> {
    let paths: readonly string[] = [];
    let question: AnalysisQuestion | undefined;
    jest.mocked(withExperiment).mockImplementation((given, _server, _context, look) => {
        paths = given;
        return look(EXPERIMENT, 'http://localhost');
    });
    jest.mocked(analyse).mockImplementation(async each => {
        question = each;
        throw STOP;
    });
    await expect(runProgram(words(line), {} as CliContext)).rejects.toBe(STOP);
    return { paths, request: (question as AnalysisQuestion).request };
}

/** A value other than the default. */
function another({ type, default: value, oneOf, minimum, maximum, pattern = '' }: ParameterProperty): unknown {
    if (oneOf) {
        return oneOf.find(choice => choice.const !== value)?.const;
    }
    switch (type) {
        case 'boolean':
            return !value;
        case 'integer':
            return Math.min(maximum ?? Infinity, Math.max(minimum ?? 0, Number(value) + 1));
        case 'number':
            return Math.max(minimum ?? 0, Number(value) / 2 || 0.25);
        case 'string':
            return ['20ms', '1795422823334816823', '2,0,1'].find(text => new RegExp(pattern, 'u').test(text));
    }
}

const selected = ({ outputs = [], series = [] }: SeriesSelection = {}): string[] => [...outputs, ...series];

describe.each(ANALYSIS_MODULES.map(module => [module.id, module] as const))('the command line of %s', (_, module) => {
    const line = (request: Pick<AnalysisRequest, 'selection' | 'range'>, parameters: object): string =>
        commandLine({
            command: module.id,
            looksAt: module.looksAt ?? 'series',
            paths: PATHS,
            schema: module.schema,
            request,
            parameters: { ...parameters }
        });
    const same = async (parameters: Readonly<Record<string, unknown>>): Promise<void> => {
        const { request } = await asked(line({ range: RANGE }, parameters));
        expect(visible(module, request.parameters)).toEqual(visible(module, parameters));
    };

    it('asks for the same traces, range and, of what it looks at, series', async () => {
        const selection = { outputs: ['org.example.Rate'], series: ["CPU Usage/it's/total $1"] };
        const { paths, request } = await asked(line({ selection, range: RANGE }, {}));
        expect(paths).toEqual(PATHS);
        expect(request).toMatchObject({ module: module.id, range: RANGE, parameters: {} });
        expect(selected(request.selection)).toEqual(
            (module.looksAt ?? 'series') === 'series' ? selected(selection) : []
        );
    });

    it('asks with the same parameters: all at their defaults, each at another value', async () => {
        await same({});
        await same(validateParameters(module.schema, {}));
        for (const [name, property] of Object.entries(module.schema.properties)) {
            const needed = Object.entries(property['x-visibleWhen'] ?? {}).map(([other, [value]]) => [other, value]);
            await same({ ...Object.fromEntries(needed), [name]: another(property) });
        }
    });
});

it('names two selected series as the pair that a lag is between', async () => {
    const module = ANALYSIS_MODULES.find(({ id }) => id === 'lag') as AnalysisModule;
    const { request } = await asked(
        commandLine({
            ...{ command: 'lag', looksAt: 'pair', paths: PATHS, schema: module.schema, parameters: {} },
            request: { selection: { series: ['a/x y', 'b/z'] } }
        })
    );
    expect(request.parameters).toEqual({ first: 'a/x y', second: 'b/z' });
});

/** Those that matter with the others, with their defaults. */
function visible(
    { schema }: AnalysisModule,
    parameters: Readonly<Record<string, unknown>>
): Readonly<Record<string, unknown>> {
    const all = validateParameters(schema, parameters);
    return Object.fromEntries(
        Object.entries(all).filter(([name]) =>
            Object.entries(schema.properties[name]['x-visibleWhen'] ?? {}).every(([other, values]) =>
                values.includes(String(all[other]))
            )
        )
    );
}
