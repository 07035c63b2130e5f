import { RequestHandler } from 'express';
import { AnalysisModule } from 'tmll-analysis';
import { formatDuration, toWire } from 'tmll-analysis/algorithms';
import { CurrentResultsOf, ModuleFinding } from '../gateway/native/current-results';
import { severityLevel } from '../gateway/outputs/severity-styles';
import { ListedFinding } from '../protocol';
import { ExperimentDescription } from '../results/describe-experiment';
import { answer } from './answer';
import { oneExperiment } from './run-routes';

export interface FindingListOptions {
    readonly modules: readonly AnalysisModule[];
    readonly current: CurrentResultsOf;
    readonly describeExperiment: (experimentId: string) => Promise<ExperimentDescription>;
}

const SEPARATOR = ' → ';

/** Answers with the findings that the charts of an experiment show, in words. */
export function listFindings({ modules, current, describeExperiment }: FindingListOptions): RequestHandler {
    return async (request, response) => {
        const { id, range } = await describeExperiment(oneExperiment(request.query.experiment));
        const names = new Map(modules.map(module => [module.id, module.name]));
        const { findings } = await current.get(id);
        answer(
            response,
            findings.map(each => toListed(each, names, range.startNs))
        );
    };
}

function toListed(
    { module, resultId, finding }: ModuleFinding,
    names: ReadonlyMap<string, string>,
    originNs: bigint
): ListedFinding {
    const { series, sentence, severity, startNs, endNs } = finding;
    const where = series?.path.join(SEPARATOR) ?? 'Whole trace';
    return {
        key: `${module}/${where}/${startNs}-${endNs}`,
        module,
        moduleName: names.get(module) ?? module,
        resultId,
        finding: toWire(finding),
        level: severityLevel(severity).name,
        what: withoutName(sentence, where),
        where,
        when: `+${(Number(startNs - originNs) / 1e9).toFixed(3)} s`,
        lasts: startNs === endNs ? 'one point' : formatDuration(endNs - startNs + 1n)
    };
}

function withoutName(sentence: string, name: string): string {
    const rest = sentence.startsWith(`${name} `) ? sentence.slice(name.length + 1) : sentence;
    return rest.charAt(0).toUpperCase() + rest.slice(1);
}
