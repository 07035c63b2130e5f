import { RestClient } from 'tsp-typescript-client/lib/protocol/rest-client';

/** `RestClient` keeps its reader and writer of JSON with exact integers to itself. */
interface ExactJson {
    jsonStringify(data: unknown): string;
    jsonParse(text: string): unknown;
}

const exactJson = RestClient as unknown as ExactJson;

/** JSON in which bigints stand as plain integers; undefined for undefined. */
export function stringifyJson(value: unknown): string {
    return exactJson.jsonStringify(value);
}

/**
 * The value of a text, integers that a double cannot hold as bigints; the error when it is not JSON; neither when it is
 * empty, as an answer without a model is.
 */
export function parseJson(text: string): { readonly model?: unknown; readonly error?: unknown } {
    if (text.trim() === '') {
        return {};
    }
    try {
        return { model: exactJson.jsonParse(text) };
    } catch (error) {
        return { error };
    }
}
