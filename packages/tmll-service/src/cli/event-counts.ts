import { EventType, Trace, TraceEvent } from 'tmll-trace-server';
import { formatNs } from 'tmll-analysis/algorithms';
import { table } from './table';

/** How many events of each type there are. */
export class EventCounts {
    private readonly byType = new Map<EventType, number>();
    private first: number | undefined;
    private last: number | undefined;

    add({ type, time }: TraceEvent): void {
        this.byType.set(type, (this.byType.get(type) ?? 0) + 1);
        this.first ??= time;
        this.last = time;
    }

    /** `{events, firstNs, lastNs, discarded, types:{name:count}}`; without the times when there are no events. */
    toJson({ origin, discarded }: Trace): string {
        const types = Object.fromEntries(this.byName());
        return `${JSON.stringify({ events: this.total, ...this.times(origin), discarded, types })}\n`;
    }

    toText({ origin, discarded }: Trace): string {
        const { firstNs, lastNs } = this.times(origin);
        const rows = this.byName().map(([name, count]) => [name, count.toLocaleString('en')]);
        const range = firstNs === undefined ? '' : ` from ${formatNs(BigInt(firstNs))} to ${formatNs(BigInt(lastNs))}`;
        const head = `${this.total.toLocaleString('en')} events${range}, ${discarded.toLocaleString('en')} discarded\n`;
        return head + (rows.length === 0 ? '' : table([{ title: 'TYPE' }, { title: 'EVENTS', align: 'right' }], rows));
    }

    private get total(): number {
        return [...this.byType.values()].reduce((sum, count) => sum + count, 0);
    }

    private times(origin: bigint): { firstNs: string; lastNs: string } | { firstNs?: undefined; lastNs?: undefined } {
        if (this.first === undefined || this.last === undefined) {
            return {};
        }
        return { firstNs: String(origin + BigInt(this.first)), lastNs: String(origin + BigInt(this.last)) };
    }

    /** Types of one name with other fields count together. */
    private byName(): [string, number][] {
        const counts = new Map<string, number>();
        for (const [{ name }, count] of this.byType) {
            counts.set(name, (counts.get(name) ?? 0) + count);
        }
        return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
    }
}
