/** Bytes of JSON that mean something to its structure. */
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

/** The key of the object form under which the events stand. */
const EVENTS_KEY = '"traceEvents"';
/** What is longer, with what stands before its value, is no key but a text of which nothing is needed. */
const LONGEST_KEY = 1024;

/** The parser's memory grows with the depth of what it parses. */
const MAX_DEPTH = 1000;

/** Takes the bytes of an event: from its first brace to behind its last, and where that first one is in the document. */
export type EventTaker = (bytes: Buffer, start: number, end: number, offset: number) => void;

/** A text that is no list of trace events. The message is a clause without subject. */
export class NotTraceEvents extends Error {}

/**
 * Finds the events in a document of trace events that comes in pieces, without ever holding more of it than one event:
 * `[{…}, {…}]` or `{"traceEvents": [{…}, {…}], …}`. What stands in the events is not looked at.
 */
export class EventScanner {
    private pending: Buffer = Buffer.alloc(0);
    private offset = 0;
    private state: 'start' | 'keys' | 'events' | 'done' = 'start';
    private depth = 0;
    private inString = false;
    private escaped = false;
    private scanned = 0;
    private begin = -1;
    /** Where the last string at the first level of the object form begins. */
    private key = -1;

    /**
     * @param largest an event of more bytes is no event
     * @param inEvents whether the bytes begin within the list of events
     */
    constructor(
        private readonly take: EventTaker,
        private readonly largest: number,
        inEvents = false
    ) {
        this.state = inEvents ? 'events' : 'start';
    }

    /** Is the list of events at its end? What comes after does not matter. */
    get isDone(): boolean {
        return this.state === 'done';
    }

    /** Was there a list of events at all? */
    get hasEvents(): boolean {
        return this.state === 'events' || this.state === 'done';
    }

    /** Takes the next piece. @throws NotTraceEvents */
    push(piece: Buffer): void {
        const bytes = this.pending.length > 0 ? Buffer.concat([this.pending, piece]) : piece;
        let at = this.scanned;
        while (at < bytes.length && this.state !== 'done') {
            at = this.state === 'events' ? this.scanEvents(bytes, at) : this.scanHead(bytes, at);
        }
        this.keep(bytes, at);
    }

    /** Forgets what is not needed any more; an unfinished event stays. */
    private keep(bytes: Buffer, at: number): void {
        if (at - this.key > LONGEST_KEY) {
            this.key = -1;
        }
        const from = this.begin >= 0 ? this.begin : this.key >= 0 ? this.key : at;
        if (at - from > this.largest) {
            throw new NotTraceEvents(`an event has more than ${this.largest} bytes`);
        }
        this.pending = Buffer.from(bytes.subarray(from));
        this.offset += from;
        this.scanned = at - from;
        this.begin = this.begin >= 0 ? 0 : -1;
        this.key = this.key >= 0 ? 0 : -1;
    }

    private scanEvents(bytes: Buffer, from: number): number {
        let at = from;
        while (at < bytes.length) {
            if (this.inString) {
                at = this.passString(bytes, at);
                continue;
            }
            const byte = bytes[at++];
            if (byte === QUOTE) {
                this.inString = true;
            } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
                if (this.depth++ === 0) {
                    this.begin = byte === OPEN_BRACE ? at - 1 : -1;
                } else if (this.depth > MAX_DEPTH) {
                    throw new NotTraceEvents(`an event is nested deeper than ${MAX_DEPTH} levels`);
                }
            } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
                if (this.depth === 0) {
                    this.state = 'done';
                    return at;
                }
                if (--this.depth === 0 && this.begin >= 0) {
                    const start = this.begin;
                    this.begin = -1;
                    this.take(bytes, start, at, this.offset + start);
                }
            }
        }
        return at;
    }

    /** Goes to the list of events. */
    private scanHead(bytes: Buffer, from: number): number {
        let at = from;
        while (at < bytes.length) {
            if (this.inString) {
                at = this.passString(bytes, at);
                continue;
            }
            const byte = bytes[at++];
            if (this.state === 'start') {
                if (byte === OPEN_BRACKET) {
                    this.state = 'events';
                    return at;
                }
                if (byte === OPEN_BRACE) {
                    this.state = 'keys';
                } else if (byte > 0x20 && !(byte >= 0xbb && byte <= 0xef)) {
                    // Beside white space only a byte order mark may come first.
                    throw new NotTraceEvents('it begins neither with [ nor with {');
                }
            } else if (byte === QUOTE) {
                this.inString = true;
                if (this.depth === 0) {
                    this.key = at - 1;
                }
            } else if (byte === OPEN_BRACKET && this.depth === 0 && this.isEventsKey(bytes)) {
                this.key = -1;
                this.state = 'events';
                return at;
            } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
                this.depth++;
                this.key = -1;
            } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
                if (this.depth-- === 0) {
                    throw new NotTraceEvents('it has no list "traceEvents"');
                }
            } else if (byte === 0x2c && this.depth === 0) {
                this.key = -1;
            }
        }
        return at;
    }

    private isEventsKey(bytes: Buffer): boolean {
        return this.key >= 0 && bytes.toString('latin1', this.key, this.key + EVENTS_KEY.length) === EVENTS_KEY;
    }

    /** Passes over the rest of a string; stays in it when the piece ends first. */
    private passString(bytes: Buffer, from: number): number {
        for (let at = from; at < bytes.length; at++) {
            if (this.escaped) {
                this.escaped = false;
            } else if (bytes[at] === BACKSLASH) {
                this.escaped = true;
            } else if (bytes[at] === QUOTE) {
                this.inString = false;
                return at + 1;
            }
        }
        return bytes.length;
    }
}
