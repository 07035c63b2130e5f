import { FieldValue, TraceInteger } from '../../trace/trace';
import { StructureClass } from '../metadata/field-class';
import { EventClass, StreamClass } from '../metadata/trace-class';
import { CodeWriter } from './code-writer';
import { DecoderState } from './decoder-state';
import { FieldCode, RoleHook } from './field-code';
import { Position, PositionState, UNKNOWN_BYTE } from './position';
import { ReferenceSlots } from './reference-slots';
import { writeTime } from './time-code';

/** Decodes a packet's header or context at the state's position and moves it behind. */
export type HeadDecoder = (state: DecoderState) => void;

/** Decodes an event header: sets the state's time and gives back the event's id. */
export type HeaderDecoder = (state: DecoderState) => TraceInteger;

/** What an event decoder fills. */
export interface DecodedEvent {
    fields: Readonly<Record<string, FieldValue>>;
    context: Readonly<Record<string, FieldValue>>;
}

/** Decodes what follows an event's header into the event. */
export type EventDecoder = (state: DecoderState, event: DecodedEvent) => void;

/** Where decoders begin when nothing better is known. */
const AT_BIT: PositionState = { mode: 'bit' };

const NO_FIELDS: Readonly<Record<string, FieldValue>> = Object.freeze({});

/** Generates the decoder of a packet header or context: it fills the state's `head`. */
export function compileHead(structure: StructureClass | undefined, slots: ReferenceSlots): HeadDecoder {
    if (!structure) {
        return () => undefined;
    }
    const writer = new CodeWriter();
    const hook: RoleHook = (field, _position, value, bytes) => {
        for (const role of field.roles ?? []) {
            writer.line(`s.head[${JSON.stringify(role)}] = ${value()};`);
            if ((role === 'begin' || role === 'end') && field.kind !== 'blob') {
                const bits = field.kind === 'integer' ? Math.min(field.size, 64) : `Math.min(${bytes} * 7, 64)`;
                writer.line(`s.${role}Bits = ${bits};`);
            }
        }
    };
    const { position, code } = begin(AT_BIT, slots, writer, hook);
    code.structure(structure, false);
    end(writer, position);
    return writer.compile(['s']);
}

/** Generates the decoder of a stream's event headers, and tells where it leaves the position. */
export function compileHeader(
    { eventHeader, events }: StreamClass,
    slots: ReferenceSlots
): { decode: HeaderDecoder; end: PositionState } {
    const onlyId = events.length === 1 ? Number(events[0].id) : 0;
    if (!eventHeader) {
        return { decode: () => onlyId, end: AT_BIT };
    }
    const writer = new CodeWriter();
    const hook: RoleHook = (field, position, value, bytes) => {
        if (field.roles?.includes('time') && field.kind !== 'blob') {
            writeTime(writer, field, position, value, bytes);
        }
        if (field.roles?.includes('event-class')) {
            writer.line(`id = ${value()};`);
        }
    };
    const { position, code } = begin(AT_BIT, slots, writer, hook);
    writer.line(`let id = ${onlyId};`);
    code.structure(eventHeader, false);
    const endState = end(writer, position);
    writer.line('return id;');
    return { decode: writer.compile(['s']), end: endState };
}

/**
 * Generates the decoder of an event's contexts and payload.
 *
 * @param start where the header leaves the position
 * @param wanted without it the decoder only moves behind the event
 */
export function compileEvent(
    { eventContext }: StreamClass,
    { context, payload }: EventClass,
    slots: ReferenceSlots,
    start: PositionState,
    wanted: boolean
): EventDecoder {
    const { writer, position, code } = begin(start, slots);
    const contexts = [eventContext, context].filter(structure => structure !== undefined);
    const contextValues = contexts.map(structure => code.structure(structure, wanted));
    const payloadValue = payload && code.structure(payload, wanted);
    end(writer, position);
    if (wanted) {
        const none = writer.constant('none', NO_FIELDS);
        const [first, second] = contextValues;
        writer.line(`e.context = ${second ? `{ ...${first}, ...${second} }` : (first ?? none)};`);
        writer.line(`e.fields = ${payload?.members.length ? payloadValue : none};`);
    }
    return writer.compile(['s', 'e']);
}

function begin(
    start: PositionState,
    slots: ReferenceSlots,
    writer = new CodeWriter(),
    hook?: RoleHook
): { writer: CodeWriter; position: Position; code: FieldCode } {
    writer.line('const v = s.view, b = s.bytes;');
    writer.line(start.mode === 'byte' ? 'let h, t, p = s.position >>> 3;' : 'let h, p, t = s.position;');
    const position = new Position(writer, start);
    return { writer, position, code: new FieldCode(writer, position, slots, hook) };
}

/** Stores the position; gives back what is known of it. */
function end(writer: CodeWriter, position: Position): PositionState {
    const state = position.current;
    writer.line(`s.position = ${state.mode === 'byte' && state.offset === 0 ? 'p * 8' : position.bit()};`);
    return position.atByte ? UNKNOWN_BYTE : AT_BIT;
}
