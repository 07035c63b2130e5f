import { ByteOrder } from '../metadata/field-class';

/** Writes fields bit by bit, as CTF 1.8.3, section 4.1 says, and in no other way: the oracle of the decoders. */
export class BitWriter {
    private readonly bytes: number[] = [];
    private bit = 0;

    /** Bits written so far. */
    get position(): number {
        return this.bit;
    }

    align(bits: number): this {
        while (this.bit % bits !== 0) {
            this.put(0, 'little');
        }
        return this;
    }

    /** Little endian fills bytes from the lowest bit with the lowest first, big endian the other way round. */
    integer(value: bigint | number, size: number, byteOrder: ByteOrder = 'little'): this {
        const bits = BigInt.asUintN(size, BigInt(value));
        for (let index = 0; index < size; index++) {
            const significance = byteOrder === 'little' ? index : size - 1 - index;
            this.put(Number((bits >> BigInt(significance)) & 1n), byteOrder);
        }
        return this;
    }

    float(value: number, size: 32 | 64, byteOrder: ByteOrder = 'little'): this {
        const view = new DataView(new ArrayBuffer(8));
        if (size === 32) {
            view.setFloat32(0, value);
            return this.integer(view.getUint32(0), 32, byteOrder);
        }
        view.setFloat64(0, value);
        return this.integer(view.getBigUint64(0), 64, byteOrder);
    }

    /** With the zero byte at its end. */
    string(text: string): this {
        return this.raw(Buffer.from(`${text}\0`));
    }

    raw(bytes: Iterable<number>): this {
        for (const byte of bytes) {
            this.integer(byte, 8);
        }
        return this;
    }

    toBuffer(): Buffer {
        return Buffer.from(this.bytes);
    }

    private put(bit: number, byteOrder: ByteOrder): void {
        if (this.bit % 8 === 0) {
            this.bytes.push(0);
        }
        const place = byteOrder === 'little' ? this.bit % 8 : 7 - (this.bit % 8);
        this.bytes[this.bytes.length - 1] |= bit << place;
        this.bit++;
    }
}
