import { CodeWriter } from './code-writer';

/** Where the generated code stands in the packet, as far as that is known while generating. */
export type PositionState =
    /** At `p * 8 + offset` bits; `p * 8` is a multiple of `alignment`. */
    | { readonly mode: 'byte'; readonly offset: number; readonly alignment: number }
    /** At the bit `t`. */
    | { readonly mode: 'bit' };

/** No alignment above it is ever needed. */
const MAX_KNOWN_ALIGNMENT = 4096 * 8;

/** At `p`, of which nothing is known but that it is a byte. */
export const UNKNOWN_BYTE: PositionState = { mode: 'byte', offset: 0, alignment: 8 };

/** Is it possible that the position is within a byte? */
export function endsInBits(state: PositionState): boolean {
    return state.mode === 'bit' || state.offset % 8 !== 0;
}

/** The state in which ways through the code that end in these states can meet. */
export function meetingState(ends: readonly PositionState[]): PositionState {
    const inBytes = ends.filter(end => end.mode === 'byte');
    const alignment = Math.min(MAX_KNOWN_ALIGNMENT, ...inBytes.map(end => end.alignment));
    if (inBytes.length === ends.length && inBytes.every(({ offset }) => offset === inBytes[0].offset)) {
        return { mode: 'byte', offset: inBytes[0]?.offset ?? 0, alignment };
    }
    return ends.some(endsInBits) ? { mode: 'bit' } : UNKNOWN_BYTE;
}

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

    /** Continues in a state in which the position can be expressed: that of a meeting, or bits. */
    moveTo(state: PositionState): void {
        const { current } = this;
        if (state.mode === 'bit') {
            this.toBits();
        } else if (current.mode !== 'byte' || current.offset !== state.offset) {
            this.flush();
        }
        this.state = state;
    }

    private toBits(): void {
        if (this.state.mode === 'byte') {
            this.writer.line(`t = ${this.bit()};`);
            this.state = { mode: 'bit' };
        }
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
