import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { referenceFolder } from '../reference-folder';
import { LabelledWindow } from './nab-score';

/** A file of the Numenta Anomaly Benchmark with its labels. */
export interface NabFile {
    /** As in the labels: `realTraffic/speed_7578.csv`. */
    readonly name: string;
    /** `realTraffic`. */
    readonly category: string;
    /** Ns from the first row. */
    readonly times: Float64Array;
    readonly values: Float64Array;
    readonly windows: readonly LabelledWindow[];
}

/**
 * The folder with NAB's files: NAB_DIR, or reference data `nab`. Either a copy of NAB's repository, or the folders of its
 * categories beside `combined_windows.json`. Undefined where there is none.
 */
export function nabFolder(): string | undefined {
    return process.env.NAB_DIR ?? referenceFolder('nab');
}

/**
 * All files below a folder of NAB that have labels, by name.
 * @throws Error when the labels are missing, or name a time that is not in the file
 */
export function loadNabFiles(folder: string): NabFile[] {
    const isRepository = existsSync(join(folder, 'labels'));
    const labels = join(folder, isRepository ? 'labels' : '', 'combined_windows.json');
    const data = join(folder, isRepository ? 'data' : '');
    const windows = JSON.parse(readFileSync(labels, 'utf8')) as Readonly<Record<string, [string, string][]>>;
    return readdirSync(data, { recursive: true, encoding: 'utf8' })
        .map(name => name.replaceAll('\\', '/'))
        .filter(name => name in windows)
        .sort()
        .map(name => parseNabFile(name, readFileSync(join(data, name), 'utf8'), windows[name]));
}

/**
 * A file with the times either as ns (`timestamp_ns`) or as NAB writes them (`2014-04-10 00:04:00`, taken as UTC).
 * @param windows first and last time of each labelled window, as NAB writes them
 * @throws Error when a window names a time that is not in the file
 */
export function parseNabFile(name: string, text: string, windows: readonly (readonly [string, string])[]): NabFile {
    const [header, ...rows] = text.trim().split('\n');
    const cells = rows.map(row => row.trim().split(','));
    const parse = header.startsWith('timestamp_ns') ? BigInt : nsOf;
    const times = cells.map(([time]) => parse(time));
    const rowAt = (time: string): number => {
        const row = times.indexOf(nsOf(time));
        if (row < 0) {
            throw new Error(`${name} has no row at ${time}, which its labels name.`);
        }
        return row;
    };
    return {
        name,
        category: name.split('/')[0],
        times: Float64Array.from(times, time => Number(time - times[0])),
        values: Float64Array.from(cells, ([, value]) => (value === '' ? NaN : Number(value))),
        windows: windows.map(([from, to]) => ({ first: rowAt(from), last: rowAt(to) }))
    };
}

function nsOf(time: string): bigint {
    return BigInt(Date.parse(`${time.slice(0, 19).replace(' ', 'T')}Z`)) * 1_000_000n;
}
