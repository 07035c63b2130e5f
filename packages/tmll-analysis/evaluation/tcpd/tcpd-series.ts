import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A series of the Turing change point data set with what people marked in it. */
export interface TcpdSeries {
    readonly name: string;
    /** One or several dimensions of the same length; NaN = no value. */
    readonly dimensions: readonly Float64Array[];
    /** Per person the indices of the first value after each change, ascending; none where they saw no change. */
    readonly annotations: readonly (readonly number[])[];
}

interface TcpdFile {
    readonly name: string;
    readonly series: readonly { readonly raw: readonly (number | null)[] }[];
}

/**
 * All series of a folder with one JSON a series and `annotations.json`, by name.
 * @throws Error when a series has no annotations
 */
export function loadTcpdSeries(folder: string): TcpdSeries[] {
    const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const annotations = read('annotations.json') as Readonly<Record<string, Readonly<Record<string, number[]>>>>;
    return readdirSync(folder)
        .filter(file => file.endsWith('.json') && file !== 'annotations.json')
        .sort()
        .map(file => {
            const { name, series } = read(file) as TcpdFile;
            if (annotations[name] === undefined) {
                throw new Error(`Nobody has marked the changes of ${name}.`);
            }
            return {
                name,
                dimensions: series.map(({ raw }) => Float64Array.from(raw, value => value ?? NaN)),
                annotations: Object.values(annotations[name])
            };
        });
}
