import { basename, resolve } from 'node:path';
import { EventCursor, EventType, LostEvents, ReadOptions, Trace, TraceStream, TraceWarning } from '../trace/trace';
import { BlockReader } from './block-reader';
import { EventFile } from './event-file';
import { EventSource, TraceEventCursor } from './event-cursor';

/** What reading a document gave. */
export interface TraceEventParts extends EventSource {
    readonly path: string;
    readonly file: EventFile;
    readonly eventTypes: readonly EventType[];
    readonly environment: Trace['environment'];
    readonly warnings: readonly TraceWarning[];
}

/** A document of trace events as a trace. It has one stream. */
export class TraceEventTrace implements Trace {
    readonly kind = 'trace-event';
    readonly path: string;
    readonly name: string;
    readonly origin: bigint;
    readonly start = 0;
    readonly end: number;
    readonly environment: Trace['environment'];
    readonly eventTypes: readonly EventType[];
    readonly streams: readonly TraceStream[];
    readonly discarded = 0;
    readonly lost: readonly LostEvents[] = [];
    readonly warnings: readonly TraceWarning[];
    /** Time of the first event in ns from the base of the file. */
    private readonly first: number;

    constructor(private readonly parts: TraceEventParts) {
        const { path, file, eventTypes, environment, stream, warnings } = parts;
        this.path = resolve(path);
        this.name = basename(path).replace(/(\.json)?(\.gz)?$/, '') || basename(path);
        const { blocks, base } = file;
        this.first = blocks.reduce((least, { min }) => Math.min(least, min), blocks[0]?.min ?? 0);
        this.end = blocks.reduce((most, { max }) => Math.max(most, max), this.first) - this.first;
        this.origin = BigInt(base) * 1000n + BigInt(this.first);
        this.environment = environment;
        this.eventTypes = eventTypes;
        this.streams = [stream];
        this.warnings = warnings;
    }

    read(options: ReadOptions = {}): EventCursor {
        const shift = Number(this.origin - (options.origin ?? this.origin)) - this.first;
        const from = options.from === undefined ? undefined : options.from - shift;
        return new TraceEventCursor(this.parts, new BlockReader(this.parts.file, undefined, from), shift, options);
    }
}
