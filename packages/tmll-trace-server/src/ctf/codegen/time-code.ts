import { AnyIntegerClass } from '../metadata/field-class';
import { CodeWriter } from './code-writer';
import { integerExpression } from './integer-code';
import { Position } from './position';

/**
 * Writes code that takes an integer of the event header as the event's time. Of a timestamp shorter than the clock's value
 * only the lowest bits are there: the time is the next one that ends in them (CTF 1.8.3, section 8; CTF 2, section 6.3).
 *
 * @param bytes how many bytes an integer of variable length has, as an expression
 */
export function writeTime(
    writer: CodeWriter,
    integer: AnyIntegerClass,
    position: Position,
    value: () => string,
    bytes = '0'
): void {
    if (integer.kind === 'variable-integer') {
        writer.line(`setLongTime(s, ${value()}, Math.min(${bytes} * 7, 64));`);
        return;
    }
    const { size, byteOrder, reversed } = integer;
    if (size > 64 || reversed) {
        writer.line(`setLongTime(s, ${value()}, ${Math.min(size, 64)});`);
        return;
    }
    if (size === 64 && position.atByte) {
        // The halves are put together only after the base was subtracted, which keeps the time a number.
        const little = byteOrder === 'little';
        writer.line(`s.low = v.getUint32(${position.byte(little ? 0 : 4)}, ${little});`);
        const high = `v.getUint32(${position.byte(little ? 4 : 0)}, ${little})`;
        writer.line(`s.cycles = (${high} - s.baseHigh) * 4294967296 + s.low;`);
        return;
    }
    // A time is never negative, whatever the metadata says of its sign.
    const timestamp = writer.fresh('d');
    writer.line(`let ${timestamp} = ${integerExpression({ ...integer, signed: false }, position)};`);
    if (size > 32) {
        writer.line(`setLongTime(s, ${timestamp}, ${size});`);
        return;
    }
    writer.line(`${timestamp} -= ${size === 32 ? 's.low' : `s.low & ${2 ** size - 1}`};`);
    writer.line(`if (${timestamp} < 0) ${timestamp} += ${2 ** size};`);
    writer.line(`s.cycles += ${timestamp};`);
    writer.line(`s.low = (s.low + ${timestamp}) >>> 0;`);
}
