import { AnalysisModule } from 'tmll-analysis';
import { JsonValue, writeJson } from 'tmll-trace-server';
import { JsonText } from '../json/json-text';
import { QueryParameters } from '../outputs/query-parameters';
import { severityLevel } from '../outputs/severity-styles';
import { CoveredTime } from './covered-time';
import { ModuleFinding } from './current-results';

/** The marker set that has our annotations and no others. */
export const MARKER_SET = { name: 'TMLL', id: 'tmll' } as const;

/** So many findings of a range are annotated at most: the worst. */
const MAX_ANNOTATIONS = 500;

/** What a client is taken to draw when it does not say at how many times it asks. */
const USUAL_TIMES = 2000n;

/** The category of an analysis's findings. */
export function categoryOf(module: string, modules: readonly AnalysisModule[]): string {
    return `TMLL ${modules.find(({ id }) => id === module)?.name ?? module}`;
}

/** The categories of findings, each once. */
export function categoriesOf(findings: readonly ModuleFinding[], modules: readonly AnalysisModule[]): string[] {
    return [...new Set(findings.map(({ module }) => categoryOf(module, modules)))].sort();
}

/**
 * Findings as annotations by category: bands over all rows, at least a pixel wide, and a symbol on the topmost row for those that
 * are narrower, which nobody would see otherwise. The worst have their bands first and others what is left, for bands that lie over one
 * another hide the rows; mere information, which often speaks of most of the trace, has no band.
 */
export function annotationsOf(
    findings: readonly ModuleFinding[],
    modules: readonly AnalysisModule[],
    parameters: QueryParameters
): Record<string, JsonValue[]> {
    const wanted = parameters.texts('requested_marker_categories') ?? [];
    const { range } = parameters;
    const pixel = range ? (range.end - range.start) / BigInt(range.count || USUAL_TIMES) : 1n;
    const [row] = parameters.items ?? [];
    const annotations: Record<string, JsonValue[]> = {};
    const banded = new CoveredTime();
    const within = findings.filter(
        ({ finding: { startNs, endNs } }) => !range || (startNs <= range.end && endNs >= range.start)
    );
    for (const { module, finding } of within.slice(0, MAX_ANNOTATIONS)) {
        const category = categoryOf(module, modules);
        if (wanted.length === 0 || wanted.includes(category)) {
            const { startNs: start, endNs, sentence: label, severity } = finding;
            const { name, color } = severityLevel(severity);
            const isNarrow = endNs - start + 1n < pixel;
            const end = isNarrow ? start + pixel - 1n : endNs;
            const own = (annotations[category] ??= []);
            for (const free of name === 'Info' ? [] : banded.cover({ start, end })) {
                const duration = free.end - free.start + 1n;
                own.push({
                    ...{ time: free.start, duration, entryId: -1, type: 'CHART', label },
                    style: { parentKey: '', values: { color, opacity: 0.3 } }
                });
            }
            if (isNarrow && row !== undefined) {
                own.push({
                    ...{ time: start, duration: 0n, entryId: row, type: 'CHART', label },
                    style: { parentKey: '', values: { ...SYMBOL, color } }
                });
            }
        }
    }
    return annotations;
}

const SYMBOL = { 'symbol-type': 'diamond', height: 1, 'vertical-align': 'middle' } as const;

/** A request for annotations, apart: what is the trace server's and what is ours. */
export interface SplitAnnotations {
    /** What the trace server is asked, undefined when it has nothing to do with it. */
    readonly body: Buffer | undefined;
    /** Whether ours are asked for. */
    readonly own: boolean;
}

/** Takes our categories out of a request. The trace server never hears of our marker set: it would not answer. */
export function splitAnnotations(body: Buffer, isOwn: (category: string) => boolean): SplitAnnotations {
    const json = new JsonText(body);
    const set = json.find(['parameters', 'requested_marker_set']);
    const setId = set && json.text(set);
    if (setId === JSON.stringify(MARKER_SET.id)) {
        return { body: undefined, own: true };
    }
    if (setId !== undefined && setId !== 'null' && setId !== '""') {
        return { body, own: false };
    }
    const span = json.find(['parameters', 'requested_marker_categories']);
    const categories = span ? json.elements(span).map(item => json.text(item)) : [];
    if (!span || categories.length === 0) {
        return { body, own: true };
    }
    const left = categories.filter(category => !isOwn(JSON.parse(category) as string));
    return {
        body: left.length > 0 ? json.replace([[span, `[${left.join(',')}]`]]) : undefined,
        own: left.length < categories.length
    };
}

/** An answer with more members in an object of its model, or more elements in a list; undefined when it has none such. */
export function addToModel(answer: Buffer, path: readonly string[], items: readonly JsonValue[]): Buffer | undefined {
    const json = new JsonText(answer);
    const span = json.find(['model', ...path]);
    return span && json.text(span).startsWith('[')
        ? json.replace([json.append(span, items.map(writeJson))])
        : undefined;
}

/** As `addToModel`, for the categories and annotations of `model.annotations`. */
export function addAnnotations(answer: Buffer, annotations: Record<string, JsonValue[]>): Buffer | undefined {
    const json = new JsonText(answer);
    const span = json.find(['model', 'annotations']);
    const members = Object.entries(annotations).map(([name, list]) => `${JSON.stringify(name)}:${writeJson(list)}`);
    return span && json.text(span).startsWith('{') ? json.replace([json.append(span, members)]) : undefined;
}
