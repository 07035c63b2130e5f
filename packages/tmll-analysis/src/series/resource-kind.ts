/** What a series measures, as far as capacity is concerned. */
export type ResourceKind = 'cpu' | 'memory' | 'disk' | 'other';

const WORDS: readonly (readonly [ResourceKind, RegExp])[] = [
    ['cpu', /\bcpu/i],
    ['memory', /\bmemory\b|\bmem\b|\bheap\b/i],
    ['disk', /\bdisk|\bi\/o\b|\bblock i/i]
];

/** The kind of resource that an output or a series measures, by words of its name or its path. */
export function resourceKindOf(names: readonly string[]): ResourceKind {
    return WORDS.find(([, words]) => names.some(name => words.test(name)))?.[0] ?? 'other';
}
