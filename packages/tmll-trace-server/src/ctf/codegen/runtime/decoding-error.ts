import { TraceInteger } from '../../../trace/trace';
import { MAX_ELEMENTS } from '../decoder-state';

/** Thrown by a decoder that needs more bytes than are at hand. */
export class EndOfData extends Error {
    constructor() {
        super('The data ends within a field');
        this.name = 'EndOfData';
    }
}

/** Ends the decoding of an event for want of bytes. */
export function endOfData(): never {
    throw new EndOfData();
}

/** Is it the sign of missing bytes, from a decoder or from the `DataView` it reads? */
export function isEndOfData(error: unknown): boolean {
    return error instanceof EndOfData || error instanceof RangeError;
}

/** Ends the decoding of a variant whose tag selects none of its options. */
export function noOption(tag: TraceInteger): never {
    throw new BadField(`a variant's tag has the value ${tag}, for which it has no option`);
}

/** Ends the decoding of an event whose arrays would fill the memory. */
export function tooManyElements(): never {
    throw new BadField(`the arrays of an event have more than ${MAX_ELEMENTS} elements`);
}

/** Thrown by a decoder when a value makes no sense. The message is a clause without subject. */
export class BadField extends Error {
    constructor(message: string) {
        super(message);
        this.name = 'BadField';
    }
}
