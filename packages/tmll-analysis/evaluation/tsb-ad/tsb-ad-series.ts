import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NabFile } from '../nab/nab-files';

/** A series of the benchmark TSB-AD that was made of a file of NAB. */
export interface TsbAdSeries {
    /** `006_NAB_id_6_Traffic_tr_2579_1st_5839.csv`. */
    readonly name: string;
    readonly nabName: string;
    readonly times: Float64Array;
    readonly values: Float64Array;
    readonly labels: Uint8Array;
    /** VUS-PR by the name of the published method. */
    readonly published: ReadonlyMap<string, number>;
}

/** Ids of the series whose labels are those of NAB's windows; TSB-AD labelled the others anew. */
const WITH_LABELS_OF_NAB = /^(001|005|006|008|009|013|016|017|018|019|023|025|026)_/;

/**
 * The series of TSB-AD whose NAB file is at hand and for which scores were published, by name. TSB-AD
 * leaves out the first value of a file but not the first label, and takes the end of a window as exclusive.
 * @param folder with `published-vus-pr.csv`: a series per row, its NAB file, and a column per method
 */
export function loadTsbAdSeries(folder: string, files: readonly NabFile[]): TsbAdSeries[] {
    const [header, ...rows] = readFileSync(join(folder, 'published-vus-pr.csv'), 'utf8').trim().split('\n');
    const [, , ...methods] = header.trim().split(',');
    return rows.flatMap(row => {
        const [name, nabName, ...scores] = row.trim().split(',');
        const file = files.find(each => each.name === nabName);
        const published = new Map(methods.map((method, column) => [method, Number(scores[column])]));
        return file === undefined || !WITH_LABELS_OF_NAB.test(name) ? [] : [toTsbAd(name, file, published)];
    });
}

function toTsbAd(name: string, file: NabFile, published: ReadonlyMap<string, number>): TsbAdSeries {
    const labels = new Uint8Array(file.values.length);
    file.windows.forEach(({ first, last }) => labels.fill(1, first, last));
    return {
        name,
        nabName: file.name,
        times: file.times.subarray(1),
        values: file.values.subarray(1),
        labels: labels.subarray(0, -1),
        published
    };
}
