import { EnumValue, TraceInteger } from '../../../trace/trace';
import { EnumerationClass } from '../../metadata/field-class';

/** Values remembered per enumeration; a field that takes more is no enumeration in earnest. */
const MAX_REMEMBERED_VALUES = 4096;

/** Gives every value of an enumeration its labels, and the same object for the same value. */
export class EnumerationTable {
    private readonly known = new Map<TraceInteger, EnumValue>();
    private last: EnumValue | undefined;

    constructor(private readonly enumeration: EnumerationClass) {}

    get(value: TraceInteger): EnumValue {
        if (this.last !== undefined && this.last.value === value) {
            return this.last;
        }
        let found = this.known.get(value);
        if (!found) {
            found = { value, labels: this.labelsOf(BigInt(value)) };
            if (this.known.size < MAX_REMEMBERED_VALUES) {
                this.known.set(value, found);
            }
        }
        this.last = found;
        return found;
    }

    private labelsOf(value: bigint): readonly string[] {
        const { mappings, bitMap } = this.enumeration;
        const labels = mappings
            .filter(({ low, high }) => (bitMap ? isAnySet(value, low, high) : low <= value && value <= high))
            .map(({ label }) => label);
        return [...new Set(labels)];
    }
}

/** Is one of the bits from `low` to `high` set? */
function isAnySet(value: bigint, low: bigint, high: bigint): boolean {
    return BigInt.asUintN(Number(high - low) + 1, value >> low) !== 0n;
}
