import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './application';

/** A stretch in which the traced program did something unusual, in ns since the epoch. */
export interface LabelledAnomaly {
    readonly fromNs: bigint;
    readonly toNs: bigint;
    readonly what: string;
}

/** What the program of a sample says that it did, on the trace's clock. */
export function labelledAnomalies(sample: string): LabelledAnomaly[] {
    const folder = join(ROOT, 'samples', sample);
    const oracle = JSON.parse(readFileSync(join(folder, 'oracle.json'), 'utf8'));
    const { marks } = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'));
    const offset = BigInt(oracle.clock.offset_s) * 1_000_000_000n + BigInt(oracle.clock.offset_cycles);
    return marks.map(([from, to, what]: [number, number, string]) => ({
        fromNs: BigInt(from) + offset,
        toNs: BigInt(to) + offset,
        what
    }));
}
