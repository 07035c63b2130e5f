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

const MIB = 2 ** 20;

/** Limits of a user, 0 for none: percent of one CPU, MiB of memory, MiB/s of a disk. */
export interface ResourceLimits {
    readonly cpu: number;
    readonly memory: number;
    readonly disk: number;
}

/**
 * The limit of a resource in the unit of its series (%, B, B/s), 0 for none. A series of several CPUs, which goes beyond 100 %, has that
 * of as many CPUs as its peak takes.
 */
export function resourceLimit(kind: ResourceKind, peak: number, { cpu, memory, disk }: ResourceLimits): number {
    switch (kind) {
        case 'cpu':
            return cpu * Math.max(1, Math.ceil(peak / 100 - 0.05));
        case 'memory':
            return memory * MIB;
        case 'disk':
            return disk * MIB;
        case 'other':
            return 0;
    }
}
