import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepPagesIn } from '../../../outputs/columns/pages';
import { EventTimes } from '../../../outputs/recording/event-times';
import { recordTrace } from '../../../outputs/recording/record-trace';
import { restoreSnapshot, takeSnapshot } from '../../../outputs/recording/snapshot/snapshot';
import type { TraceRecording } from '../../../outputs/recording/trace-recording';
import { eventFields } from '../../../outputs/event-fields/event-fields';
import { memoryUsage } from '../../../outputs/memory/memory-usage';
import { memoryTrace } from '../../../outputs/test-support/memory-trace';
import { prepareRecording } from '../prepare-recording';
import { isIntact, RecordingFile } from './recording-file';
import { RecordingFileWriter } from './recording-file-writer';

const never = new AbortController().signal;
const EVENTS = 50_000;
const trace = memoryTrace(
    Array.from({ length: EVENTS }, (_, index) => ({
        time: index * 1_000_003,
        type: index % 2 ? 'lttng_ust_libc:free' : 'lttng_ust_libc:malloc',
        fields: { ptr: index - (index % 2), size: index * 3 },
        context: { vpid: 7, vtid: 7 }
    }))
);

let folder: string;
let file: string;
beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tmll-recording-'));
    file = join(folder, 'one');
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => rmSync(file, { force: true }));
afterEach(() => keepPagesIn(undefined));

async function recorded(): Promise<TraceRecording> {
    const recording = prepareRecording(trace, 't');
    await recordTrace(recording, () => undefined, never);
    return recording;
}

/** Records into the file; the recording reads its pages from there. */
async function recordedIntoFile(): Promise<void> {
    const writer = new RecordingFileWriter(file);
    keepPagesIn(writer.keep);
    const recording = prepareRecording(trace, 't');
    const result = await recordTrace(recording, () => undefined, never);
    writer.finish(result, takeSnapshot(recording));
    keepPagesIn(undefined);
}

/** What outputs say of times all over the trace, and of some ranks. */
function answersOf(recording: TraceRecording): unknown {
    const { start, end } = recording.trace;
    const times = Float64Array.from({ length: 997 }, (_, index) => Math.round(start + (index * (end - start)) / 996));
    const series = [eventFields, memoryUsage].map(output =>
        output.tree(recording).entries.map(({ key }) => output.series(recording, key, { before: start - 1, times }))
    );
    const eventTimes = recording.of(EventTimes);
    const [first] = recording.trace.eventTypes;
    const ranks = Array.from({ length: 300 }, (_, index) => (index * 7919) % eventTimes.of(first).length);
    return [series, ranks.map(rank => eventTimes.of(first).at(rank))];
}

describe('a recording in a file', () => {
    it('answers as the one in memory does', async () => {
        await recordedIntoFile();
        const opened = RecordingFile.open(file);
        expect(opened.result).toEqual({ events: EVENTS, end: trace.end, cut: undefined });
        expect(opened.snapshot.pages.length).toBeGreaterThan(10);
        const restored = prepareRecording(trace, 't');
        expect(restoreSnapshot(restored, opened.snapshot)).toBe(true);
        const expected = answersOf(await recorded());
        expect(answersOf(restored)).toEqual(expected);
        // Also once the file has no name any more.
        rmSync(file);
        expect(answersOf(restored)).toEqual(expected);
        opened.close();
    });

    it('says so when it was closed', async () => {
        await recordedIntoFile();
        const opened = RecordingFile.open(file);
        opened.close();
        opened.close();
        expect(() => opened.read(0, 8)).toThrow('closed');
    });

    it('is known to be whole, and not to be when a byte is another one or missing', async () => {
        await recordedIntoFile();
        expect(isIntact(file)).toBe(true);
        const bytes = readFileSync(file);
        for (const at of [0, bytes.length >> 1, bytes.length - 20, bytes.length - 1]) {
            const broken = Buffer.from(bytes);
            broken[at] ^= 1;
            writeFileSync(file, broken);
            expect([at, isIntact(file)]).toEqual([at, false]);
        }
        writeFileSync(file, bytes);
        truncateSync(file, bytes.length - 1);
        expect(isIntact(file)).toBe(false);
        expect(() => RecordingFile.open(file)).toThrow('not a whole recording');
        writeFileSync(file, '');
        expect(isIntact(file)).toBe(false);
        expect(() => isIntact(join(folder, 'nope'))).toThrow(/ENOENT/);
    });

    it('can be read while it is written', () => {
        const writer = new RecordingFileWriter(file);
        const chunk = Uint32Array.from({ length: 4096 }, (_, index) => index * 7);
        const pages = [writer.keep(Uint8Array.of(1, 2, 3)), writer.keep(chunk)];
        expect(pages.map(page => [...page.load()])).toEqual([[1, 2, 3], [...chunk]]);
        writer.close();
    });
});
