import { TraceInteger } from '../../trace/trace';
import { compileHead, HeadDecoder } from '../codegen/decoders';
import { DecoderState, PacketHeadValues } from '../codegen/decoder-state';
import { ReferenceSlots } from '../codegen/reference-slots';
import { StreamClass, TraceClass } from '../metadata/trace-class';

/** What a packet's header and context say. */
export interface PacketHead {
    readonly streamClass: StreamClass;
    readonly values: PacketHeadValues;
}

/** Says why bytes are no packet of this trace; the message is a clause without subject. */
export class NoPacket extends Error {}

const STREAM_MAGIC = 0xc1fc1fc1n;

/** Decodes what stands before the first event of a packet. */
export class PacketHeadDecoder {
    private readonly header: HeadDecoder;
    private readonly contexts = new Map<StreamClass, HeadDecoder>();

    constructor(
        private readonly traceClass: TraceClass,
        private readonly slots: ReferenceSlots
    ) {
        this.header = compileHead(traceClass.packetHeader, slots);
    }

    /**
     * Decodes header and context at the beginning of the state's bytes; leaves its position behind them.
     * Throws `NoPacket`, and `EndOfData` or `RangeError` when the bytes do not suffice.
     */
    decode(state: DecoderState): PacketHead {
        state.position = 0;
        state.head = {};
        this.header(state);
        const { magic, 'metadata-uuid': uuid } = state.head;
        if (magic !== undefined && integerOf(magic) !== STREAM_MAGIC) {
            throw new NoPacket('no packet begins there (if the file is no part of the trace, move it away)');
        }
        const expected = this.traceClass.uuid?.replaceAll('-', '');
        if (uuid !== undefined && expected !== undefined && uuid !== expected) {
            throw new NoPacket('the packet belongs to another trace (its UUID is not that of the metadata)');
        }
        const streamClass = this.streamClass(integerOf(state.head['stream-class']));
        let decodeContext = this.contexts.get(streamClass);
        if (!decodeContext) {
            decodeContext = compileHead(streamClass.packetContext, this.slots);
            this.contexts.set(streamClass, decodeContext);
        }
        decodeContext(state);
        return { streamClass, values: state.head };
    }

    private streamClass(id: bigint | undefined): StreamClass {
        const { streams } = this.traceClass;
        if (id === undefined && streams.length === 1) {
            return streams[0];
        }
        const wanted = id ?? 0n;
        const found = streams.find(stream => stream.id === wanted);
        if (!found) {
            throw new NoPacket(`the packet belongs to the stream ${wanted}, which the metadata does not declare`);
        }
        return found;
    }
}

/** A value of a packet's head as a bigint. */
export function integerOf(value: TraceInteger | string | undefined): bigint | undefined {
    return value === undefined ? undefined : BigInt(value);
}
