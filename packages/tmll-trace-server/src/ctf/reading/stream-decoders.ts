import { EventType, FieldType, TraceInteger } from '../../trace/trace';
import { compileEvent, compileHeader, EventDecoder, HeaderDecoder } from '../codegen/decoders';
import { PositionState } from '../codegen/position';
import { ReferenceSlots } from '../codegen/reference-slots';
import { AnyIntegerClass, FieldClass, StructureClass } from '../metadata/field-class';
import { EventClass, StreamClass } from '../metadata/trace-class';

/** A type of event with its decoders, which are generated when they are first needed. */
export class EventReader {
    private decoder: EventDecoder | undefined;
    private skipper: EventDecoder | undefined;

    constructor(
        readonly type: EventType,
        private readonly generate: (wanted: boolean) => EventDecoder
    ) {}

    /** Decodes contexts and payload. */
    get decode(): EventDecoder {
        return (this.decoder ??= this.generate(true));
    }

    /** Only moves behind the event. */
    get skip(): EventDecoder {
        return (this.skipper ??= this.generate(false));
    }
}

/** All decoders of one kind of stream. */
export class StreamDecoders {
    readonly decodeHeader: HeaderDecoder;
    readonly eventTypes: readonly EventType[];
    private readonly readers = new Map<TraceInteger, EventReader>();

    /** @param firstIndex index of the stream's first event type within the trace */
    constructor(streamClass: StreamClass, slots: ReferenceSlots, firstIndex: number) {
        const { decode, end } = compileHeader(streamClass, slots);
        this.decodeHeader = decode;
        this.eventTypes = streamClass.events.map((event, index) => {
            const type = eventType(streamClass, event, firstIndex + index);
            const id = Number(event.id);
            const generate = generator(streamClass, event, slots, end);
            this.readers.set(Number.isSafeInteger(id) ? id : event.id, new EventReader(type, generate));
            return type;
        });
    }

    reader(id: TraceInteger): EventReader | undefined {
        return this.readers.get(id);
    }
}

function generator(
    streamClass: StreamClass,
    event: EventClass,
    slots: ReferenceSlots,
    start: PositionState
): (wanted: boolean) => EventDecoder {
    return wanted => compileEvent(streamClass, event, slots, start, wanted);
}

function eventType(streamClass: StreamClass, event: EventClass, index: number): EventType {
    return {
        index,
        name: event.name,
        fields: fieldTypes(event.payload),
        context: [...fieldTypes(streamClass.eventContext), ...fieldTypes(event.context)],
        logLevel: event.logLevel
    };
}

function fieldTypes(structure: StructureClass | undefined): FieldType[] {
    return structure?.members.map(({ name, fieldClass }) => fieldType(name, fieldClass)) ?? [];
}

function fieldType(name: string, fieldClass: FieldClass): FieldType {
    switch (fieldClass.kind) {
        case 'integer':
        case 'variable-integer':
            return { name, kind: 'integer', ...integerProperties(fieldClass) };
        case 'enumeration':
            return {
                name,
                kind: 'enumeration',
                ...integerProperties(fieldClass.integer),
                labels: [...new Set(fieldClass.mappings.map(({ label }) => label))]
            };
        case 'structure':
            return { name, kind: 'structure', members: fieldTypes(fieldClass) };
        case 'variant':
            return {
                name,
                kind: 'variant',
                members: fieldClass.options.map(option => fieldType(option.name, option.fieldClass))
            };
        case 'array':
        case 'sequence':
            return { name, kind: fieldClass.kind, members: [fieldType('', fieldClass.element)] };
        case 'optional':
            return fieldType(name, fieldClass.fieldClass);
        case 'float':
            return { name, kind: 'float', size: fieldClass.size };
        default:
            return { name, kind: fieldClass.kind };
    }
}

function integerProperties(integer: AnyIntegerClass): Pick<FieldType, 'base' | 'signed' | 'size'> {
    const { base, signed } = integer;
    return integer.kind === 'integer' ? { base, signed, size: integer.size } : { base, signed };
}
