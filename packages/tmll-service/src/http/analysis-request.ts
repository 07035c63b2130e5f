import { AnalysisRequest, fromWire, Wire } from 'tmll-analysis/algorithms';
import { HttpError } from './http-error';

const TIME_PATTERN = /^-?\d{1,20}$/;

/**
 * The request that a body holds. Its parameters are checked later, by the schema of the module.
 * @throws HttpError 400 that names the first thing that is wrong
 */
export function parseAnalysisRequest(body: unknown): AnalysisRequest {
    const request = record(body, 'The request');
    refuseOthers(request, ['module', 'experimentId', 'selection', 'range', 'parameters'], 'The request');
    demand(typeof request.module === 'string', '"module" must be the id of an analysis');
    demand(typeof request.experimentId === 'string', '"experimentId" must be the UUID of an experiment');
    record(request.parameters, '"parameters"');
    if (request.selection !== undefined) {
        checkSelection(record(request.selection, '"selection"'));
    }
    if (request.range !== undefined) {
        checkRange(record(request.range, '"range"'));
    }
    return fromWire<AnalysisRequest>(request as unknown as Wire<AnalysisRequest>);
}

function checkSelection(selection: Record<string, unknown>): void {
    refuseOthers(selection, ['outputs', 'series'], '"selection"');
    for (const [name, words] of Object.entries(selection)) {
        const areWords = Array.isArray(words) && words.every(word => typeof word === 'string');
        demand(areWords, `"selection.${name}" must be a list of texts`);
    }
}

function checkRange(range: Record<string, unknown>): void {
    refuseOthers(range, ['startNs', 'endNs'], '"range"');
    const [start, end] = [range.startNs, range.endNs];
    const areTimes = [start, end].every(time => typeof time === 'string' && TIME_PATTERN.test(time));
    demand(areTimes, '"range" must have "startNs" and "endNs", decimal texts of ns');
    demand(BigInt(start as string) <= BigInt(end as string), '"range" must not end before it begins');
}

function record(value: unknown, name: string): Record<string, unknown> {
    demand(typeof value === 'object' && value !== null && !Array.isArray(value), `${name} must be an object`);
    return value as Record<string, unknown>;
}

function refuseOthers(value: Record<string, unknown>, known: readonly string[], name: string): void {
    const other = Object.keys(value).find(key => !known.includes(key));
    demand(other === undefined, `${name} must not have "${other}"; it may have ${known.join(', ')}`);
}

function demand(holds: boolean, sentence: string): void {
    if (!holds) {
        throw new HttpError(400, 'Wrong request', `${sentence}.`);
    }
}
