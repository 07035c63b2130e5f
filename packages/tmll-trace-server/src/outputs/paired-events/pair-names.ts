import type { EventType } from '../../trace/trace';

/** Words by which tracers call the two ends of one thing, the likelier partner of a word first. */
const WORDS: readonly (readonly [begin: string, end: string])[] = [
    ['begin', 'end'],
    ['entry', 'exit'],
    ['enter', 'exit'],
    ['enter', 'leave'],
    ['start', 'stop'],
    ['start', 'end'],
    ['start', 'done'],
    ['begin', 'done'],
    ['start', 'finish'],
    ['begin', 'finish'],
    ['start', 'complete'],
    ['issue', 'complete'],
    ['submit', 'complete']
];
/** A word of a name: `syscall`, `rq`, `Begin` of `requestBegin`, `IRQ` of `IRQStart`. */
const WORD = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g;

/** Two kinds of event that are the two ends of one thing. */
export interface EventPair {
    /** What they have in common: `shop:request` for `shop:request_begin` and `shop:request_end`. */
    readonly name: string;
    /** Several when parts of a trace declare the event with different fields. */
    readonly begins: readonly EventType[];
    readonly ends: readonly EventType[];
}

/**
 * The pairs among event types: names that are equal but for one word, at the same place, that means a beginning in the one and an
 * end in the other (`X_begin`/`X_end`, `syscall_entry_X`/`syscall_exit_X`, `X:start`/`X:stop`, `XStart`/`XEnd`, …). A type is the
 * beginning, and the end, of one pair at most.
 */
export function findPairs(types: readonly EventType[]): EventPair[] {
    const byName = new Map<string, EventType[]>();
    for (const type of types) {
        byName.set(type.name, [...(byName.get(type.name) ?? []), type]);
    }
    const pairs: EventPair[] = [];
    const ended = new Set<string>();
    for (const [beginName, begins] of byName) {
        const partner = partnersOf(beginName).find(({ endName }) => byName.has(endName) && !ended.has(endName));
        if (partner) {
            ended.add(partner.endName);
            pairs.push({ name: partner.pairName, begins, ends: byName.get(partner.endName) ?? [] });
        }
    }
    return withUniqueNames(pairs);
}

interface Partner {
    readonly endName: string;
    readonly pairName: string;
}

/** The names that the end of an event could have, the likeliest first. */
function partnersOf(name: string): Partner[] {
    const words = [...name.matchAll(WORD)];
    return WORDS.flatMap(([begin, end]) =>
        words
            .filter(([word]) => word.toLowerCase() === begin)
            .map(({ 0: word, index }) => {
                const before = name.slice(0, index);
                const after = name.slice(index + word.length);
                return { endName: before + inCaseOf(word, end) + after, pairName: joinName(before, after) };
            })
    );
}

function inCaseOf(model: string, word: string): string {
    if (model === model.toLowerCase()) {
        return word;
    }
    return model === model.toUpperCase() ? word.toUpperCase() : word[0].toUpperCase() + word.slice(1);
}

/** What is left of a name without one of its words and the separator that it leaves over. */
function joinName(before: string, after: string): string {
    const left = before.replace(/[^A-Za-z0-9]+$/, '');
    const right = after.replace(/^[^A-Za-z0-9]+/, '');
    const separator = before.slice(left.length) || after.slice(0, after.length - right.length);
    return left + (left && right ? separator : '') + right;
}

/** Pairs that would be called alike, or nothing at all, are called by both of their names. */
function withUniqueNames(pairs: readonly EventPair[]): EventPair[] {
    return pairs.map(pair => {
        const isUnique = pairs.every(other => other === pair || other.name !== pair.name);
        const name = isUnique && pair.name !== '' ? pair.name : `${pair.begins[0].name} – ${pair.ends[0].name}`;
        return { ...pair, name };
    });
}
