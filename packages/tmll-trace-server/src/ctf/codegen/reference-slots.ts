import { EnumerationClass, FieldClass, IntegerClass } from '../metadata/field-class';
import { TraceClass } from '../metadata/trace-class';
import { CodeWriter } from './code-writer';

/**
 * Where generated code keeps the values of fields to which variants and sequences refer: in `references` of the
 * `DecoderState`, so that a decoder can also refer to what another one has decoded. Each has a number of its own.
 */
export class ReferenceSlots {
    private readonly slots = new Map<FieldClass, number>();

    /** Numbers every field of the trace to which another one refers. */
    constructor({ packetHeader, streams }: TraceClass) {
        this.visit(packetHeader);
        for (const stream of streams) {
            this.visit(stream.packetContext);
            this.visit(stream.eventHeader);
            this.visit(stream.eventContext);
            for (const event of stream.events) {
                this.visit(event.context);
                this.visit(event.payload);
            }
        }
    }

    get count(): number {
        return this.slots.size;
    }

    isReferred(target: IntegerClass | EnumerationClass): boolean {
        return this.slots.has(target);
    }

    /** Writes code that keeps the value, if anyone refers to it. */
    write(target: IntegerClass | EnumerationClass, value: string, writer: CodeWriter): void {
        if (this.isReferred(target)) {
            writer.line(`${this.read(target)} = ${value};`);
        }
    }

    /** The kept value as an expression. */
    read(target: IntegerClass | EnumerationClass): string {
        return `s.references[${this.slots.get(target)}]`;
    }

    private visit(fieldClass: FieldClass | undefined): void {
        switch (fieldClass?.kind) {
            case 'structure':
                fieldClass.members.forEach(member => this.visit(member.fieldClass));
                break;
            case 'variant':
                this.add(fieldClass.tag.target);
                fieldClass.options.forEach(option => this.visit(option.fieldClass));
                break;
            case 'sequence':
                this.add(fieldClass.length.target);
                this.visit(fieldClass.element);
                break;
            case 'array':
                this.visit(fieldClass.element);
                break;
            default:
        }
    }

    private add(target: FieldClass): void {
        if (!this.slots.has(target)) {
            this.slots.set(target, this.slots.size);
        }
    }
}
