import { CodeWriter } from './code-writer';

/** Where the generated code stands in the packet, as far as that is known while generating. */
export type PositionState =
    /** At `p * 8 + offset` bits; `p * 8` is a multiple of `alignment`. */
    | { readonly mode: 'byte'; readonly offset: number; readonly alignment: number }
    /** At the bit `t`. */
    | { readonly mode: 'bit' };

/** No alignment above it is ever needed. */
const MAX_KNOWN_ALIGNMENT = 4096 * 8;

/**
 * Follows the position of the generated code. While fields begin at bytes known in advance it costs nothing: they are read
 * at constant distances from the variable `p`. Only after fields of unknown size, and only where they do not end at
 * a byte, the position becomes a variable in bits, `t`.
 */
export class Position {
    constructor(
        private readonly writer: CodeWriter,
        private state: PositionState
    ) {}

    get current(): PositionState {
        return this.state;
    }

    /** Continues as if the code stood there. */
    restore(state: PositionState): void {
        this.state = state;
    }

    /** Does the next field begin at a byte? */
    get atByte(): boolean {
        return this.state.mode === 'byte' && this.state.offset % 8 === 0;
    }

    align(bits: number): void {
        if (bits <= 1) {
            return;
        }
        if (this.state.mode === 'bit') {
            this.alignBits(bits);
            return;
        }
        if (bits > this.state.alignment) {
            if (this.state.offset % 8 !== 0) {
                this.state = { ...this.state, offset: roundUp(this.state.offset, 8) };
            }
            this.flush();
            this.writer.line(`p = (p + ${bits / 8 - 1}) & ${-bits / 8};`);
            this.state = { mode: 'byte', offset: 0, alignment: bits };
            return;
        }
        this.state = { ...this.state, offset: roundUp(this.state.offset, bits) };
    }

    /** Moves over bits of constant number. */
    advance(bits: number): void {
        if (this.state.mode === 'bit') {
            this.writer.line(`t += ${bits};`);
        } else {
            this.state = { ...this.state, offset: this.state.offset + bits };
            if (this.state.offset > 0x4000_0000) {
                this.flush();
            }
        }
    }

    /** The next byte as an expression; only where `atByte`. */
    byte(plus = 0): string {
        const offset = (this.state.mode === 'byte' ? this.state.offset / 8 : 0) + plus;
        return offset ? `p + ${offset}` : 'p';
    }

    /** The next bit as an expression. */
    bit(): string {
        if (this.state.mode === 'bit') {
            return 't';
        }
        return `p * 8 + ${this.state.offset}`;
    }

    /** Makes `p` or `t` itself the position. */
    flush(): void {
        if (this.state.mode === 'bit') {
            return;
        }
        const { offset, alignment } = this.state;
        if (offset % 8 !== 0) {
            this.toBits();
        } else if (offset !== 0) {
            this.writer.line(`p += ${offset / 8};`);
            this.state = { mode: 'byte', offset: 0, alignment: Math.min(alignment, largestPowerOfTwo(offset)) };
        }
    }

    /** Makes `t` the position. */
    toBits(): void {
        if (this.state.mode === 'byte') {
            this.writer.line(`t = ${this.bit()};`);
            this.state = { mode: 'bit' };
        }
    }

    /** After code that moved `p` to a byte. */
    atUnknownByte(): void {
        this.state = { mode: 'byte', offset: 0, alignment: 8 };
    }

    private alignBits(bits: number): void {
        if (bits < 8) {
            this.writer.line(`t = (t + ${bits - 1}) & ${-bits};`);
            return;
        }
        this.writer.line(`p = ((t + ${bits - 1}) & ${-bits}) >>> 3;`);
        this.state = { mode: 'byte', offset: 0, alignment: bits };
    }
}

function roundUp(value: number, multiple: number): number {
    return Math.ceil(value / multiple) * multiple;
}

function largestPowerOfTwo(value: number): number {
    let power = 8;
    while (power < MAX_KNOWN_ALIGNMENT && value % (power * 2) === 0) {
        power *= 2;
    }
    return power;
}
