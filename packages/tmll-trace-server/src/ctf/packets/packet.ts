import { StreamClass } from '../metadata/trace-class';

/** Where a packet lies and what its header and context say about it. */
export interface Packet {
    /** Absolute path of its file. */
    readonly path: string;
    /** First byte in the file. */
    readonly offset: number;
    /** Bytes of it that are in the file: less than it says when the file is cut off. */
    readonly size: number;
    /** Bits from its first byte to the end of its last event. */
    readonly contentBits: number;
    /** Does the file end before the packet does? */
    readonly cut: boolean;
    readonly streamClass: StreamClass;
    /** Which of the streams of this class it belongs to. */
    readonly instance: bigint | undefined;
    /** Time of its beginning and end in cycles of the stream's clock. */
    readonly begin: bigint | undefined;
    readonly end: bigint | undefined;
    readonly sequence: bigint | undefined;
    /** Events discarded in the stream so far. */
    readonly discarded: bigint | undefined;
    /** -1 when it does not say. */
    readonly cpu: number;
}
