import {
    alignmentOf,
    ArrayClass,
    EnumerationClass,
    FieldClass,
    IntegerClass,
    isTextElement,
    SequenceClass,
    StructureClass,
    VariantClass
} from '../metadata/field-class';
import { minimumSize } from '../metadata/minimum-size';
import { CodeWriter } from './code-writer';
import { floatExpression, integerExpression, isNumber } from './integer-code';
import { endsInBits, meetingState, Position, PositionState, UNKNOWN_BYTE } from './position';
import { ReferenceSlots } from './reference-slots';
import { EnumerationTable } from './runtime';

/**
 * What else to do with an integer of the layout, e.g. to take it as the event's time. It is at the position; `value` writes
 * the code that reads it and gives back the variable that holds it.
 */
export type IntegerHook = (name: string, integer: IntegerClass, position: Position, value: () => string) => void;

/**
 * Writes the code that decodes fields. The code uses the variables `s` (DecoderState), `v` (its DataView), `b` (its
 * bytes), `h`, and `p` or `t` for the position.
 */
export class FieldCode {
    /** Variables with the values of fields decoded here to which later ones refer. */
    private readonly decoded = new Map<IntegerClass | EnumerationClass, string>();

    constructor(
        private readonly writer: CodeWriter,
        private readonly position: Position,
        private readonly slots: ReferenceSlots,
        private readonly hook?: IntegerHook
    ) {}

    /**
     * Decodes a field.
     *
     * @param wanted without it the field is only passed over, unless others refer to it
     * @returns an expression of its value, to be used once; the position is behind the field already
     */
    field(name: string, fieldClass: FieldClass, wanted: boolean): string {
        switch (fieldClass.kind) {
            case 'integer':
                return this.integer(name, fieldClass, fieldClass, wanted);
            case 'enumeration':
                return this.enumeration(name, fieldClass, wanted);
            case 'float':
                return this.float(fieldClass, wanted);
            case 'string':
                return this.string(wanted);
            case 'structure':
                return this.structure(fieldClass, wanted);
            case 'variant':
                return this.variant(name, fieldClass, wanted);
            case 'array':
                return this.array(name, fieldClass, String(fieldClass.length), wanted);
            case 'sequence':
                return this.array(name, fieldClass, this.referred(fieldClass.length.target), wanted);
        }
    }

    structure({ alignment, members }: StructureClass, wanted: boolean): string {
        this.position.align(alignment);
        const properties = members.map(({ name, fieldClass }) => {
            const value = this.field(name, fieldClass, wanted);
            return `${propertyKey(name)}: ${value}`;
        });
        return wanted ? `{ ${properties.join(', ')} }` : '';
    }

    private integer(
        name: string,
        integer: IntegerClass,
        target: IntegerClass | EnumerationClass,
        wanted: boolean
    ): string {
        this.position.align(integer.alignment);
        let variable = '';
        const value = (): string => (variable ||= this.variable(integerExpression(integer, this.position)));
        if (this.slots.isReferred(target)) {
            const number = isNumber(integer) ? value() : `Number(${value()})`;
            this.slots.keep(target, number, this.writer);
            this.decoded.set(target, this.writer.global('r', number));
        }
        this.hook?.(name, integer, this.position, value);
        const result = wanted ? value() : '';
        this.position.advance(integer.size);
        return result;
    }

    private enumeration(name: string, enumeration: EnumerationClass, wanted: boolean): string {
        const value = this.integer(name, enumeration.integer, enumeration, wanted);
        return wanted ? `${this.writer.constant('e', new EnumerationTable(enumeration))}.get(${value})` : '';
    }

    private float(float: Extract<FieldClass, { kind: 'float' }>, wanted: boolean): string {
        this.position.align(float.alignment);
        const value = wanted ? this.variable(floatExpression(float, this.position)) : '';
        this.position.advance(float.size);
        return value;
    }

    private string(wanted: boolean): string {
        this.position.align(8);
        const end = this.variable(`stringEnd(b, ${this.position.byte()})`);
        const value = wanted ? this.variable(`text(b, ${this.position.byte()}, ${end})`) : '';
        this.writer.line(`p = ${end} + 1;`);
        this.position.restore(UNKNOWN_BYTE);
        return value;
    }

    private variant(name: string, { tag, options }: VariantClass, wanted: boolean): string {
        const tagValue = this.referred(tag.target);
        const result = this.writer.fresh('x');
        this.writer.line(`let ${result};`);
        const start = this.position.current;
        const branches = options.map(option => {
            this.position.restore(start);
            const lines = this.writer.capture(() => {
                const value = this.field(option.name || name, option.fieldClass, wanted);
                if (wanted) {
                    this.writer.line(`${result} = ${value};`);
                }
            });
            return { option, lines, end: this.position.current };
        });
        const after = meetingState(branches.map(({ end }) => end));
        for (const { option, lines, end } of branches) {
            this.writer.line(`${option === options[0] ? '' : 'else '}if (${rangeTest(tagValue, option.ranges)}) {`);
            this.writer.append(lines);
            this.position.restore(end);
            this.position.moveTo(after);
            this.writer.line('}');
        }
        this.writer.line(`${options.length ? 'else ' : ''}noOption(${tagValue});`);
        this.position.restore(after);
        return result;
    }

    private array(name: string, array: ArrayClass | SequenceClass, length: string, wanted: boolean): string {
        const { element } = array;
        this.position.align(alignmentOf(element));
        const count = array.kind === 'array' ? length : this.variable(length);
        if (isTextElement(element)) {
            return this.text(array, count, wanted);
        }
        const size = minimumSize(element);
        if (size === 0) {
            this.writer.line(`if (!((s.emptyElements -= ${count}) >= 0)) endOfData();`);
        } else if (array.kind === 'sequence' || array.length > 16) {
            this.writer.line(`if (!(${count} * ${size} <= b.length * 8 - (${this.position.bit()}))) endOfData();`);
        }
        const result = this.writer.fresh('a');
        if (wanted) {
            this.writer.line(`const ${result} = [];`);
        }
        this.position.flush();
        this.loop(count, () => {
            const value = this.field(name, element, wanted);
            if (wanted) {
                this.writer.line(`${result}.push(${value});`);
            }
        });
        return result;
    }

    /** Characters are aligned to bytes, as `isTextElement` says. */
    private text(array: ArrayClass | SequenceClass, count: string, wanted: boolean): string {
        const value = wanted ? this.variable(`paddedText(b, ${this.position.byte()}, ${count})`) : '';
        if (array.kind === 'array') {
            this.position.advance(array.length * 8);
        } else {
            this.position.flush();
            this.writer.line(`p += ${count};`);
            this.position.restore(UNKNOWN_BYTE);
        }
        return value;
    }

    /** Repeats a body that must begin and end in the same state of the position. */
    private loop(count: string, body: () => void): void {
        const index = this.writer.fresh('i');
        const begin = this.position.current;
        let state = begin.mode === 'byte' ? UNKNOWN_BYTE : begin;
        let lines = this.body(body, state);
        if (!lines) {
            this.position.restore(begin);
            state = { mode: 'bit' };
            this.position.moveTo(state);
            lines = this.body(body, state);
        }
        this.writer.line(`for (let ${index} = 0; ${index} < ${count}; ${index}++) {`);
        this.writer.append(lines ?? []);
        this.writer.line('}');
        this.position.restore(state);
    }

    /** The lines of a loop's body; undefined when it ends within a byte but must not. */
    private body(write: () => void, state: PositionState): string[] | undefined {
        let possible = true;
        const lines = this.writer.capture(() => {
            this.position.restore(state);
            write();
            possible = state.mode === 'bit' || !endsInBits(this.position.current);
            if (possible) {
                this.position.moveTo(state);
            }
        });
        return possible ? lines : undefined;
    }

    private referred(target: IntegerClass | EnumerationClass): string {
        return this.decoded.get(target) ?? this.slots.kept(target);
    }

    private variable(expression: string): string {
        const name = this.writer.fresh('f');
        this.writer.line(`const ${name} = ${expression};`);
        return name;
    }
}

function rangeTest(value: string, ranges: readonly { low: bigint; high: bigint }[]): string {
    const tests = ranges.map(({ low, high }) =>
        low === high ? `${value} === ${low}` : `(${value} >= ${low} && ${value} <= ${high})`
    );
    return tests.join(' || ') || 'false';
}

/** A key of an object literal; `__proto__` would otherwise set the prototype. */
function propertyKey(name: string): string {
    return name === '__proto__' ? `['__proto__']` : JSON.stringify(name);
}
