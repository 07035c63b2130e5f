import { AnyIntegerClass, FloatClass, IntegerClass } from '../metadata/field-class';
import { Position } from './position';

/**
 * An expression that reads the integer at the position, which it does not move. Whole bytes are read at once and bit
 * fields of up to four bytes with one shift; what is longer, or at a bit known only while reading, is left to `readBits`.
 */
export function integerExpression(integer: IntegerClass, position: Position): string {
    const { size, signed } = integer;
    const little = integer.byteOrder === 'little';
    if (size > 64 || integer.reversed) {
        const reversed = integer.reversed ?? false;
        return `readWideBits(v, ${position.bit()}, ${size}, ${little}, ${signed}, ${reversed})`;
    }
    if (position.atByte) {
        switch (size) {
            case 8:
                return `v.get${signed ? 'Int' : 'Uint'}8(${position.byte()})`;
            case 16:
            case 32:
                return `v.get${signed ? 'Int' : 'Uint'}${size}(${position.byte()}, ${little})`;
            case 64:
                return integer64(position, little, signed);
            default:
        }
    }
    return bitFieldExpression(integer, position) ?? `readBits(v, ${position.bit()}, ${size}, ${little}, ${signed})`;
}

/** Is the value always a number, never a bigint? */
export function isNumber(integer: AnyIntegerClass): boolean {
    return integer.kind === 'integer' && integer.size <= 53;
}

/** An expression that reads the floating point number at the position, which it does not move. */
export function floatExpression({ size, byteOrder, reversed }: FloatClass, position: Position): string {
    const little = byteOrder === 'little';
    if (size > 64 || reversed) {
        return `readWideFloat(v, ${position.bit()}, ${size}, ${little}, ${reversed ?? false})`;
    }
    return position.atByte && size !== 16
        ? `v.getFloat${size}(${position.byte()}, ${little})`
        : `readFloatBits(v, ${position.bit()}, ${size}, ${little})`;
}

function integer64(position: Position, little: boolean, signed: boolean): string {
    const low = `v.getUint32(${position.byte(little ? 0 : 4)}, ${little})`;
    const high = `v.get${signed ? 'Int' : 'Uint'}32(${position.byte(little ? 4 : 0)}, ${little})`;
    const safe = signed ? 'h < 2097152 && h > -2097152' : 'h < 2097152';
    const otherwise = `read64(v, ${position.byte()}, ${little}, ${signed})`;
    return `(h = ${high}, ${safe} ? h * 4294967296 + ${low} : ${otherwise})`;
}

/** Reads the bytes that hold the field as one integer, then shifts; undefined for fields of more than four bytes. */
function bitFieldExpression({ size, signed, byteOrder }: IntegerClass, position: Position): string | undefined {
    const state = position.current;
    if (state.mode === 'bit') {
        return undefined;
    }
    const bit = state.offset % 8;
    const bytes = Math.ceil((bit + size) / 8);
    if (bytes > 4) {
        return undefined;
    }
    const little = byteOrder === 'little';
    const first = (state.offset - bit) / 8;
    const at = (index: number): string => `p + ${first + index}`;
    const word = [
        () => `v.getUint8(${at(0)})`,
        () => `v.getUint16(${at(0)}, ${little})`,
        () =>
            little
                ? `(v.getUint16(${at(0)}, true) | v.getUint8(${at(2)}) << 16)`
                : `(v.getUint16(${at(0)}, false) << 8 | v.getUint8(${at(2)}))`,
        () => `v.getUint32(${at(0)}, ${little})`
    ][bytes - 1]();
    // The field is moved to the top of 32 bits and back, which also extends its sign.
    const above = little ? 32 - bit - size : 32 - bytes * 8 + bit;
    const raised = above ? `(${word} << ${above})` : word;
    return size === 32 && !signed ? `(${raised} >>> 0)` : `(${raised} ${signed ? '>>' : '>>>'} ${32 - size})`;
}
