import { EventType, FieldKind, FieldType, FieldValue } from '../trace/trace';
import { durationNs, RawEvent } from './raw-event';
import { suffixOf } from './phases';

/** More names than a program has; names with numbers in them must not fill the memory. */
const MAX_TYPES = 20_000;
/** Further fields of a type are left out. */
const MAX_FIELDS = 256;
/** Stands for the names beyond. */
const OTHER = 'other events';
/** Properties that are no fields: the reader turns them into name, time, context or other fields. */
const NO_FIELDS = new Set(['name', 'ph', 'ts', 'dur', 'pid', 'tid', 'args', 'id', 'id2']);

export const DURATION = 'duration';

type Kind = Extract<FieldKind, 'integer' | 'float' | 'string'>;

interface Draft {
    readonly name: string;
    readonly index: number;
    readonly phase: string;
    /** By name, in the order in which they first came. */
    readonly fields: Map<string, Kind>;
}

/**
 * The types of the events of a document: one for each name and what a phase makes of it. Their fields are what was found
 * in any of their events.
 */
export class EventTypes {
    private readonly drafts = new Map<string, Draft>();
    private finished: readonly EventType[] | undefined;
    private readonly context = new Map<string, Kind>();

    /** Looks at an event while its document is read for the first time. */
    observe(event: RawEvent): void {
        const draft = this.draftOf(event);
        eachField(event, (name, value) => note(draft.fields, name, value));
        eachContext(event, (name, value) => note(this.context, name, value));
    }

    /** Adds a field to the context of all events. */
    addContext(name: string): void {
        note(this.context, name, '');
    }

    /** The types, when all events were looked at. */
    finish(): readonly EventType[] {
        const context = [...this.context].map(([name, kind]) => fieldType(name, kind));
        this.finished = [...this.drafts.values()].map(({ name, index, phase, fields }) => ({
            index,
            name,
            phase,
            fields: [...fields].map(([field, kind]) => fieldType(field, kind)),
            context
        }));
        return this.finished;
    }

    typeOf(event: RawEvent): EventType {
        return (this.finished ?? [])[this.draftOf(event).index];
    }

    fieldsOf(event: RawEvent): Record<string, FieldValue> {
        const { fields } = this.draftOf(event);
        const result: Record<string, FieldValue> = {};
        eachField(event, (name, value) => put(result, name, value, fields.get(name)));
        return result;
    }

    contextOf(event: RawEvent): Record<string, FieldValue> {
        const result: Record<string, FieldValue> = {};
        eachContext(event, (name, value) => put(result, name, value, this.context.get(name)));
        return result;
    }

    private draftOf({ phase: written, values }: RawEvent): Draft {
        // Instants had another letter once.
        const phase = written === 'I' ? 'i' : written;
        // An end needs no name: it ends what began last.
        const own = typeof values.name === 'string' && values.name !== '' ? values.name : '';
        const name = (own + suffixOf(phase)).replace(/^:/, '');
        const key = `${phase} ${own}`;
        return this.drafts.get(key) ?? this.add(name === '' ? phase : name, key, phase);
    }

    private add(name: string, key: string, phase: string): Draft {
        if (this.finished || this.drafts.size >= MAX_TYPES) {
            const other = OTHER + suffixOf(phase);
            return this.drafts.get(`${phase}${OTHER}`) ?? this.keep(other, `${phase}${OTHER}`, phase);
        }
        return this.keep(name, key, phase);
    }

    private keep(name: string, key: string, phase: string): Draft {
        const draft: Draft = { name, index: this.drafts.size, phase, fields: new Map() };
        this.drafts.set(key, draft);
        return draft;
    }
}

function eachField({ phase, values }: RawEvent, visit: (name: string, value: unknown) => void): void {
    if (phase === 'X') {
        visit(DURATION, durationNs(values.dur));
    }
    const id = values.id ?? idOf(values.id2);
    if (id !== undefined) {
        visit('id', String(id));
    }
    for (const name in values) {
        if (!NO_FIELDS.has(name) && typeof values[name] !== 'object') {
            visit(name, values[name]);
        }
    }
    const { args } = values;
    if (typeof args === 'object' && args !== null) {
        for (const [name, value] of Object.entries(args)) {
            const taken =
                name === 'id'
                    ? id !== undefined
                    : name === DURATION
                      ? phase === 'X'
                      : !NO_FIELDS.has(name) && Object.hasOwn(values, name);
            visit(taken ? `args.${name}` : name, value);
        }
    }
}

/** `{"local": "0x1"}` or `{"global": "0x1"}`. */
function idOf(id2: unknown): unknown {
    const { local, global } = (id2 ?? {}) as { local?: unknown; global?: unknown };
    return local ?? global;
}

function eachContext({ values }: RawEvent, visit: (name: string, value: unknown) => void): void {
    for (const name of ['pid', 'tid']) {
        if (values[name] !== undefined && values[name] !== null) {
            visit(name, values[name]);
        }
    }
}

function note(fields: Map<string, Kind>, name: string, value: unknown): void {
    const kind = kindOf(value);
    const known = fields.get(name);
    if (known === undefined) {
        if (fields.size < MAX_FIELDS) {
            fields.set(name, kind);
        }
    } else if (known !== kind) {
        fields.set(name, known === 'string' || kind === 'string' ? 'string' : 'float');
    }
}

function kindOf(value: unknown): Kind {
    return typeof value === 'number' ? (Number.isInteger(value) ? 'integer' : 'float') : 'string';
}

function put(fields: Record<string, FieldValue>, name: string, value: unknown, kind: Kind | undefined): void {
    if (name === '__proto__') {
        return;
    }
    if (kind === 'string') {
        fields[name] = typeof value === 'string' ? value : JSON.stringify(value, plainIntegers);
    } else if (kind !== undefined && (typeof value === 'number' || typeof value === 'bigint')) {
        fields[name] = kind === 'float' ? Number(value) : value;
    }
}

function plainIntegers(_key: string, value: unknown): unknown {
    return typeof value === 'bigint' ? String(value) : value;
}

function fieldType(name: string, kind: Kind): FieldType {
    return kind === 'string'
        ? { name, kind }
        : { name, kind, size: 64, ...(kind === 'integer' && { base: 10, signed: true }) };
}
