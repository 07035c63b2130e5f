import { TimeSeries } from 'tmll-analysis/algorithms';
import { TextOutput } from './text-output';

/**
 * Prints a header row `timestamp_ns,<series>,…` and a row for each time at which any of the series has a point; the others
 * have an empty cell there. Of several points of a series at one time the last counts.
 */
export async function writeSeriesCsv(series: readonly TimeSeries[], out: TextOutput): Promise<void> {
    await out.write(`${['timestamp_ns', ...uniqueNames(series)].map(quote).join(',')}\n`);
    const origin = series.reduce((least, each) => (each.origin < least ? each.origin : least), series[0]?.origin ?? 0n);
    const shifts = series.map(each => Number(each.origin - origin));
    const next = series.map(() => 0);
    const timeAt = (index: number): number => (series[index].times[next[index]] ?? Infinity) + shifts[index];
    for (;;) {
        const time = series.reduce((least, _, index) => Math.min(least, timeAt(index)), Infinity);
        if (time === Infinity) {
            return;
        }
        const cells = series.map(({ values }, index) => {
            let cell = '';
            while (timeAt(index) === time) {
                const value = values[next[index]++];
                cell = Number.isFinite(value) ? String(value) : '';
            }
            return cell;
        });
        if (out.add(`${[origin + BigInt(time), ...cells].join(',')}\n`)) {
            await out.flush();
        }
    }
}

/** Names as `tmll detect` wants them: namesakes from several outputs get a number. */
function uniqueNames(series: readonly TimeSeries[]): string[] {
    const count = new Map<string, number>();
    return series.map(({ name }) => {
        const before = count.get(name) ?? 0;
        count.set(name, before + 1);
        return before === 0 ? name : `${name}(${before})`;
    });
}

/** A cell by RFC 4180. */
function quote(text: string): string {
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
