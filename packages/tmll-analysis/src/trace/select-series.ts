import { TspError } from 'tmll-tsp';
import { SeriesSelection } from '../series/analysis';
import { hasTimeSeries, Output } from './output';
import { SelectionError } from './selection-error';
import { SeriesEntry } from './series-entry';

/** Gives the series of an output. */
export type FetchEntries = (output: Output) => Promise<readonly SeriesEntry[]>;

/**
 * The series that a selection names: all those of its outputs, and those that it names one by one, in the order of the
 * outputs and their trees. A word that is a whole name or id selects that one only, any other all of which it is a part. A
 * word for an output that fits none may name series as well.
 * @throws SelectionError when a word fits nothing; TspError when the trace server cannot tell
 */
export async function selectSeries(
    outputs: readonly Output[],
    selection: SeriesSelection,
    fetchEntries: FetchEntries
): Promise<SeriesEntry[]> {
    const candidates = outputs.filter(hasTimeSeries);
    const chosen = new Set<string>();
    const keyOf = ({ outputId, id }: SeriesEntry): string => `${outputId}\n${id}`;
    const choose = (entries: readonly SeriesEntry[]): void => entries.forEach(entry => chosen.add(keyOf(entry)));
    const seriesWords = [...(selection.series ?? [])];
    for (const word of selection.outputs ?? []) {
        const fitting = fit(word, candidates, ({ id, name }) => [name, id]);
        for (const output of fitting) {
            choose(await fetchEntries(output));
        }
        if (fitting.length === 0) {
            seriesWords.push(word);
        }
    }
    for (const word of seriesWords) {
        choose(await findSeries(word, candidates, fetchEntries));
    }
    const all: SeriesEntry[] = [];
    for (const output of candidates) {
        const isTouched = [...chosen].some(key => key.startsWith(`${output.id}\n`));
        all.push(...(isTouched ? await fetchEntries(output) : []));
    }
    return all.filter(entry => chosen.has(keyOf(entry)));
}

/** A word may begin with an output's name; then the trees of the others need not be asked for. */
async function findSeries(
    word: string,
    outputs: readonly Output[],
    fetchEntries: FetchEntries
): Promise<readonly SeriesEntry[]> {
    const named = outputs.filter(({ name }) => word.toLowerCase().startsWith(`${name}/`.toLowerCase()));
    const entries: SeriesEntry[] = [];
    const failures: TspError[] = [];
    for (const output of named.length > 0 ? named : outputs) {
        try {
            entries.push(...(await fetchEntries(output)));
        } catch (error) {
            // The series may be another output's; it is no matter then that this one cannot tell.
            if (!(error instanceof TspError)) {
                throw error;
            }
            failures.push(error);
        }
    }
    const fitting = fit(word, entries, ({ id, name }) => [id, name]);
    if (fitting.length === 0) {
        throw failures[0] ?? new SelectionError(`No output or series fits "${word}"; there are ${offer(outputs)}.`);
    }
    return fitting;
}

/** Those of which a text is the word, whatever its case, else those of which a text contains it. */
function fit<T>(word: string, items: readonly T[], textsOf: (item: T) => readonly string[]): T[] {
    const wanted = word.trim().toLowerCase();
    const where = (test: (text: string) => boolean): T[] =>
        items.filter(item => textsOf(item).some(text => test(text.toLowerCase())));
    const whole = where(text => text === wanted);
    return whole.length > 0 ? whole : where(text => text.includes(wanted));
}

/** For error messages: what could have been chosen. */
function offer(outputs: readonly Output[]): string {
    const names = [...new Set(outputs.map(({ name }) => name))];
    return names.length === 0 ? 'no outputs with series' : `the outputs ${names.join(', ')} and their series`;
}
