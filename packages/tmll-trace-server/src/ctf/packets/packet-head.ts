import { FieldValue, TraceInteger } from '../../trace/trace';
import { compileStructure, StructureDecoder } from '../codegen/decoders';
import { DecoderState } from '../codegen/decoder-state';
import { ReferenceSlots } from '../codegen/reference-slots';
import { StreamClass, TraceClass } from '../metadata/trace-class';

/** The fields of a packet's header and context, by their names. */
export interface PacketHead {
    readonly streamClass: StreamClass;
    readonly header: Readonly<Record<string, FieldValue>>;
    readonly context: Readonly<Record<string, FieldValue>>;
}

/** Says why bytes are no packet of this trace; the message is a clause without subject. */
export class NoPacket extends Error {}

const STREAM_MAGIC = 0xc1fc1fc1;

/** Decodes what stands before the first event of a packet. */
export class PacketHeadDecoder {
    private readonly header: StructureDecoder;
    private readonly contexts = new Map<StreamClass, StructureDecoder>();

    constructor(
        private readonly traceClass: TraceClass,
        private readonly slots: ReferenceSlots
    ) {
        this.header = compileStructure(traceClass.packetHeader, slots);
    }

    /**
     * Decodes header and context at the beginning of the state's bytes; leaves its position behind them.
     * Throws `NoPacket`, and `EndOfData` or `RangeError` when the bytes do not suffice.
     */
    decode(state: DecoderState): PacketHead {
        state.position = 0;
        const header = this.header(state);
        if (header.magic !== undefined && header.magic !== STREAM_MAGIC) {
            throw new NoPacket('no packet begins there (if the file is no part of the trace, move it away)');
        }
        this.checkUuid(header.uuid);
        const streamClass = this.streamClass(header.stream_id);
        let decodeContext = this.contexts.get(streamClass);
        if (!decodeContext) {
            decodeContext = compileStructure(streamClass.packetContext, this.slots);
            this.contexts.set(streamClass, decodeContext);
        }
        return { streamClass, header, context: decodeContext(state) };
    }

    private checkUuid(bytes: FieldValue | undefined): void {
        const { uuid } = this.traceClass;
        if (uuid === undefined || !Array.isArray(bytes)) {
            return;
        }
        const digits = bytes.map(byte => Number(byte).toString(16).padStart(2, '0')).join('');
        if (digits !== uuid.replaceAll('-', '')) {
            throw new NoPacket('the packet belongs to another trace (its UUID is not that of the metadata)');
        }
    }

    private streamClass(id: FieldValue | undefined): StreamClass {
        const { streams } = this.traceClass;
        if (id === undefined && streams.length === 1) {
            return streams[0];
        }
        const wanted = integerOf(id) ?? 0n;
        const found = streams.find(stream => stream.id === wanted);
        if (!found) {
            throw new NoPacket(`the packet belongs to the stream ${wanted}, which the metadata does not declare`);
        }
        return found;
    }
}

/** The integer of a field, also of an enumeration. */
export function integerOf(value: FieldValue | undefined): bigint | undefined {
    if (typeof value === 'object' && 'value' in value) {
        return integerOf(value.value as TraceInteger);
    }
    return typeof value === 'number' || typeof value === 'bigint' ? BigInt(value) : undefined;
}
