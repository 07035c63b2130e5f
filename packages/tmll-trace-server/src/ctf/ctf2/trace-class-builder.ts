import { TraceInteger } from '../../trace/trace';
import { Member, Scope, StructureClass } from '../metadata/field-class';
import { EventClass, StreamClass, TraceClass } from '../metadata/trace-class';
import { ClockClasses } from './clock-classes';
import { FieldClassBuilder } from './field-class-builder';
import { JsonObject } from './json-object';
import { logLevelOf } from './log-level';
import { MetadataError } from './metadata-error';
import { uuidOf } from './uuid';

type StreamDraft = StreamClass & { readonly events: EventClass[]; readonly ids: Set<bigint> };

/**
 * Makes sense of the fragments of CTF 2 metadata (CTF2-SPEC-2.0, section 5; also the revision before, which babeltrace2's
 * own test traces are of). Throws `MetadataError` where they contradict themselves.
 */
export function buildTraceClass(fragments: readonly JsonObject[]): TraceClass {
    const [preamble, ...others] = fragments;
    if (!preamble) {
        throw new MetadataError('fragment 1', 'there is none');
    }
    checkPreamble(preamble);
    const draft = new TraceDraft(preamble);
    others.forEach(fragment => draft.add(fragment));
    return draft.finish();
}

function checkPreamble(preamble: JsonObject): void {
    if (preamble.text('type') !== 'preamble') {
        throw preamble.error('the first fragment must be the preamble');
    }
    if (preamble.integer('version') !== 2n) {
        throw preamble.error(`the version is ${preamble.integer('version')}, not 2`);
    }
    const extensions = (preamble.optionalObject('extensions')?.entries() ?? []).flatMap(([namespace, names]) =>
        Object.keys(names as object).map(name => `${namespace}/${name}`)
    );
    if (extensions.length > 0) {
        // An extension may change the format itself: what follows could not be trusted.
        throw preamble.error(`the trace needs extensions that are not known here: ${extensions.join(', ')}`);
    }
}

class TraceDraft {
    private readonly builder = new FieldClassBuilder();
    private readonly clocks = new ClockClasses();
    private readonly streams = new Map<bigint, StreamDraft>();
    private trace: JsonObject | undefined;
    private packetHeader: StructureClass | undefined;

    constructor(private readonly preamble: JsonObject) {}

    add(fragment: JsonObject): void {
        switch (fragment.text('type')) {
            case 'field-class-alias':
                return this.builder.alias(fragment.text('name'), fragment);
            case 'trace-class':
                return this.addTrace(fragment);
            case 'clock-class':
                return this.clocks.add(fragment);
            case 'data-stream-class':
                return this.addStream(fragment);
            case 'event-record-class':
                return this.addEvent(fragment);
            case 'preamble':
                throw fragment.error('there is a second preamble');
            default:
                throw fragment.error('there is no such fragment');
        }
    }

    finish(): TraceClass {
        const uuid = uuidOf(this.preamble) ?? (this.trace && uuidOf(this.trace));
        const uid = this.trace?.optionalText('uid');
        const names = ['namespace', 'name'].map(name => this.trace?.optionalText(name) ?? '');
        return {
            uuid,
            identity: uid === undefined ? uuid : [uuid ?? '', ...names, uid].join('\0'),
            environment: environmentOf(this.trace),
            clocks: this.clocks.all(),
            packetHeader: this.packetHeader,
            streams: [...this.streams.values()].map(({ ids: _, ...stream }) => stream)
        };
    }

    private addTrace(fragment: JsonObject): void {
        if (this.trace || this.streams.size > 0) {
            throw fragment.error('the trace class must come once, before the data stream classes');
        }
        this.trace = fragment;
        this.packetHeader = this.builder.root(fragment, 'packet-header-field-class', {
            scope: 'packet-header',
            clock: undefined,
            earlier: new Map()
        });
    }

    private addStream(fragment: JsonObject): void {
        const id = fragment.optionalInteger('id') ?? 0n;
        if (this.streams.has(id)) {
            throw fragment.error(`the data stream class ${id} is declared twice`);
        }
        const clock = this.clocks.ofStream(fragment);
        const earlier = new Map<Scope, readonly Member[]>([['packet-header', this.packetHeader?.members ?? []]]);
        const root = (property: string, scope: Scope): StructureClass | undefined => {
            const structure = this.builder.root(fragment, property, { scope, clock, earlier });
            earlier.set(scope, structure?.members ?? []);
            return structure;
        };
        this.streams.set(id, {
            id,
            clock,
            packetContext: root('packet-context-field-class', 'packet-context'),
            eventHeader: root('event-record-header-field-class', 'event-header'),
            eventContext: root('event-record-common-context-field-class', 'stream-event-context'),
            events: [],
            ids: new Set()
        });
    }

    private addEvent(fragment: JsonObject): void {
        const streamId = fragment.optionalInteger('data-stream-class-id') ?? 0n;
        const stream = this.streams.get(streamId);
        if (!stream) {
            throw fragment.error(`it belongs to the data stream class ${streamId}, which is not declared before it`);
        }
        const id = fragment.optionalInteger('id') ?? 0n;
        if (stream.ids.has(id)) {
            throw fragment.error(`the data stream class ${streamId} has two event record classes with the id ${id}`);
        }
        const earlier = new Map<Scope, readonly Member[]>([
            ['packet-header', this.packetHeader?.members ?? []],
            ['packet-context', stream.packetContext?.members ?? []],
            ['event-header', stream.eventHeader?.members ?? []],
            ['stream-event-context', stream.eventContext?.members ?? []]
        ]);
        const place = { clock: stream.clock, earlier };
        const context = this.builder.root(fragment, 'specific-context-field-class', {
            ...place,
            scope: 'event-context'
        });
        earlier.set('event-context', context?.members ?? []);
        const payload = this.builder.root(fragment, 'payload-field-class', { ...place, scope: 'event-payload' });
        stream.ids.add(id);
        stream.events.push({
            id,
            name: fragment.optionalText('name') ?? `event ${id}`,
            logLevel: logLevelOf(fragment),
            context,
            payload
        });
    }
}

function environmentOf(trace: JsonObject | undefined): Record<string, string | TraceInteger> {
    const environment = trace?.optionalObject('environment');
    const entries = (environment?.entries() ?? []).map(([name, value]) => {
        if (typeof value === 'string' || typeof value === 'bigint' || Number.isInteger(value)) {
            return [name, value as string | TraceInteger] as const;
        }
        throw (environment as JsonObject).error(`"${name}" must be a string or an integer`);
    });
    return Object.fromEntries(entries);
}
