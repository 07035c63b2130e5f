import { FieldClass, FieldReference, ReferredClass, Scope } from '../metadata/field-class';
import { TraceClass } from '../metadata/trace-class';
import { CodeWriter } from './code-writer';

/** Scopes that one generated function decodes together. */
const DECODED_TOGETHER: Readonly<Record<Scope, string>> = {
    'packet-header': 'packet header',
    'packet-context': 'packet context',
    'event-header': 'event header',
    'stream-event-context': 'event',
    'event-context': 'event',
    'event-payload': 'event'
};

/**
 * Fields to which others refer. Fields of one reference share a place, in which the one decoded last stands. What a
 * function refers to that another one decodes is kept in `references` of the `DecoderState`, each at a number of its own.
 */
export class ReferenceSlots {
    /** For each field referred to the one that stands for it and all that share its place. */
    private readonly places = new Map<ReferredClass, ReferredClass>();
    private readonly slots = new Map<ReferredClass, number>();
    private readonly crossing: FieldReference[] = [];

    /** Finds all references of the trace. */
    constructor({ packetHeader, streams }: TraceClass) {
        this.visit(packetHeader, 'packet-header');
        for (const stream of streams) {
            this.visit(stream.packetContext, 'packet-context');
            this.visit(stream.eventHeader, 'event-header');
            this.visit(stream.eventContext, 'stream-event-context');
            for (const event of stream.events) {
                this.visit(event.context, 'event-context');
                this.visit(event.payload, 'event-payload');
            }
        }
        for (const reference of this.crossing) {
            const place = this.place(reference);
            if (!this.slots.has(place)) {
                this.slots.set(place, this.slots.size);
            }
        }
    }

    /** How many values are kept. */
    get count(): number {
        return this.slots.size;
    }

    /** What stands for a field to which others refer; undefined when none does. */
    placeOf(target: ReferredClass): ReferredClass | undefined {
        let place = this.places.get(target);
        for (let next = place && this.places.get(place); next !== place; next = next && this.places.get(next)) {
            place = next;
        }
        return place;
    }

    /** What stands for the fields of a reference. */
    place({ targets: [first] }: FieldReference): ReferredClass {
        return this.placeOf(first) ?? first;
    }

    /** Writes code that keeps the value of a place for other functions, if one of them refers to it. */
    keep(place: ReferredClass, value: string, writer: CodeWriter): void {
        if (this.slots.has(place)) {
            writer.line(`${this.kept(place)} = ${value};`);
        }
    }

    /** The kept value of a place as an expression. */
    kept(place: ReferredClass): string {
        return `s.references[${this.slots.get(place)}]`;
    }

    private visit(fieldClass: FieldClass | undefined, scope: Scope): void {
        switch (fieldClass?.kind) {
            case 'structure':
                fieldClass.members.forEach(member => this.visit(member.fieldClass, scope));
                break;
            case 'variant':
                this.add(fieldClass.tag, scope);
                fieldClass.options.forEach(option => this.visit(option.fieldClass, scope));
                break;
            case 'optional':
                this.add(fieldClass.selector, scope);
                this.visit(fieldClass.fieldClass, scope);
                break;
            case 'sequence':
                this.add(fieldClass.length, scope);
                this.visit(fieldClass.element, scope);
                break;
            case 'array':
                this.visit(fieldClass.element, scope);
                break;
            case 'string':
            case 'blob':
                if (typeof fieldClass.length === 'object') {
                    this.add(fieldClass.length, scope);
                }
                break;
            default:
        }
    }

    private add(reference: FieldReference, from: Scope): void {
        const [first, ...others] = reference.targets;
        const place = this.placeOf(first) ?? first;
        this.places.set(place, place);
        for (const other of others) {
            this.places.set(this.placeOf(other) ?? other, place);
        }
        if (DECODED_TOGETHER[reference.scope] !== DECODED_TOGETHER[from]) {
            this.crossing.push(reference);
        }
    }
}
