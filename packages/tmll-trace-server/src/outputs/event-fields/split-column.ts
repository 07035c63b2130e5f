import type { EnumValue, FieldType, FieldValue } from '../../trace/trace';
import { ValueColumn } from '../columns/value-column';

/** More values than this do not name series any more but are data of their own. */
const MAX_VALUES = 32;
const MAX_LENGTH = 48;
/** Fields that by convention say what an event measures. */
const NAMING_FIELD = /^(?:name|key|metric|counter|gauge|sensor|label)$/i;

/** A text or enumeration field of an event type, as a number for each of its few values. */
export class SplitColumn {
    /** Value (index into `labels`) of each row; to be used only while the field `isUsable`. */
    readonly rows = new ValueColumn();
    private readonly indexes = new Map<string, number>();
    private usable = true;

    private constructor(
        readonly name: string,
        /** Whether the field says by its name that it tells series apart, whatever its values. */
        readonly names: boolean
    ) {}

    /** The fields of a type that may split its series: those that say so by their name first, then as declared. */
    static candidates(fields: readonly FieldType[]): SplitColumn[] {
        return fields
            .filter(({ kind }) => kind === 'string' || kind === 'enumeration')
            .map(({ name }) => new SplitColumn(name, NAMING_FIELD.test(name)))
            .sort((a, b) => Number(b.names) - Number(a.names));
    }

    /** The values that occur, in the order of their first event. */
    get labels(): readonly string[] {
        return [...this.indexes.keys()];
    }

    /** Whether the values are few and short. */
    get isUsable(): boolean {
        return this.usable;
    }

    push(value: FieldValue | undefined): void {
        if (!this.usable) {
            return;
        }
        const label = labelOf(value);
        let index = this.indexes.get(label);
        if (index === undefined) {
            index = this.indexes.size;
            this.indexes.set(label, index);
            this.usable = index < MAX_VALUES && label.length <= MAX_LENGTH;
        }
        this.rows.push(index);
    }
}

function labelOf(value: FieldValue | undefined): string {
    if (typeof value === 'string') {
        return value;
    }
    const { labels, value: number } = (value ?? { labels: [], value: '' }) as EnumValue;
    return labels[0] ?? String(number);
}
