import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A request to a real Trace Compass server and its answer. */
export interface Recording {
    readonly name: string;
    /** Body of the answer, numbers as they came. */
    readonly response: string;
}

const folder = join(process.env.TMLL_SHARED ?? resolve(__dirname, '../../../../../shared'), 'recordings');

/** Complete recordings whose file name matches; empty where the recordings are not at hand. */
export function recordings(pattern: RegExp): Recording[] {
    if (!existsSync(folder)) {
        process.stderr.write(`No recordings in ${folder}: tests on them are skipped; set TMLL_SHARED.\n`);
        return [];
    }
    return readdirSync(folder).flatMap(trace =>
        readdirSync(join(folder, trace))
            .filter(file => pattern.test(file))
            .map(file => ({ name: `${trace}/${file}`, text: readFileSync(join(folder, trace, file), 'utf8') }))
            .filter(({ text }) => !text.includes('"TRUNCATED_BY_RECORDER"'))
            .map(({ name, text }) => ({ name, response: responseOf(text) }))
    );
}

/** Cuts the answer out of the file as text, so that no parser under test has touched it. */
function responseOf(file: string): string {
    const key = '"response": ';
    return file.slice(file.indexOf(key) + key.length, file.lastIndexOf('}'));
}
