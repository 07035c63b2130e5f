import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../test-support/temporary-folder';
import { FindOptions, findTraceCompass } from './find-executable';

const FOLDER = temporaryFolder();
const dataFolder = join(FOLDER, 'data');

function put(...path: string[]): string {
    const file = join(FOLDER, ...path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, '');
    chmodSync(file, 0o755);
    return file;
}

describe('findTraceCompass', () => {
    const find = (change: Partial<FindOptions> = {}): ReturnType<typeof findTraceCompass> =>
        findTraceCompass({ platform: 'linux', environment: {}, dataFolder, ...change });

    it('finds none where there is none', async () => {
        expect(await find({ environment: { PATH: `${FOLDER}/nowhere:` } })).toBeUndefined();
    });

    it('prefers the preference to TRACE_SERVER_PATH, that to the installed one, that to PATH', async () => {
        const inPath = put('bin', 'tracecompass-server');
        const named = put('named', 'tracecompass-server');
        const preferred = put('mac', 'Trace.app', 'Contents', 'MacOS', 'tracecompass-server');
        const environment = { PATH: `${FOLDER}/nowhere:${FOLDER}/bin` };
        expect(await find({ environment })).toEqual({ executable: inPath, from: 'PATH' });
        const own = put('data', 'trace-compass', 'trace-compass-server', 'tracecompass-server');
        expect(await find({ environment })).toEqual({ executable: own, from: 'installation' });
        const both = { ...environment, TRACE_SERVER_PATH: named };
        expect(await find({ environment: both })).toEqual({ executable: named, from: 'TRACE_SERVER_PATH' });
        expect(await find({ environment: both, path: join(FOLDER, 'mac') })).toEqual({
            executable: preferred,
            from: 'preference'
        });
    });

    it('says when the one that the user names is none, rather than take another', async () => {
        put('bin', 'tracecompass-server');
        const environment = { PATH: `${FOLDER}/bin`, TRACE_SERVER_PATH: join(FOLDER, 'gone') };
        await expect(find({ environment })).rejects.toThrow(/no Trace Compass server at .*gone \(TRACE_SERVER_PATH\)/);
        const file = put('plain', 'tracecompass-server');
        chmodSync(file, 0o644);
        await expect(find({ path: file })).rejects.toThrow(/\(preference\)/);
    });
});
