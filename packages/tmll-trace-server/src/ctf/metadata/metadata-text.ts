import { TraceError } from '../../trace/trace';

const PACKET_MAGIC = 0x75d11d57;
/** magic, uuid, checksum, content size, packet size, three schemes, version (CTF 1.8.3, section 7.1). */
const PACKET_HEADER_BYTES = 37;

/**
 * The text of a metadata file: plain, or cut into packets of either byte order.
 * Throws `TraceError` when it is neither, encrypted, compressed or cut off.
 */
export function metadataText(bytes: Buffer, path: string): string {
    if (bytes.length === 0) {
        throw new TraceError(`The metadata file ${path} is empty, so the trace cannot be read.`, path);
    }
    const packetised =
        bytes.length >= 4 && (bytes.readUInt32LE(0) === PACKET_MAGIC || bytes.readUInt32BE(0) === PACKET_MAGIC);
    if (packetised) {
        return packetisedText(bytes, path);
    }
    const text = bytes.toString('utf8');
    if (text.includes('\0')) {
        throw new TraceError(`The metadata file ${path} is neither text nor made of CTF metadata packets.`, path);
    }
    return text;
}

function packetisedText(bytes: Buffer, path: string): string {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const littleEndian = view.getUint32(0, true) === PACKET_MAGIC;
    const parts: Buffer[] = [];
    for (let offset = 0; offset < bytes.length;) {
        if (offset + PACKET_HEADER_BYTES > bytes.length || view.getUint32(offset, littleEndian) !== PACKET_MAGIC) {
            throw new TraceError(
                `The metadata file ${path} has no packet at byte ${offset}, where one must begin.`,
                path
            );
        }
        const contentBytes = view.getUint32(offset + 24, littleEndian) / 8;
        const packetBytes = view.getUint32(offset + 28, littleEndian) / 8;
        const schemes = [view.getUint8(offset + 32), view.getUint8(offset + 33)];
        if (schemes.some(scheme => scheme !== 0)) {
            throw new TraceError(`The metadata file ${path} is compressed or encrypted, which is not supported.`, path);
        }
        if (contentBytes < PACKET_HEADER_BYTES || contentBytes > packetBytes || packetBytes % 1 !== 0) {
            throw new TraceError(`The metadata packet at byte ${offset} of ${path} has impossible sizes.`, path);
        }
        if (offset + contentBytes > bytes.length) {
            throw new TraceError(
                `The metadata file ${path} is cut off: its packet at byte ${offset} needs ${contentBytes} bytes, ` +
                    `but only ${bytes.length - offset} are there.`,
                path
            );
        }
        parts.push(bytes.subarray(offset + PACKET_HEADER_BYTES, offset + contentBytes));
        offset += packetBytes;
    }
    return Buffer.concat(parts).toString('utf8');
}
