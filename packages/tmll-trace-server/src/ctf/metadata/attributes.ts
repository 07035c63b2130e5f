import { Assignment, SourcePosition, Value } from '../tsdl/syntax';
import { TsdlError } from '../tsdl/tsdl-error';
import { ByteOrder } from './field-class';

/** The assignments of a block or a scalar type, each readable as what it should be. */
export class Attributes {
    private readonly values = new Map<string, Value>();

    constructor(
        assignments: readonly Assignment[],
        private readonly what: string,
        private readonly at: SourcePosition
    ) {
        for (const { name, value, at: assignmentAt } of assignments) {
            if (this.values.has(name)) {
                throw new TsdlError(`${what} has "${name}" twice`, assignmentAt);
            }
            this.values.set(name, value);
        }
    }

    value(name: string): Value | undefined {
        return this.values.get(name);
    }

    integer(name: string): bigint | undefined {
        const value = this.values.get(name);
        if (value && value.kind !== 'integer') {
            throw new TsdlError(`"${name}" must be a number`, value.at);
        }
        return value?.value;
    }

    /** An integer that must be there. */
    required(name: string): bigint {
        const value = this.integer(name);
        if (value === undefined) {
            throw new TsdlError(`${this.what} has no "${name}"`, this.at);
        }
        return value;
    }

    /** An integer from `min` to `max`. */
    bounded(name: string, min: number, max: number): number | undefined {
        const value = this.integer(name);
        if (value !== undefined && (value < BigInt(min) || value > BigInt(max))) {
            throw new TsdlError(`"${name}" must lie between ${min} and ${max}, not ${value}`, this.position(name));
        }
        return value === undefined ? undefined : Number(value);
    }

    /** A name or string; names joined by dots are given back as they were written. */
    text(name: string): string | undefined {
        const value = this.values.get(name);
        if (value?.kind === 'integer') {
            throw new TsdlError(`"${name}" must be a name or a string`, value.at);
        }
        return value && (value.kind === 'string' ? value.value : value.names.join('.'));
    }

    boolean(name: string): boolean | undefined {
        const value = this.values.get(name);
        if (!value) {
            return undefined;
        }
        const text = value.kind === 'integer' ? String(value.value) : (this.text(name) ?? '');
        switch (text.toLowerCase()) {
            case 'true':
            case '1':
                return true;
            case 'false':
            case '0':
                return false;
            default:
                throw new TsdlError(`"${name}" must be true or false, not "${text}"`, value.at);
        }
    }

    /** The byte order, or undefined for none and for `native`. */
    byteOrder(): ByteOrder | undefined {
        const text = this.text('byte_order');
        switch (text?.toLowerCase()) {
            case undefined:
            case 'native':
                return undefined;
            case 'le':
                return 'little';
            case 'be':
            case 'network':
                return 'big';
            default:
                throw new TsdlError(
                    `"byte_order" must be le, be, network or native, not "${text}"`,
                    this.position('byte_order')
                );
        }
    }

    position(name: string): SourcePosition {
        return this.values.get(name)?.at ?? this.at;
    }
}
