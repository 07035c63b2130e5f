import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordTrace } from '../../../outputs/recording/record-trace';
import { takeSnapshot } from '../../../outputs/recording/snapshot/snapshot';
import { FIXTURE } from '../../test-support/client';
import { openPath } from '../../traces/open-path';
import { prepareRecording } from '../prepare-recording';
import type { FinishedRecording } from '../worker-messages';
import { RecordingCache } from './recording-cache';

let folder: string;
let trace: string;
let finished: FinishedRecording;
beforeAll(async () => {
    const recording = prepareRecording(await openPath(FIXTURE), 't');
    const result = await recordTrace(recording, () => undefined, new AbortController().signal);
    finished = { result, snapshot: takeSnapshot(recording) };
});
beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tmll-cache-'));
    trace = join(folder, 'trace');
    cpSync(FIXTURE, trace, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const cache = (fewest = 0): RecordingCache => new RecordingCache(join(folder, 'cache'), fewest);
const kept = (): string[] => readdirSync(join(folder, 'cache')).filter(name => name.endsWith('.recording'));
/** Reads what is kept, and keeps the recording when there is nothing. */
const readOrWrite = (path = trace, one = cache()): FinishedRecording | undefined => {
    const found = one.read(path);
    if (!found) {
        one.write(path, finished);
    }
    return found;
};
const changeByte = (file: string): void => {
    const bytes = readFileSync(file);
    bytes[bytes.length - 1] ^= 1;
    const { atime, mtime } = statSync(file);
    writeFileSync(file, bytes);
    utimesSync(file, atime, mtime);
};
const stream = (): string => {
    const name = readdirSync(trace, { recursive: true, encoding: 'utf8' }).find(path => /ch0_0$/.test(path));
    return join(trace, name ?? '');
};

describe('RecordingCache', () => {
    it('finds what was kept of a trace', () => {
        expect(readOrWrite()).toBeUndefined();
        const found = readOrWrite();
        expect(found?.result).toEqual(finished.result);
        expect(found?.snapshot.shape).toBe(finished.snapshot.shape);
    });

    it('finds it for a copy of the trace elsewhere', () => {
        readOrWrite();
        const copy = join(folder, 'copy');
        cpSync(trace, copy, { recursive: true });
        expect(readOrWrite(copy)?.result).toEqual(finished.result);
    });

    it('does not find it when a byte of the trace is another one, even with the old time of change', () => {
        readOrWrite();
        changeByte(stream());
        expect(readOrWrite()).toBeUndefined();
        expect(kept()).toHaveLength(2);
    });

    it('deletes what is broken', () => {
        readOrWrite();
        const [name] = kept();
        changeByte(join(folder, 'cache', name));
        expect(cache().read(trace)).toBeUndefined();
        expect(kept()).toEqual([]);
    });

    it('does without an index that is broken', () => {
        readOrWrite();
        const index = readdirSync(join(folder, 'cache')).find(name => name.endsWith('.json')) ?? '';
        for (const text of ['{', '[{}]', '7']) {
            writeFileSync(join(folder, 'cache', index), text);
            expect(readOrWrite()?.result).toEqual(finished.result);
        }
    });

    it('does not keep a recording of few events, or of a trace that changed meanwhile', () => {
        readOrWrite(trace, cache(10_000));
        expect(readdirSync(folder)).not.toContain('cache');
        const one = cache();
        one.read(trace);
        changeByte(stream());
        writeFileSync(join(trace, 'more'), '');
        one.write(trace, finished);
        expect(readdirSync(folder)).not.toContain('cache');
    });

    it('says what the file system says', () => {
        writeFileSync(join(folder, 'cache'), '');
        const one = cache();
        expect(() => one.read(trace)).toThrow(/ENOTDIR/);
        expect(() => cache().read(join(folder, 'nope'))).toThrow(/ENOENT/);
    });
});
