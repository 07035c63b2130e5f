import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A block that a traced program leaked, as it says itself. */
export interface TrueLeak {
    readonly address: string;
    readonly size: number;
    readonly thread: number;
    readonly site: string;
}

/** What a traced process says of its own heap at its end. */
export interface ProcessTruth {
    readonly pid: number;
    readonly blocks: number;
    readonly bytes: number;
    readonly leaks: readonly TrueLeak[];
    /** Blocks and bytes by the function that leaked them. */
    readonly sites: Readonly<Record<string, { readonly blocks: number; readonly bytes: number }>>;
    readonly reachable?: { readonly blocks: number; readonly bytes: number; readonly site: string };
    /** Ns since the epoch from which the program leaks, where it says so. */
    readonly leakStart?: bigint;
}

interface TruthFile {
    readonly pid: number;
    readonly end_live_blocks: number;
    readonly end_live_bytes: number;
    readonly leaked: {
        readonly sites: ProcessTruth['sites'];
        readonly list: readonly (readonly [ns: number, address: string, size: number, thread: number, site: string])[];
    };
    readonly marks: readonly (readonly [from: number, to: number, what: string])[];
    readonly still_reachable?: ProcessTruth['reachable'];
}

/** What the processes of a trace say: `truth.json`, and one file more for each child. */
export function truthOf(folder: string): ProcessTruth[] {
    return readdirSync(folder)
        .filter(name => name.startsWith('truth.json'))
        .map(name => readFileSync(join(folder, name), 'utf8'))
        .map(text => {
            const file = JSON.parse(text) as TruthFile;
            const shift = BigInt(/"realtime_minus_mono_ns":(\d+)/.exec(text)?.[1] ?? '');
            const start = file.marks.find(([, , what]) => what === 'leak_start');
            return {
                pid: file.pid,
                blocks: file.end_live_blocks,
                bytes: file.end_live_bytes,
                sites: file.leaked.sites,
                leaks: file.leaked.list.map(([, address, size, thread, site]) => ({ address, size, thread, site })),
                reachable: file.still_reachable,
                leakStart: start && BigInt(start[0]) + shift
            };
        });
}

/** Blocks and bytes that valgrind calls definitely lost, in all processes; undefined where it was not run. */
export function definitelyLost(folder: string): { readonly blocks: number; readonly bytes: number } | undefined {
    const files = readdirSync(folder).filter(name => /^valgrind\.\d+\.xml$/.test(name));
    if (files.length === 0) {
        return undefined;
    }
    const errors = files
        .map(name => readFileSync(join(folder, name), 'utf8'))
        .flatMap(xml => xml.split('<error>').slice(1))
        .filter(error => error.includes('<kind>Leak_DefinitelyLost</kind>'));
    const sum = (what: string): number =>
        errors.reduce((total, error) => total + Number(new RegExp(`<${what}>(\\d+)<`).exec(error)?.[1]), 0);
    return { blocks: sum('leakedblocks'), bytes: sum('leakedbytes') };
}
