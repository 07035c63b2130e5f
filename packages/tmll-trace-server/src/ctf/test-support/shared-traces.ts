import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What babeltrace2 counted in a trace; times in decimal ns, exactly as its file says them. */
export interface Oracle {
    readonly events: number;
    readonly counts: Readonly<Record<string, number>>;
    readonly firstNs: string;
    readonly lastNs: string;
    readonly discarded: number;
}

/** A trace with the known truth about it. */
export interface KnownTrace {
    readonly name: string;
    readonly path: string;
    readonly oracle: Oracle;
}

/** Where traces with known truth lie that are too large for this repository. */
export function sharedFolder(): string {
    return process.env.TMLL_SHARED ?? resolve(__dirname, '../../../../../../shared');
}

/** The traces of the shared folder: all that have an oracle; none, with a message, where the folder is not at hand. */
export function sharedTraces(): KnownTrace[] {
    const folder = join(sharedFolder(), 'traces');
    if (!existsSync(folder)) {
        process.stderr.write(`No traces in ${folder}: tests on them are skipped; set TMLL_SHARED.\n`);
        return [];
    }
    return knownTraces(folder);
}

/** The traces that are part of this package. */
export function fixtureTraces(): KnownTrace[] {
    return knownTraces(resolve(__dirname, '../../../fixtures'));
}

function knownTraces(folder: string): KnownTrace[] {
    return readdirSync(folder)
        .filter(name => existsSync(join(folder, name, 'oracle.json')))
        .map(name => ({
            name,
            path: join(folder, name, 'trace'),
            oracle: readOracle(join(folder, name, 'oracle.json'))
        }));
}

function readOracle(path: string): Oracle {
    // JSON.parse would round the ns since the epoch.
    const text = readFileSync(path, 'utf8').replace(/"(first_ns|last_ns)": (\d+)/g, '"$1": "$2"');
    const { events, counts, first_ns: firstNs, last_ns: lastNs, discarded } = JSON.parse(text);
    return { events, counts, firstNs, lastNs, discarded: discarded.events };
}
