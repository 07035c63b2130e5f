import { homedir } from 'node:os';
import { join } from 'node:path';
import { AnalysisModule, Experiment } from 'tmll-analysis';
import { AnalysisRequest, AnalysisResult, fromWire, validateParameters, Wire } from 'tmll-analysis/algorithms';
import { pack } from '../jobs/task-runner';
import { RESULTS_FOLDER_NAME, userDataFolder } from '../protocol';
import { describeExperiment } from '../results/describe-experiment';
import { aboutQuestion, questionKey, resultKey } from '../results/result-key';
import { ResultStore } from '../results/result-store';
import { messageOf } from '../service/errors';
import { PROGRAM_VERSION } from '../service/program-version';
import { fileSymbols } from '../symbols/file-symbols';
import { CliContext } from './context';

/** An analysis that a command asks for. */
export interface AnalysisQuestion {
    readonly module: AnalysisModule;
    readonly experiment: Experiment;
    /** Base URL of the trace server that holds the experiment. */
    readonly baseUrl: string;
    readonly request: AnalysisRequest;
    /** Whether a stored result will do, and a new one is stored. */
    readonly useStore: boolean;
}

/**
 * The result of an analysis: the stored one of an equal question, from here or from the service, else computed and stored.
 * @throws what the module throws
 */
export async function analyse(question: AnalysisQuestion, context: CliContext): Promise<AnalysisResult> {
    const { module, experiment, baseUrl, request, useStore } = question;
    if (!useStore) {
        return compute(question, context);
    }
    const folder = join(userDataFolder(process.platform, process.env, homedir()), RESULTS_FOLDER_NAME);
    const store = new ResultStore(folder, line => context.say(line));
    const { fingerprint, source } = await describeExperiment(baseUrl, experiment.uuid);
    const parameters = validateParameters(module.schema, request.parameters);
    const asked = { ...request, parameters, fingerprint, moduleVersion: module.version };
    const id = resultKey({ ...asked, programVersion: PROGRAM_VERSION });
    const stored = await readStored(store, id, context);
    if (stored) {
        return fromWire<AnalysisResult>(JSON.parse(stored.toString()) as Wire<AnalysisResult>);
    }
    const result = await compute(question, context);
    try {
        const { json, ...summary } = pack(result, id);
        const { uuid: experimentId } = experiment;
        const createdAt = new Date().toISOString();
        const question = { questionId: questionKey(asked), about: aboutQuestion(asked), parameters };
        await store.write(
            { id, fingerprint, source, experimentId, module: module.id, createdAt, ...question, ...summary },
            json
        );
    } catch (error) {
        context.say(`The result could not be stored for the next time (${messageOf(error)}).`);
    }
    return result;
}

/** A store that cannot be read is as good as an empty one. */
async function readStored(store: ResultStore, id: string, context: CliContext): Promise<Buffer | undefined> {
    try {
        return await store.read(id);
    } catch (error) {
        context.say(`Stored results cannot be read (${messageOf(error)}); it is computed anew.`);
        return undefined;
    }
}

function compute({ module, experiment, request }: AnalysisQuestion, context: CliContext): Promise<AnalysisResult> {
    const { signal } = context;
    return module.run({
        experiment,
        request,
        signal,
        progress: ({ message }) => context.progress(message),
        symbols: fileSymbols
    });
}
