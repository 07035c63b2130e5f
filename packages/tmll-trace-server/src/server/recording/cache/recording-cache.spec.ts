import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordTrace } from '../../../outputs/recording/record-trace';
import { takeSnapshot } from '../../../outputs/recording/snapshot/snapshot';
import { FIXTURE } from '../../test-support/client';
import { openPath } from '../../traces/open-path';
import { RecordingFile } from '../file/recording-file';
import { RecordingFileWriter } from '../file/recording-file-writer';
import { prepareRecording } from '../prepare-recording';
import { RecordingCache } from './recording-cache';

let folder: string;
let trace: string;
let write: (path: string) => void;
let events: number;
beforeAll(async () => {
    const recording = prepareRecording(await openPath(FIXTURE), 't');
    const result = await recordTrace(recording, () => undefined, new AbortController().signal);
    events = result.events;
    write = path => new RecordingFileWriter(path).finish(result, takeSnapshot(recording));
});
beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tmll-cache-'));
    trace = join(folder, 'trace');
    cpSync(FIXTURE, trace, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const cache = (fewest = 0, program = 'p'): RecordingCache => new RecordingCache(join(folder, 'cache'), program, fewest);
const kept = (): string[] => readdirSync(join(folder, 'cache')).filter(name => name.endsWith('.recording'));
/** How many events what is kept has; keeps the recording when there is nothing. */
const findOrKeep = (path = trace, one = cache()): number | undefined => {
    const found = one.find(path);
    if (found === undefined) {
        const file = join(folder, 'recorded');
        write(file);
        one.keep(path, file, events);
        rmSync(file, { force: true });
        return undefined;
    }
    const recorded = RecordingFile.open(found);
    recorded.close();
    return recorded.result.events;
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
        expect(findOrKeep()).toBeUndefined();
        expect(findOrKeep()).toBe(events);
    });

    it('finds it for a copy of the trace elsewhere', () => {
        findOrKeep();
        const copy = join(folder, 'copy');
        cpSync(trace, copy, { recursive: true });
        expect(findOrKeep(copy)).toBe(events);
    });

    it('does not find it when a byte of the trace is another one, even with the old time of change', () => {
        findOrKeep();
        changeByte(stream());
        expect(findOrKeep()).toBeUndefined();
        expect(kept()).toHaveLength(2);
    });

    it('does not find what other code kept', () => {
        findOrKeep();
        expect(findOrKeep(trace, cache(0, 'q'))).toBeUndefined();
        expect(kept()).toHaveLength(2);
    });

    it('deletes what is broken', () => {
        findOrKeep();
        const [name] = kept();
        changeByte(join(folder, 'cache', name));
        expect(cache().find(trace)).toBeUndefined();
        expect(kept()).toEqual([]);
    });

    it('does without an index that is broken', () => {
        findOrKeep();
        const index = readdirSync(join(folder, 'cache')).find(name => name.endsWith('.json')) ?? '';
        for (const text of ['{', '[{}]', '7']) {
            writeFileSync(join(folder, 'cache', index), text);
            expect(findOrKeep()).toBe(events);
        }
    });

    it('does not keep a recording of few events, or of a trace that changed meanwhile', () => {
        findOrKeep(trace, cache(10_000));
        expect(readdirSync(folder)).not.toContain('cache');
        const one = cache();
        one.find(trace);
        changeByte(stream());
        writeFileSync(join(trace, 'more'), '');
        const file = join(folder, 'recorded');
        write(file);
        expect(one.keep(trace, file, events)).toBeUndefined();
        expect(readdirSync(folder)).not.toContain('cache');
    });

    it('says what the file system says', () => {
        writeFileSync(join(folder, 'cache'), '');
        const one = cache();
        expect(() => one.find(trace)).toThrow(/ENOTDIR/);
        expect(() => cache().find(join(folder, 'nope'))).toThrow(/ENOENT/);
    });
});
