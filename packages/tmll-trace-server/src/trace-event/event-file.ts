import { closeSync, readSync } from 'node:fs';
import { TraceError } from '../trace/trace';
import { EventScanner } from './event-scanner';
import { exactOffset, parseEvent, RawEvent } from './raw-event';

/** An event may have no more bytes than this; stack traces and screenshots have fewer. */
export const MAX_EVENT_BYTES = 16 * 1024 * 1024;

/** Neighbouring events of a file, of which only this is kept. Times are ns from the base of the file. */
export interface Block {
    readonly start: number;
    readonly end: number;
    readonly min: number;
    readonly max: number;
}

/** An event of a block, with its time. */
export interface TimedEvent {
    readonly time: number;
    readonly event: RawEvent;
    readonly text: string;
}

/** A file of trace events that is read by blocks, in any order. */
export class EventFile {
    /**
     * @param descriptor of the open file; closed when the object is forgotten
     * @param path for the messages
     * @param base µs from which times are counted
     */
    constructor(
        private readonly descriptor: number,
        readonly path: string,
        readonly base: number,
        readonly blocks: readonly Block[]
    ) {
        forgotten.register(this, descriptor);
    }

    /** The events of a block in the order of their times; of equal times in that of the file, but what lasts longer first. */
    read({ start, end }: Block): TimedEvent[] {
        const bytes = Buffer.allocUnsafe(end - start);
        for (let filled = 0; filled < bytes.length;) {
            const read = readSync(this.descriptor, bytes, filled, bytes.length - filled, start + filled);
            if (read === 0) {
                throw new TraceError(`The file ${this.path} became shorter while it was read.`, this.path);
            }
            filled += read;
        }
        const events: TimedEvent[] = [];
        const scanner = new EventScanner(
            (piece, from, to) => {
                const text = piece.toString('utf8', from, to);
                const event = parseEvent(text);
                if (event && event.phase !== 'M') {
                    events.push({ time: exactOffset(event.ts, this.base, text), event, text });
                }
            },
            MAX_EVENT_BYTES,
            true
        );
        scanner.push(bytes);
        return events.sort(byTime);
    }
}

/** Closes the files of those that nobody holds any more: traces have no end of their own. */
const forgotten = new FinalizationRegistry((descriptor: number) => closeSync(descriptor));

/** What begins first comes first; of what begins at once that which lasts longest, since it holds the others. */
export function byTime(a: TimedEvent, b: TimedEvent): number {
    return a.time - b.time || longest(b) - longest(a);
}

function longest({ event: { phase, values } }: TimedEvent): number {
    const duration = phase === 'X' ? Number(values.dur ?? 0) : 0;
    return duration > 0 ? duration : 0;
}
