import { TraceInteger } from '../../trace/trace';
import { PacketRole } from '../metadata/field-class';

/** What the header and context of a packet say of it, as far as they do. */
export type PacketHeadValues = Partial<Record<PacketRole, TraceInteger | string>>;

/** What generated decoders read from and write to. One per stream that is being read. */
export class DecoderState {
    /** The bytes at hand, as two views of the same memory: both end where the packet's content or the window ends. */
    bytes: Uint8Array = EMPTY;
    view: DataView = new DataView(EMPTY.buffer);
    /** Next bit to decode, from the beginning of the bytes at hand. */
    position = 0;
    /** Time of the last event header, in cycles of the stream's clock after `baseHigh * 2^32`. */
    cycles = 0;
    /** The lowest 32 bits of that time, by which shorter timestamps are completed. */
    low = 0;
    baseHigh = 0;
    /** Values of fields to which later scopes refer; see `ReferenceSlots`. */
    readonly references: TraceInteger[] = [];
    /** Filled by the decoders of a packet's head. */
    head: PacketHeadValues = {};
    /** How many bits the time has at which the packet begins and ends, to know when it wraps around. */
    beginBits = 64;
    endBits = 64;
    /** How many elements without size a packet may still have, so that a length cannot make work without end. */
    emptyElements = 0;
    /** How many elements the arrays of an event may still have together, so that bits cannot become gigabytes. */
    elements = MAX_ELEMENTS;
}

const EMPTY = new Uint8Array(0);

/** Elements without size that one packet may have. */
export const MAX_EMPTY_ELEMENTS = 1_000_000;

/** Elements that the arrays of one event may have. */
export const MAX_ELEMENTS = 8_000_000;
