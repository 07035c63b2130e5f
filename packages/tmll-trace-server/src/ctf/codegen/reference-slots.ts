import { EnumerationClass, FieldClass, FieldReference, IntegerClass, Scope } from '../metadata/field-class';
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
 * Fields to which variants and sequences refer from a scope that another function decodes. Their values are kept in
 * `references` of the `DecoderState`, each at a number of its own.
 */
export class ReferenceSlots {
    private readonly targets = new Set<FieldClass>();
    private readonly slots = new Map<FieldClass, number>();

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
    }

    /** How many values are kept. */
    get count(): number {
        return this.slots.size;
    }

    /** Does a variant or sequence refer to the field? */
    isReferred(target: IntegerClass | EnumerationClass): boolean {
        return this.targets.has(target);
    }

    /** Writes code that keeps the value for other functions, if one of them refers to it. */
    keep(target: IntegerClass | EnumerationClass, value: string, writer: CodeWriter): void {
        if (this.slots.has(target)) {
            writer.line(`${this.kept(target)} = ${value};`);
        }
    }

    /** The kept value as an expression. */
    kept(target: IntegerClass | EnumerationClass): string {
        return `s.references[${this.slots.get(target)}]`;
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
            case 'sequence':
                this.add(fieldClass.length, scope);
                this.visit(fieldClass.element, scope);
                break;
            case 'array':
                this.visit(fieldClass.element, scope);
                break;
            default:
        }
    }

    private add({ target, scope }: FieldReference, from: Scope): void {
        this.targets.add(target);
        if (DECODED_TOGETHER[scope] !== DECODED_TOGETHER[from] && !this.slots.has(target)) {
            this.slots.set(target, this.slots.size);
        }
    }
}
