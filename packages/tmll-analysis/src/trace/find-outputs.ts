import { Output } from './output';

/** What outputs are looked for by. A criterion that is not given, or empty, is met by all. */
export interface OutputCriteria {
    /** Parts of the name, the description or the id, in any case. */
    readonly keyword?: string | readonly string[];
    /** Parts of the type, in any case: `xy`, `table`. */
    readonly type?: string | readonly string[];
    /**
     * Whether one word of a criterion is enough for it (true), or all of them must be there (false, the default). Keyword and
     * type must both hold in either case.
     */
    readonly matchAny?: boolean;
}

/** The outputs that meet the criteria, by name. */
export function findOutputs(outputs: readonly Output[], criteria: OutputCriteria = {}): Output[] {
    const { keyword, type, matchAny = false } = criteria;
    const holds = (words: readonly string[], text: string): boolean => {
        const isIn = (word: string): boolean => text.includes(word);
        return words.length === 0 || (matchAny ? words.some(isIn) : words.every(isIn));
    };
    const keywords = wordsOf(keyword);
    const types = wordsOf(type);
    return outputs
        .filter(output => holds(keywords, lower(`${output.name} ${output.description} ${output.id}`)))
        .filter(output => holds(types, lower(output.type)))
        .sort((a, b) => a.name.localeCompare(b.name, 'en') || a.id.localeCompare(b.id, 'en'));
}

function wordsOf(criterion: string | readonly string[] | undefined): string[] {
    const words = typeof criterion === 'string' ? [criterion] : (criterion ?? []);
    return words.map(lower);
}

function lower(text: string): string {
    return text.toLowerCase();
}
