import {
    alignmentOf,
    AnyIntegerClass,
    ArrayClass,
    BlobClass,
    EnumerationClass,
    FieldClass,
    FieldReference,
    FloatClass,
    OptionalClass,
    ReferredClass,
    SequenceClass,
    StringClass,
    StructureClass,
    VariantClass
} from '../metadata/field-class';
import { minimumSize } from '../metadata/minimum-size';
import { CodeWriter } from './code-writer';
import { writeBranches, writeLoop } from './control-code';
import { floatExpression, integerExpression, isNumber } from './integer-code';
import { Position, UNKNOWN_BYTE } from './position';
import { rangeTest } from './range-test';
import { ReferenceSlots } from './reference-slots';
import { EnumerationTable } from './runtime';
import { endExpression, textExpression } from './text-code';

/** Arrays and bytes of constant length up to these are within what a `DataView` checks anyway. */
const FEW_ELEMENTS = 16;
const FEW_BYTES = 4096;

/**
 * What else to do with a field of the layout that has a role. It is at the position; `value` writes the code that reads
 * it and gives back the variable that holds it. Of an integer of variable length `bytes` is the number of its bytes.
 */
export type RoleHook = (
    field: AnyIntegerClass | BlobClass,
    position: Position,
    value: () => string,
    bytes?: string
) => void;

/**
 * Writes the code that decodes fields. The code uses the variables `s` (DecoderState), `v` (its DataView), `b` (its
 * bytes), `h`, and `p` or `t` for the position.
 */
export class FieldCode {
    /** Variables with the values of places that were decoded here and to which later fields refer. */
    private readonly decoded = new Map<ReferredClass, string>();

    constructor(
        private readonly writer: CodeWriter,
        private readonly position: Position,
        private readonly slots: ReferenceSlots,
        private readonly hook?: RoleHook
    ) {}

    /**
     * Decodes a field.
     *
     * @param wanted without it the field is only passed over, unless others refer to it
     * @returns an expression of its value, to be used once; the position is behind the field already
     */
    field(fieldClass: FieldClass, wanted: boolean): string {
        switch (fieldClass.kind) {
            case 'integer':
            case 'variable-integer':
                return this.integer(fieldClass, fieldClass, wanted);
            case 'enumeration':
                return this.enumeration(fieldClass, wanted);
            case 'float':
                return this.float(fieldClass, wanted);
            case 'string':
                return this.string(fieldClass, wanted);
            case 'blob':
                return this.blob(fieldClass, wanted);
            case 'structure':
                return this.structure(fieldClass, wanted);
            case 'variant':
                return this.variant(fieldClass, wanted);
            case 'optional':
                return this.optional(fieldClass, wanted);
            case 'array':
                return this.array(fieldClass, String(fieldClass.length), wanted);
            case 'sequence':
                return this.array(fieldClass, this.length(fieldClass.length), wanted);
        }
    }

    structure({ alignment, members }: StructureClass, wanted: boolean): string {
        this.position.align(alignment);
        const properties = members.map(({ name, fieldClass }) => {
            const value = this.field(fieldClass, wanted);
            const property = `${propertyKey(name)}: ${value}`;
            return fieldClass.kind === 'optional' ? `...(${value} !== undefined && { ${property} })` : property;
        });
        return wanted ? `{ ${properties.join(', ')} }` : '';
    }

    private integer(integer: AnyIntegerClass, target: ReferredClass, wanted: boolean): string {
        this.position.align(integer.alignment);
        let variable = '';
        let value: () => string;
        let end = '';
        if (integer.kind === 'integer') {
            value = () => (variable ||= this.variable(integerExpression(integer, this.position)));
        } else {
            this.position.flush();
            end = this.variable('variableEnd(b, p)');
            value = () => (variable ||= this.variable(`variableInteger(b, p, ${end}, ${integer.signed})`));
        }
        const place = this.slots.placeOf(target);
        if (place) {
            this.slots.keep(place, value(), this.writer);
            const known = this.decoded.get(place);
            if (known === undefined) {
                this.decoded.set(place, this.writer.global('r', value()));
            } else {
                this.writer.line(`${known} = ${value()};`);
            }
        }
        this.hook?.(integer, this.position, value, end && `(${end} - p)`);
        const result = wanted ? value() : '';
        if (integer.kind === 'integer') {
            this.position.advance(integer.size);
        } else {
            this.continueAt(end);
        }
        return result;
    }

    private enumeration(enumeration: EnumerationClass, wanted: boolean): string {
        const value = this.integer(enumeration.integer, enumeration, wanted);
        return wanted ? `${this.writer.constant('e', new EnumerationTable(enumeration))}.get(${value})` : '';
    }

    private float(float: FloatClass, wanted: boolean): string {
        this.position.align(float.alignment);
        const value = wanted ? this.variable(floatExpression(float, this.position)) : '';
        this.position.advance(float.size);
        return value;
    }

    private string({ encoding, length }: StringClass, wanted: boolean): string {
        this.position.align(8);
        if (length === 'terminated') {
            const end = this.variable(endExpression(encoding, this.position.byte()));
            const value = wanted ? this.variable(textExpression(encoding, this.position.byte(), end)) : '';
            this.continueAt(encoding === 'utf-8' ? `${end} + 1` : `${end} + ${encoding.includes('16') ? 2 : 4}`);
            return value;
        }
        return this.bytes(length, (start, count) => textExpression(encoding, start, count, true), wanted);
    }

    private blob(blob: BlobClass, wanted: boolean): string {
        this.position.align(8);
        const { position } = this;
        return this.bytes(
            blob.length,
            (start, count) => `hexadecimal(b, ${start}, ${count})`,
            wanted,
            value => this.hook?.(blob, position, value)
        );
    }

    /** So many bytes, which `read` turns into a value. */
    private bytes(
        length: number | FieldReference,
        read: (start: string, count: string) => string,
        wanted: boolean,
        hook?: (value: () => string) => void
    ): string {
        const count = typeof length === 'number' ? String(length) : this.variable(this.length(length));
        let variable = '';
        const value = (): string => (variable ||= this.variable(read(this.position.byte(), count)));
        hook?.(value);
        const result = wanted ? value() : '';
        if (typeof length === 'number') {
            if (length > FEW_BYTES) {
                this.writer.line(`if (!(${this.position.byte()} + ${length} <= b.length)) endOfData();`);
            }
            this.position.advance(length * 8);
        } else {
            this.position.flush();
            this.continueAt(`p + ${count}`);
            // Nothing else would see that a length leads out of the bytes at hand before it overflows.
            this.writer.line('if (!(p <= b.length)) endOfData();');
        }
        return result;
    }

    private variant({ tag, options }: VariantClass, wanted: boolean): string {
        const tagValue = this.referred(tag);
        const result = this.writer.fresh('x');
        this.writer.line(`let ${result};`);
        const branches = options.map(({ ranges, fieldClass }) => ({
            test: rangeTest(tagValue, ranges, isExact(tag)),
            write: () => this.assign(result, fieldClass, wanted)
        }));
        writeBranches(this.writer, this.position, branches);
        this.writer.line(`${options.length ? 'else ' : ''}noOption(${tagValue});`);
        return result;
    }

    private optional({ selector, ranges, fieldClass }: OptionalClass, wanted: boolean): string {
        const test = rangeTest(this.referred(selector), ranges, isExact(selector));
        const result = this.writer.fresh('x');
        this.writer.line(`let ${result};`);
        writeBranches(this.writer, this.position, [
            { test, write: () => this.assign(result, fieldClass, wanted) },
            { write: () => undefined }
        ]);
        return result;
    }

    private assign(result: string, fieldClass: FieldClass, wanted: boolean): void {
        const value = this.field(fieldClass, wanted);
        if (wanted) {
            this.writer.line(`${result} = ${value};`);
        }
    }

    private array(array: ArrayClass | SequenceClass, length: string, wanted: boolean): string {
        const { element } = array;
        this.position.align(alignmentOf(array));
        const count = array.kind === 'array' ? length : this.variable(length);
        const size = minimumSize(element);
        if (size === 0) {
            this.writer.line(`if (!((s.emptyElements -= ${count}) >= 0)) endOfData();`);
        } else if (array.kind === 'sequence' || array.length > FEW_ELEMENTS) {
            this.writer.line(`if (!(${count} * ${size} <= b.length * 8 - (${this.position.bit()}))) endOfData();`);
        }
        if (array.kind === 'sequence' || array.length > FEW_ELEMENTS) {
            this.writer.line(`if ((s.elements -= ${count}) < 0) tooManyElements();`);
        }
        const result = this.writer.fresh('a');
        if (wanted) {
            this.writer.line(`const ${result} = [];`);
        }
        writeLoop(this.writer, this.position, count, () => {
            const value = this.field(element, wanted);
            if (wanted) {
                const there = element.kind === 'optional' ? `if (${value} !== undefined) ` : '';
                this.writer.line(`${there}${result}.push(${value});`);
            }
        });
        return result;
    }

    /** Continues at a byte given by an expression. */
    private continueAt(byte: string): void {
        this.writer.line(`p = ${byte};`);
        this.position.restore(UNKNOWN_BYTE);
    }

    private referred(reference: FieldReference): string {
        const place = this.slots.place(reference);
        return this.decoded.get(place) ?? this.slots.kept(place);
    }

    /** The value of a reference as a number of elements or bytes. */
    private length(reference: FieldReference): string {
        const value = this.referred(reference);
        return isExact(reference) ? value : `Number(${value})`;
    }

    private variable(expression: string): string {
        const name = this.writer.fresh('f');
        this.writer.line(`const ${name} = ${expression};`);
        return name;
    }
}

/** Are the values of a reference always numbers, never bigints? */
function isExact({ targets }: FieldReference): boolean {
    return targets.every(target => isNumber(target.kind === 'enumeration' ? target.integer : target));
}

/** A key of an object literal; `__proto__` would otherwise set the prototype. */
function propertyKey(name: string): string {
    return name === '__proto__' ? `['__proto__']` : JSON.stringify(name);
}
