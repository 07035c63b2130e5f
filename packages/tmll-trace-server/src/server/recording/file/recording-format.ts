import type { RecordingResult } from '../../../outputs/recording/record-trace';
import type { Snapshot } from '../../../outputs/recording/snapshot/snapshot';

/**
 * A recording in a file: pages, arrays, the head (`v8.serialize`), and a trailer that says where the head is and what the checksum of all
 * before it. Everything begins at a multiple of `ALIGNMENT`, in the byte order of the machine.
 */
export const ALIGNMENT = 8;

export interface RecordingHead extends Pick<Snapshot, 'shape' | 'recorders'> {
    readonly result: RecordingResult;
    /** Where the arrays begin. */
    readonly start: number;
    /** Kind, offset from the start and length of each array. */
    readonly arrays: Float64Array;
    /** Kind, offset in the file and length of each page. */
    readonly pages: Float64Array;
}

export interface RecordingTrailer {
    readonly headOffset: number;
    readonly headBytes: number;
    /** CRC-32 of all before the trailer. */
    readonly checksum: number;
}

export const TRAILER_BYTES = 32;
const MAGIC = Buffer.from('TMLLREC1');

export function writeTrailer({ headOffset, headBytes, checksum }: RecordingTrailer): Buffer {
    const trailer = Buffer.alloc(TRAILER_BYTES);
    trailer.writeDoubleLE(headOffset, 0);
    trailer.writeDoubleLE(headBytes, 8);
    trailer.writeUInt32LE(checksum >>> 0, 16);
    MAGIC.copy(trailer, TRAILER_BYTES - MAGIC.length);
    return trailer;
}

/** The trailer of a file of a size; undefined when it is none of a recording. */
export function readTrailer(bytes: Buffer, fileBytes: number): RecordingTrailer | undefined {
    if (bytes.length !== TRAILER_BYTES || !bytes.subarray(TRAILER_BYTES - MAGIC.length).equals(MAGIC)) {
        return undefined;
    }
    const trailer = {
        headOffset: bytes.readDoubleLE(0),
        headBytes: bytes.readDoubleLE(8),
        checksum: bytes.readUInt32LE(16)
    };
    return trailer.headOffset >= 0 && trailer.headOffset + trailer.headBytes === fileBytes - TRAILER_BYTES
        ? trailer
        : undefined;
}
