import { TraceInteger } from '../../trace/trace';
import { Block, MetadataSyntax, TypeAssignment } from '../tsdl/syntax';
import { TsdlError } from '../tsdl/tsdl-error';
import { Attributes } from './attributes';
import { Clock } from './clock';
import { clockOf, mapTimestamps } from './clock-mapping';
import { Member, Scope, StructureClass } from './field-class';
import { markEventRoles, markPacketRoles } from './packet-roles';
import { EventClass, StreamClass, TraceClass } from './trace-class';
import { TypeBuilder } from './type-builder';
import { TypeScope } from './type-scope';

const NS_PER_SECOND = 1_000_000_000n;
/** 2^43 Hz: conversions to ns stay exact below it. */
export const MAX_FREQUENCY = 1n << 43n;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type StreamDraft = Mutable<StreamClass> & { events: EventClass[] };

/**
 * Makes sense of parsed TSDL. Blocks may stand in any order: tracers write events before the stream that they belong to.
 * Throws `TsdlError` where the metadata contradicts itself.
 */
export function buildTraceClass(syntax: MetadataSyntax): TraceClass {
    return new TraceClassBuilder(syntax).build();
}

class TraceClassBuilder {
    private readonly types = new TypeScope();
    private readonly clocks: Clock[];
    private readonly trace: Block;
    private readonly traceAttributes: Attributes;
    private readonly builder: TypeBuilder;
    private packetHeader: StructureClass | undefined;

    constructor(private readonly syntax: MetadataSyntax) {
        const traces = this.blocks('trace');
        if (traces.length !== 1) {
            const at = traces[1]?.at ?? { line: 1, column: 1 };
            throw new TsdlError(`the metadata has ${traces.length || 'no'} trace block${traces.length ? 's' : ''}`, at);
        }
        this.trace = traces[0];
        this.traceAttributes = attributesOf(this.trace);
        this.clocks = this.blocks('clock').map(buildClock);
        const byteOrder = this.traceAttributes.byteOrder();
        if (!byteOrder) {
            throw new TsdlError('the trace block has no byte_order', this.trace.at);
        }
        this.builder = new TypeBuilder({ byteOrder, clocks: this.clocks });
    }

    build(): TraceClass {
        for (const statement of this.syntax) {
            if (statement.kind !== 'block') {
                this.types.declare(statement);
            }
        }
        const packetHeader = this.scopes(this.trace, 'packet.header', 'packet-header', new Map());
        this.packetHeader = packetHeader && markPacketRoles(packetHeader);
        const streams = this.streams();
        this.events(streams);
        const uuid = this.traceAttributes.text('uuid')?.toLowerCase();
        return {
            uuid,
            identity: uuid,
            environment: this.environment(),
            clocks: this.clocks,
            packetHeader: this.packetHeader,
            streams: [...streams.values()]
        };
    }

    private streams(): Map<bigint, StreamDraft> {
        const streams = new Map<bigint, StreamDraft>();
        for (const block of this.blocks('stream')) {
            const id = attributesOf(block).integer('id') ?? 0n;
            if (streams.has(id)) {
                throw new TsdlError(`the stream ${id} is declared twice`, block.at);
            }
            const known = new Map<Scope, readonly Member[]>([['packet-header', this.packetHeader?.members ?? []]]);
            const packetContext = this.scopes(block, 'packet.context', 'packet-context', known);
            const eventHeader = this.scopes(block, 'event.header', 'event-header', known);
            for (const structure of [packetContext, eventHeader]) {
                if (structure) {
                    mapTimestamps(structure, this.clocks, block.at);
                }
            }
            streams.set(id, {
                id,
                clock: clockOf(eventHeader) ?? clockOf(packetContext) ?? clockOf(this.packetHeader),
                packetContext: packetContext && markPacketRoles(packetContext),
                eventHeader: eventHeader && markEventRoles(eventHeader),
                eventContext: this.scopes(block, 'event.context', 'stream-event-context', known),
                events: []
            });
        }
        return streams;
    }

    private events(streams: Map<bigint, StreamDraft>): void {
        for (const block of this.blocks('event')) {
            const attributes = attributesOf(block);
            const streamId = attributes.integer('stream_id') ?? 0n;
            const stream = streams.get(streamId) ?? implicitStream(streamId, streams, block);
            const id = attributes.integer('id') ?? 0n;
            if (stream.events.some(event => event.id === id)) {
                throw new TsdlError(`the stream ${streamId} has two events with the id ${id}`, block.at);
            }
            const known = new Map<Scope, readonly Member[]>([
                ['packet-header', this.packetHeader?.members ?? []],
                ['packet-context', stream.packetContext?.members ?? []],
                ['event-header', stream.eventHeader?.members ?? []],
                ['stream-event-context', stream.eventContext?.members ?? []]
            ]);
            const logLevel = attributes.value('loglevel') && attributes.bounded('loglevel', -0x8000_0000, 0x7fff_ffff);
            stream.events.push({
                id,
                name: attributes.text('name') ?? `event ${id}`,
                logLevel,
                context: this.scopes(block, 'context', 'event-context', known),
                payload: this.scopes(block, 'fields', 'event-payload', known)
            });
        }
    }

    /** The structure that a block assigns to one of its scopes; adds its members to those known afterwards. */
    private scopes(
        block: Block,
        name: string,
        scope: Scope,
        known: Map<Scope, readonly Member[]>
    ): StructureClass | undefined {
        const types = new TypeScope(this.types);
        let found: TypeAssignment | undefined;
        for (const entry of block.entries) {
            if (entry.kind === 'type-assignment' && entry.name === name) {
                if (found) {
                    throw new TsdlError(`"${name}" is declared twice`, entry.at);
                }
                found = entry;
            } else if (entry.kind === 'alias' || entry.kind === 'type') {
                types.declare(entry);
            }
        }
        const structure = found && this.builder.root(found.type, types, scope, known);
        known.set(scope, structure?.members ?? []);
        return structure;
    }

    private environment(): Record<string, string | TraceInteger> {
        const environment: Record<string, string | TraceInteger> = {};
        for (const block of this.blocks('env')) {
            for (const entry of block.entries) {
                if (entry.kind === 'assignment') {
                    const { value } = entry;
                    environment[entry.name] =
                        value.kind === 'integer'
                            ? safeInteger(value.value)
                            : value.kind === 'string'
                              ? value.value
                              : value.names.join('.');
                }
            }
        }
        return environment;
    }

    private blocks(kind: Block['block']): Block[] {
        return this.syntax.filter((entry): entry is Block => entry.kind === 'block' && entry.block === kind);
    }
}

function attributesOf(block: Block): Attributes {
    const assignments = block.entries.filter(entry => entry.kind === 'assignment');
    return new Attributes(assignments, `the ${block.block} block`, block.at);
}

/** Events without a stream block belong to an unnamed one, as long as there is no other. */
function implicitStream(id: bigint, streams: Map<bigint, StreamDraft>, block: Block): StreamDraft {
    if (streams.size > 0) {
        throw new TsdlError(`the event belongs to the stream ${id}, which is not declared`, block.at);
    }
    const stream: StreamDraft = {
        id,
        clock: undefined,
        packetContext: undefined,
        eventHeader: undefined,
        eventContext: undefined,
        events: []
    };
    streams.set(id, stream);
    return stream;
}

function buildClock(block: Block): Clock {
    const attributes = attributesOf(block);
    const name = attributes.text('name');
    if (name === undefined) {
        throw new TsdlError('the clock has no name', block.at);
    }
    const frequency = attributes.integer('freq') ?? NS_PER_SECOND;
    if (frequency < 1n || frequency > MAX_FREQUENCY) {
        throw new TsdlError(`a clock cannot tick ${frequency} times a second`, attributes.position('freq'));
    }
    return {
        name,
        frequency,
        offsetSeconds: attributes.integer('offset_s') ?? 0n,
        offsetCycles: attributes.integer('offset') ?? 0n,
        precision: attributes.integer('precision'),
        absolute: attributes.boolean('absolute') ?? false,
        uuid: attributes.text('uuid')
    };
}

function safeInteger(value: bigint): TraceInteger {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
}
