import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseJson } from '../../json/parse-json';

const folder = process.env.TMLL_SHARED ?? resolve(__dirname, '../../../../../../shared');

/** `describe` when these paths of the shared folder are there; else the suite is skipped, with a message. */
export function describeShared(title: string, needed: readonly string[], body: () => void): void {
    const absent = needed.filter(path => !existsSync(join(folder, path)));
    if (absent.length > 0) {
        process.stderr.write(`${title}: skipped without ${absent.join(', ')} in ${folder}; set TMLL_SHARED.\n`);
    }
    (absent.length > 0 ? describe.skip : describe)(title, body);
}

/** Path of something in the shared folder. */
export function shared(...path: string[]): string {
    return join(folder, ...path);
}

/** Names of the files in a folder of the shared folder. */
export function sharedFiles(...path: string[]): string[] {
    return readdirSync(shared(...path));
}

/** A JSON file of the shared folder, with exact integers. */
export function sharedJson<T>(...path: string[]): T {
    return parseJson(readFileSync(shared(...path), 'utf8')) as T;
}
