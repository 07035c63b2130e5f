import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A request to a real Trace Compass server and its answer. */
export interface Recording {
    /** `trace/file`. */
    readonly name: string;
    readonly method: string;
    /** Below the base URL of the TSP. */
    readonly path: string;
    /** Body of the request as text, empty when there was none; numbers as they were. */
    readonly requestBody: string;
    readonly status: number;
    /** Body of the answer, numbers as they came. */
    readonly body: string;
}

/** The folder of the recordings, undefined when they are not at hand. */
export function recordingsFolder(): string | undefined {
    const folder = join(process.env.TMLL_SHARED ?? resolve(__dirname, '../../../../../shared'), 'recordings');
    return existsSync(folder) ? folder : undefined;
}

/** Complete recordings whose file name matches, by name; empty where the recordings are not at hand. */
export function recordings(pattern: RegExp, trace?: string): Recording[] {
    const folder = recordingsFolder();
    if (folder === undefined) {
        process.stderr.write('No recordings at hand: tests on them are skipped; set TMLL_SHARED.\n');
        return [];
    }
    const traces = trace === undefined ? readdirSync(folder) : [trace];
    return traces
        .flatMap(name => readdirSync(join(folder, name)).map(file => join(name, file)))
        .filter(name => pattern.test(name) && name.endsWith('.json'))
        .sort()
        .map(name => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
        .filter(({ text }) => !text.includes('"TRUNCATED_BY_RECORDER"'))
        .map(({ name, text }) => parse(name, text));
}

/** Texts are cut out of the file, so that no parser under test has touched them. */
function parse(name: string, text: string): Recording {
    const { request, http_status: status } = JSON.parse(text) as {
        request: { method: string; path: string; body: unknown };
        http_status: number;
    };
    const { method, path, body } = request;
    return {
        name,
        method,
        path,
        requestBody: body === null ? '' : between(text, '"body": ', '\n }', '"http_status"'),
        status,
        body: text.slice(text.indexOf('"response": ') + 12, text.lastIndexOf('}')).trimEnd()
    };
}

function between(text: string, after: string, before: string, beyond: string): string {
    const start = text.indexOf(after) + after.length;
    return text.slice(start, text.lastIndexOf(before, text.indexOf(beyond))).trimEnd();
}
