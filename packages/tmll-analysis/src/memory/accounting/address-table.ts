/** A key that is free; addresses are never NaN. */
const FREE = NaN;
const LEAST_CAPACITY = 32;

/**
 * A map from addresses to numbers from 0 to 2^31 − 1, made for millions of insertions and deletions: open addressing with linear
 * probing, at most half full, without tombstones.
 */
export class AddressTable {
    private keys = new Float64Array(LEAST_CAPACITY).fill(FREE);
    private numbers = new Int32Array(LEAST_CAPACITY);
    private mask = LEAST_CAPACITY - 1;
    private count = 0;

    get size(): number {
        return this.count;
    }

    /** Places for addresses, used and free. */
    get capacity(): number {
        return this.mask + 1;
    }

    /** The number of an address; -1 when it has none. */
    get(address: number): number {
        const at = this.find(address);
        return at < 0 ? -1 : this.numbers[at];
    }

    set(address: number, number: number): void {
        let at = hash(address) & this.mask;
        while (!Number.isNaN(this.keys[at])) {
            if (this.keys[at] === address) {
                this.numbers[at] = number;
                return;
            }
            at = (at + 1) & this.mask;
        }
        this.keys[at] = address;
        this.numbers[at] = number;
        if (++this.count * 2 > this.mask) {
            this.resize(this.mask * 2 + 2);
        }
    }

    /** Adds to the number of an address, which is 0 when it has none, and forgets it at 0. */
    add(address: number, amount: number): number {
        const number = Math.max(this.get(address), 0) + amount;
        if (number > 0) {
            this.set(address, number);
        } else {
            this.delete(address);
        }
        return number;
    }

    /** Forgets an address; its number, -1 when it had none. */
    delete(address: number): number {
        let hole = this.find(address);
        if (hole < 0) {
            return -1;
        }
        const number = this.numbers[hole];
        // Closes the gap: entries behind it that probing would no longer reach move up.
        for (let at = (hole + 1) & this.mask; !Number.isNaN(this.keys[at]); at = (at + 1) & this.mask) {
            const home = hash(this.keys[at]) & this.mask;
            if (((at - home) & this.mask) >= ((at - hole) & this.mask)) {
                this.keys[hole] = this.keys[at];
                this.numbers[hole] = this.numbers[at];
                hole = at;
            }
        }
        this.keys[hole] = FREE;
        if (--this.count * 8 < this.mask && this.mask >= LEAST_CAPACITY) {
            this.resize((this.mask + 1) / 2);
        }
        return number;
    }

    /** Calls back for each address, in no order; the table must not change meanwhile. */
    forEach(look: (address: number, number: number) => void): void {
        for (let at = 0; at <= this.mask; at++) {
            if (!Number.isNaN(this.keys[at])) {
                look(this.keys[at], this.numbers[at]);
            }
        }
    }

    private find(address: number): number {
        for (let at = hash(address) & this.mask; !Number.isNaN(this.keys[at]); at = (at + 1) & this.mask) {
            if (this.keys[at] === address) {
                return at;
            }
        }
        return -1;
    }

    private resize(capacity: number): void {
        const { keys, numbers } = this;
        this.keys = new Float64Array(capacity).fill(FREE);
        this.numbers = new Int32Array(capacity);
        this.mask = capacity - 1;
        for (let from = 0; from < keys.length; from++) {
            if (!Number.isNaN(keys[from])) {
                let at = hash(keys[from]) & this.mask;
                while (!Number.isNaN(this.keys[at])) {
                    at = (at + 1) & this.mask;
                }
                this.keys[at] = keys[from];
                this.numbers[at] = numbers[from];
            }
        }
    }
}

/** Blocks lie at multiples of 16, pages at any number: low and high bits both count. */
function hash(address: number): number {
    const mixed = Math.imul(address ^ (address / 0x1_0000_0000), 0x9e3779b1);
    return (mixed ^ (mixed >>> 15)) >>> 0;
}
