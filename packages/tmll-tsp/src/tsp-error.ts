/** What is known about a failed exchange with a trace server. */
export interface TspFailure {
    /** Status of the HTTP response, undefined when there was none. */
    readonly status?: number;
    /** What went wrong, in a few words, as the trace server says it where it says anything. */
    readonly title: string;
    /** The trace server's explanation, where it gives one. */
    readonly detail?: string;
    /** The request that failed, where it was a single one. */
    readonly url?: string;
}

/** A trace server that cannot be reached, refuses, answers nonsense or cannot compute. The message is one sentence for users. */
export class TspError extends Error implements TspFailure {
    override readonly name = 'TspError';
    readonly status?: number;
    readonly title: string;
    readonly detail?: string;
    readonly url?: string;

    constructor(failure: TspFailure, cause?: unknown) {
        super(sentence(failure), cause === undefined ? undefined : { cause });
        this.status = failure.status;
        this.title = failure.title;
        this.detail = failure.detail;
        this.url = failure.url;
    }
}

function sentence({ status, title, detail, url }: TspFailure): string {
    const what = detail ? `${withoutStop(title)}: ${withoutStop(detail)}` : withoutStop(title);
    const where = [status === undefined ? '' : `HTTP ${status}`, url ?? ''].filter(text => text !== '').join(' from ');
    return where === '' ? `${what}.` : `${what} (${where}).`;
}

function withoutStop(text: string): string {
    return text.trim().replace(/\.$/, '');
}

/**
 * The failure that the body of an error response tells of: `{title, detail}` as TSP has it, or the beginning of whatever
 * else stands there.
 * @param model the parsed body, undefined when it is not JSON
 */
export function failureOf(
    url: string | undefined,
    status: number,
    statusText: string,
    model: unknown,
    text: string
): TspFailure {
    const body: Readonly<Record<string, unknown>> = isRecord(model) ? model : {};
    const plain = model === undefined && !text.trimStart().startsWith('<') ? text.trim().slice(0, 200) : '';
    return {
        url,
        status,
        title:
            nonEmpty(body.title) ?? nonEmpty(plain) ?? nonEmpty(statusText) ?? 'The trace server refused the request',
        detail: nonEmpty(body.detail) ?? nonEmpty(body.details)
    };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === 'object' && value !== null;
}

function nonEmpty(value: unknown): string | undefined {
    return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
