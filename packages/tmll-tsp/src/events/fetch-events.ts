import { exchange, isSuccess } from '../exchange';
import { parseJson, stringifyJson } from '../json';
import { currentRequestOptions, RequestOptions } from '../request-options';
import { normalizeBaseUrl } from '../tsp-client';
import { failureOf, TspError } from '../tsp-error';
import { EventBatch, EventStreamHead, LostStretch } from './event-batch';
import { Frame, FrameReader } from './frame-reader';

/** Which events are wanted, and what of them. */
export interface EventQuery {
    /** Names of event types; one that ends with `*` stands for all that begin so. */
    readonly types: readonly string[];
    /** Names of fields; those of contexts begin with `context.`. */
    readonly fields: readonly string[];
    /** Ns since the epoch, both inclusive; all when not given. */
    readonly range?: { readonly startNs: bigint; readonly endNs: bigint };
}

/** Takes the events of a stream while they come. */
export interface EventSink {
    /** Called once, before the first batch. */
    begin(head: EventStreamHead): void;
    batch(batch: EventBatch): void;
}

/** How a stream ended. */
export interface EventStreamEnd {
    readonly events: number;
    /** Why the rest of the trace could not be read, when it could not. */
    readonly cut?: string;
}

/** Limit in ms for the next piece of a stream; the stream as a whole may last as long as it comes. */
const SILENCE_MS = 60_000;

/**
 * Hands the events of an experiment to a sink in one pass, by the event stream of TMLL's own trace server.
 * @returns undefined when the trace server has no such thing
 * @throws TspError when the request fails or the answer is no whole event stream; the signal's reason when cancelled; whatever the
 * sink throws
 */
export async function fetchEvents(
    baseUrl: string,
    experimentUuid: string,
    { types, fields, range }: EventQuery,
    sink: EventSink,
    options: RequestOptions = {}
): Promise<EventStreamEnd | undefined> {
    const url = `${normalizeBaseUrl(baseUrl)}/experiments/${encodeURIComponent(experimentUuid)}/tmll/events`;
    const requested_timerange = range && { start: range.startNs, end: range.endNs };
    const body = stringifyJson({ parameters: { types, fields, ...(range ? { requested_timerange } : {}) } });
    const init: RequestInit = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body };
    const given = { ...currentRequestOptions(), ...options };
    const watch = new SilenceWatch(given.signal, given.timeoutMs ?? SILENCE_MS);
    try {
        return await exchange(url, init, { ...given, signal: watch.signal, timeoutMs: Infinity }, async answer => {
            if (answer.status === 404 || answer.status === 405) {
                return undefined;
            }
            if (!isSuccess(answer.status)) {
                const text = await answer.text();
                throw new TspError(failureOf(url, answer.status, answer.statusText, parseJson(text).model, text));
            }
            const reading = new StreamReading(sink);
            try {
                for await (const chunk of answer.chunks()) {
                    watch.heard();
                    reading.take(chunk);
                }
                return reading.finish();
            } catch (error) {
                if (!(error instanceof SyntaxError)) {
                    throw error;
                }
                const title = 'The answer is no event stream';
                throw new TspError({ url, status: answer.status, title, detail: error.message }, error);
            }
        });
    } finally {
        watch.end();
    }
}

class StreamReading {
    private readonly frames = new FrameReader();
    private readonly texts: string[] = [];
    private begun = false;
    private ended: EventStreamEnd | undefined;

    constructor(private readonly sink: EventSink) {}

    take(chunk: Uint8Array): void {
        for (const frame of this.frames.next(chunk)) {
            this.frame(frame);
        }
    }

    finish(): EventStreamEnd {
        if (this.ended === undefined || !this.frames.isBetweenFrames) {
            throw new SyntaxError('It ends in the middle');
        }
        return this.ended;
    }

    private frame({ header, payload }: Frame): void {
        if (!this.begun) {
            this.begun = true;
            this.sink.begin(headOf(header));
        } else if (header.end === true) {
            const cut = typeof header.cut === 'string' ? { cut: header.cut } : {};
            this.ended = { events: Number(header.rows), ...cut };
        } else {
            this.texts.push(...(header.texts as string[]));
            this.sink.batch(batchOf(header as unknown as BatchHeader, payload, this.texts));
        }
    }
}

function headOf(header: Frame['header']): EventStreamHead {
    if (header.format !== 'tmll-events/1') {
        throw new SyntaxError(`Its format is ${JSON.stringify(header.format)}, not "tmll-events/1"`);
    }
    const lost = header.lost as readonly { startNs: string; endNs: string; count: number }[];
    return {
        origin: BigInt(String(header.originNs)),
        types: header.types as string[],
        discarded: Number(header.discarded),
        lost: lost.map(({ startNs, endNs, count }): LostStretch => ({
            startNs: BigInt(startNs),
            endNs: BigInt(endNs),
            count
        }))
    };
}

interface BatchHeader {
    readonly rows: number;
    readonly columns: readonly { readonly name: string; readonly format: string; readonly value?: number }[];
}

function batchOf({ rows, columns }: BatchHeader, payload: Uint8Array, texts: readonly string[]): EventBatch {
    const found = new Map<string, Float64Array>();
    let types = new Uint16Array(rows);
    let offset = payload.byteOffset;
    for (const { name, format, value } of columns) {
        if (format === 'constant') {
            found.set(name, new Float64Array(rows).fill(value ?? NaN));
            continue;
        }
        const bytes = rows * (format === 'u16' ? 2 : 8);
        if (offset + bytes > payload.byteOffset + payload.byteLength) {
            throw new SyntaxError(`The column "${name}" is not whole`);
        }
        if (format === 'u16') {
            types = new Uint16Array(payload.buffer as ArrayBuffer, offset, rows);
        } else {
            found.set(name, new Float64Array(payload.buffer, offset, rows));
        }
        offset += Math.ceil(bytes / 8) * 8;
    }
    const times = found.get('time') ?? new Float64Array(rows);
    return { rows, times, types, texts, column: name => found.get(name) };
}

/** Ends an exchange when nothing is heard for too long, or when another signal says so. */
class SilenceWatch {
    private readonly controller = new AbortController();
    private readonly forward = (): void => this.controller.abort(this.outer?.reason);
    private timer: ReturnType<typeof setTimeout> | undefined;
    private lastHeard = 0;

    constructor(
        private readonly outer: AbortSignal | undefined,
        private readonly limitMs: number
    ) {
        outer?.addEventListener('abort', this.forward, { once: true });
        if (outer?.aborted) {
            this.forward();
        }
        this.heard();
        if (Number.isFinite(limitMs)) {
            this.wait(limitMs);
        }
    }

    get signal(): AbortSignal {
        return this.controller.signal;
    }

    heard(): void {
        this.lastHeard = Date.now();
    }

    end(): void {
        clearTimeout(this.timer);
        this.outer?.removeEventListener('abort', this.forward);
    }

    private wait(ms: number): void {
        this.timer = setTimeout(() => {
            const left = this.lastHeard + this.limitMs - Date.now();
            if (left > 0) {
                this.wait(left);
            } else {
                const title = `The trace server sent nothing for ${this.limitMs / 1000} s`;
                this.controller.abort(new TspError({ title }));
            }
        }, ms);
    }
}
