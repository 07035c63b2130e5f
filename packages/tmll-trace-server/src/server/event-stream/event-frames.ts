import type { ColumnBatch } from './event-columns';

const ALIGNMENT = 8;

/**
 * A frame of an event stream: the lengths in bytes of header and payload as 32-bit little-endian integers, the header as JSON padded
 * with spaces, the payload. All parts begin at a multiple of 8 bytes, so that columns can be looked at where they lie.
 */
export function frameOf(header: object, payload: readonly Uint8Array[] = []): Buffer {
    const json = Buffer.from(JSON.stringify(header));
    const headerLength = padded(json.length);
    const payloadLength = payload.reduce((sum, { byteLength }) => sum + padded(byteLength), 0);
    const frame = Buffer.alloc(ALIGNMENT + headerLength + payloadLength);
    frame.writeUInt32LE(headerLength, 0);
    frame.writeUInt32LE(payloadLength, 4);
    frame.fill(' ', ALIGNMENT, ALIGNMENT + headerLength).set(json, ALIGNMENT);
    let offset = ALIGNMENT + headerLength;
    for (const bytes of payload) {
        frame.set(bytes, offset);
        offset += padded(bytes.byteLength);
    }
    return frame;
}

/** The frame of a batch. */
export function batchFrame({ payload, ...header }: ColumnBatch): Buffer {
    return frameOf(header, payload);
}

function padded(length: number): number {
    return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}
