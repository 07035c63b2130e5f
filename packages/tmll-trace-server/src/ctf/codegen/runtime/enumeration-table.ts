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
        const labels = this.enumeration.mappings
            .filter(({ low, high }) => low <= value && value <= high)
            .map(({ label }) => label);
        return [...new Set(labels)];
    }
}
