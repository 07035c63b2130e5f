import type { SeriesSelection } from 'tmll-analysis/algorithms';

/** An output that can be analysed. */
export interface OutputNode {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    /** Its series; undefined until they are loaded. */
    readonly series?: readonly SeriesNode[];
    /** Why they could not be loaded, one sentence. */
    readonly error?: string;
}

/** A series of an output. */
export interface SeriesNode {
    /** Path joined by `/`: what a request names it by. */
    readonly id: string;
    /** Labels below the output, for people. */
    readonly label: string;
    /** The trace server names it among those to be shown first. */
    readonly isDefault: boolean;
    /** Number of labels: 1 at the root. */
    readonly depth: number;
}

/** An output with more series is not chosen whole unless the user says so: hundreds bury the findings that matter. */
const MOST_SERIES = 40;

/** So many are chosen of such an output when the trace server does not say which it shows first. */
const FEW_SERIES = 5;

/** What is chosen, by the output's id: all its series, also those not loaded, or some by their ids. */
export type SeriesChoice = ReadonlyMap<string, 'all' | ReadonlySet<string>>;

/** State of an output's check box. */
export type ChoiceState = 'all' | 'some' | 'none';

export function choiceState(choice: SeriesChoice, outputId: string): ChoiceState {
    const chosen = choice.get(outputId);
    return chosen === undefined ? 'none' : chosen === 'all' ? 'all' : 'some';
}

export function isSeriesChosen(choice: SeriesChoice, outputId: string, seriesId: string): boolean {
    const chosen = choice.get(outputId);
    return chosen !== undefined && (chosen === 'all' || chosen.has(seriesId));
}

/** What is chosen for a user who names outputs only: all their series, of those with very many the foremost. */
export function chooseOutputs(outputs: readonly OutputNode[]): SeriesChoice {
    return new Map(
        outputs.map(({ id, series }) => [id, series && series.length > MOST_SERIES ? foremost(series) : 'all'])
    );
}

function foremost(series: readonly SeriesNode[]): ReadonlySet<string> {
    const named = series.filter(({ isDefault }) => isDefault);
    const few = named.length > 0 ? named : [...series].sort((a, b) => a.depth - b.depth).slice(0, FEW_SERIES);
    return new Set(few.map(({ id }) => id));
}

/** How many series of an output are chosen; undefined until they are loaded, and when none is. */
export function countChosen(choice: SeriesChoice, { id, series }: OutputNode): number | undefined {
    const chosen = choice.get(id);
    return chosen === 'all' ? series?.length : chosen?.size;
}

/** How many series are chosen in all; undefined while some of them are not loaded. */
export function countAll(choice: SeriesChoice, outputs: readonly OutputNode[]): number | undefined {
    let count = 0;
    for (const id of choice.keys()) {
        const output = outputs.find(each => each.id === id);
        const own = output && countChosen(choice, output);
        if (own === undefined) {
            return undefined;
        }
        count += own;
    }
    return count;
}

/** What a request has asked for, as far as the trace has it: words that are no name or id of an output, or begin with none, are left out. */
export function choiceOf({ outputs = [], series = [] }: SeriesSelection, all: readonly OutputNode[]): SeriesChoice {
    const choice = new Map<string, 'all' | ReadonlySet<string>>();
    for (const word of outputs) {
        const output = all.find(({ id, name }) => id === word || name.toLowerCase() === word.toLowerCase());
        if (output) {
            choice.set(output.id, 'all');
        }
    }
    for (const id of series) {
        const output = all.find(({ name }) => id.startsWith(`${name}/`));
        const chosen = output && choice.get(output.id);
        if (output && chosen !== 'all') {
            choice.set(output.id, new Set(chosen).add(id));
        }
    }
    return choice;
}

/** All of an output, or nothing of it when all was chosen. */
export function toggleOutput(choice: SeriesChoice, outputId: string): SeriesChoice {
    const next = new Map(choice);
    if (choice.get(outputId) === 'all') {
        next.delete(outputId);
    } else {
        next.set(outputId, 'all');
    }
    return next;
}

/** One series more or less; the last one missing makes it the whole output, the last one less nothing of it. */
export function toggleSeries(choice: SeriesChoice, output: OutputNode, seriesId: string): SeriesChoice {
    const all = (output.series ?? []).map(({ id }) => id);
    const chosen = choice.get(output.id) ?? new Set<string>();
    const some = new Set(chosen === 'all' ? all : chosen);
    if (!some.delete(seriesId)) {
        some.add(seriesId);
    }
    const next = new Map(choice);
    if (some.size === 0) {
        next.delete(output.id);
    } else {
        next.set(output.id, some.size === all.length ? 'all' : some);
    }
    return next;
}

/** Some series of an output more, or, when all of them were chosen, less. */
export function toggleFound(choice: SeriesChoice, output: OutputNode, found: readonly SeriesNode[]): SeriesChoice {
    const areChosen = found.every(({ id }) => isSeriesChosen(choice, output.id, id));
    return found
        .filter(({ id }) => areChosen || !isSeriesChosen(choice, output.id, id))
        .reduce((next, { id }) => toggleSeries(next, output, id), choice);
}

/** The choice as a request carries it; undefined when nothing is chosen. */
export function toSelection(choice: SeriesChoice): SeriesSelection | undefined {
    if (choice.size === 0) {
        return undefined;
    }
    const outputs = [...choice].filter(([, chosen]) => chosen === 'all').map(([id]) => id);
    const series = [...choice.values()].flatMap(chosen => (chosen === 'all' ? [] : [...chosen]));
    return { ...(outputs.length > 0 ? { outputs } : {}), ...(series.length > 0 ? { series } : {}) };
}

/**
 * The outputs and series that contain every word; an output whose name contains them keeps all its series.
 * @param text an empty one keeps everything
 */
export function searchOutputs(outputs: readonly OutputNode[], text: string): readonly OutputNode[] {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) {
        return outputs;
    }
    const found: OutputNode[] = [];
    for (const output of outputs) {
        const series = output.series?.filter(({ label }) => containsAll(`${output.name} ${label}`, words));
        if (containsAll(output.name, words)) {
            found.push(output);
        } else if (series && series.length > 0) {
            found.push({ ...output, series });
        }
    }
    return found;
}

function containsAll(text: string, words: readonly string[]): boolean {
    const lower = text.toLowerCase();
    return words.every(word => lower.includes(word));
}
