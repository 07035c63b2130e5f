/** Values in ascending order, for medians of windows that move on. Linear in its size, which is meant to be small. */
export class SortedWindow {
    private readonly values: Float64Array;
    private size = 0;

    /** @param capacity most values that it will hold */
    constructor(capacity: number) {
        this.values = new Float64Array(capacity);
    }

    add(value: number): void {
        let place = this.size++;
        while (place > 0 && this.values[place - 1] > value) {
            this.values[place] = this.values[place - 1];
            place--;
        }
        this.values[place] = value;
    }

    /** Takes away one value that was added. */
    remove(value: number): void {
        const place = this.values.indexOf(value);
        this.values.copyWithin(place, place + 1, this.size--);
    }

    clear(): void {
        this.size = 0;
    }

    /** The middle value, or the mean of the two in the middle; NaN when it is empty. */
    median(): number {
        const middle = this.size >> 1;
        if (this.size === 0) {
            return NaN;
        }
        return this.size % 2 === 1 ? this.values[middle] : (this.values[middle - 1] + this.values[middle]) / 2;
    }
}
