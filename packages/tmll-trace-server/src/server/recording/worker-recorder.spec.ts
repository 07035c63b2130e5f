import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { EventTimes } from '../../outputs/recording/event-times';
import type { RecordingProgress } from '../../outputs/recording/record-trace';
import type { TraceRecording } from '../../outputs/recording/trace-recording';
import { FIXTURE } from '../test-support/client';
import { openPath } from '../traces/open-path';
import { inThreadRecorder } from './in-thread-recorder';
import { prepareRecording } from './prepare-recording';
import type { RecordingListener } from './recorder';
import { workerFile } from './worker-file';
import { WorkerRecorder } from './worker-recorder';

const never = new AbortController().signal;

/** Threads run JavaScript alone: the worker is bundled first. */
let folder: string;
let script: string;
beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tmll-worker-'));
    script = join(folder, 'record-worker.js');
    const source = resolve(__dirname, 'record-worker.ts');
    execFileSync(
        require.resolve('esbuild/bin/esbuild'),
        [source, '--bundle', '--platform=node', `--outfile=${script}`],
        {
            stdio: 'pipe'
        }
    );
});
afterAll(() => rmSync(folder, { recursive: true }));

const listen = (): RecordingListener & { readonly steps: RecordingProgress[]; readonly warnings: string[] } => {
    const [steps, warnings]: [RecordingProgress[], string[]] = [[], []];
    return { steps, warnings, progress: step => steps.push(step), warning: text => warnings.push(text) };
};
const recordingOf = async (path: string): Promise<TraceRecording> => prepareRecording(await openPath(path), 't');

describe('WorkerRecorder', () => {
    it('records in another thread what this one would', async () => {
        const here = await recordingOf(FIXTURE);
        const expected = await inThreadRecorder.record(here, FIXTURE, listen(), never);
        const there = await recordingOf(FIXTURE);
        const listener = listen();
        const result = await new WorkerRecorder(script, undefined, 0).record(there, FIXTURE, listener, never);
        expect(result).toEqual({ ...expected, close: expect.any(Function) });
        expect(listener.steps.at(-1)).toMatchObject({ events: 5239 });
        const counts = (recording: TraceRecording) =>
            recording
                .of(EventTimes)
                .occurring()
                .map(type => [type.name, recording.of(EventTimes).of(type).length]);
        expect(counts(there)).toEqual(counts(here));
    });

    it('leaves small traces to this thread', async () => {
        const recorder = new WorkerRecorder(join(folder, 'no-such-worker.js'));
        expect(await recorder.record(await recordingOf(FIXTURE), FIXTURE, listen(), never)).toMatchObject({
            events: 5239
        });
    });

    it('reads a trace all the same when nothing can be kept, and says so', async () => {
        const file = join(folder, 'file');
        writeFileSync(file, '');
        const listener = listen();
        const recorder = new WorkerRecorder(script, file, 0);
        expect(await recorder.record(await recordingOf(FIXTURE), FIXTURE, listener, never)).toMatchObject({
            events: 5239
        });
        expect(listener.warnings).toEqual([expect.stringContaining(`What is read cannot be kept in ${file}: EEXIST`)]);
    });

    it('stops the thread when told to', async () => {
        const controller = new AbortController();
        const recorder = new WorkerRecorder(script, undefined, 0);
        const recorded = recorder.record(await recordingOf(FIXTURE), FIXTURE, listen(), controller.signal);
        controller.abort(new Error('enough'));
        await expect(recorded).rejects.toThrow('enough');
    });

    it('says why a thread could not read a trace', async () => {
        const empty = mkdtempSync(join(tmpdir(), 'tmll-empty-'));
        const recorder = new WorkerRecorder(script, undefined, 0);
        await expect(recorder.record(await recordingOf(FIXTURE), empty, listen(), never)).rejects.toThrow(empty);
        rmSync(empty, { recursive: true });
        const broken = join(folder, 'broken.js');
        writeFileSync(broken, 'process.exit(1);');
        const failing = new WorkerRecorder(broken, undefined, 0);
        await expect(failing.record(await recordingOf(FIXTURE), FIXTURE, listen(), never)).rejects.toThrow(
            'the thread that read it ended'
        );
    });

    it('reads a trace here that is another one there', async () => {
        const other = resolve(__dirname, '../../../fixtures/k-large-header/trace');
        const recording = await recordingOf(FIXTURE);
        const result = await new WorkerRecorder(script, undefined, 0).record(recording, other, listen(), never);
        expect(result.events).toBe(5239);
    });
});

describe('workerFile', () => {
    it('is the script beside it, where there is one', () => {
        expect(workerFile(folder)).toBe(script);
        expect(workerFile(__dirname)).toBeUndefined();
    });
});
