import { Trace } from '../trace/trace';
import { openCtfTrace } from './open-traces';
import { babeltraceLines, isBabeltraceInstalled } from './test-support/babeltrace';
import { babeltraceText } from './test-support/babeltrace-text';
import { randomCtf2Trace } from './test-support/random-ctf2-trace';
import { RandomEvent, randomTrace } from './test-support/random-trace';
import { removeTemporaryTraces, temporaryTrace } from './test-support/temporary-trace';

const SEEDS = Array.from({ length: 100 }, (_, index) => index + 1);
/** Babeltrace2 takes longer to start than to read. */
const COMPARED_SEEDS = SEEDS.slice(0, 25);

afterAll(removeTemporaryTraces);

describe('traces of random layout', () => {
    test.each(SEEDS)('seed %i: every field has the value that was written bit by bit', async seed => {
        const { files, events } = randomTrace(seed);
        const trace = await openCtfTrace(temporaryTrace(files));

        expect(readAll(trace)).toEqual(events);
    });

    (isBabeltraceInstalled ? test : test.skip).each(COMPARED_SEEDS)('seed %i: as babeltrace2 reads it', async seed => {
        const path = temporaryTrace(randomTrace(seed).files);
        const trace = await openCtfTrace(path);
        const cursor = trace.read();
        const lines: string[] = [];
        for (let event = cursor.next(); event; event = cursor.next()) {
            lines.push(babeltraceText(event, trace.origin));
        }

        const expected = babeltraceLines(path);
        expect(lines).toHaveLength(expected.length);
        lines.forEach((line, index) => expect(line).toBe(expected[index]));
    });
});

describe('CTF 2 traces of random layout', () => {
    test.each(SEEDS)('seed %i: every field has the value that was written bit by bit', async seed => {
        const { files, events } = randomCtf2Trace(seed);
        const trace = await openCtfTrace(temporaryTrace(files));

        expect(readAll(trace)).toEqual(events);
    });

    test.each(SEEDS.slice(0, 20))('seed %i: without its fields all events are passed over', async seed => {
        const { files, events } = randomCtf2Trace(seed);
        const trace = await openCtfTrace(temporaryTrace(files));
        const cursor = trace.read({ fields: false });
        let count = 0;
        while (cursor.next()) {
            count++;
        }

        expect(count).toBe(events.length);
    });
});

function readAll(trace: Trace): RandomEvent[] {
    const origin = 1_500_000_000_000_000_000n;
    const cursor = trace.read({ origin });
    const events: RandomEvent[] = [];
    for (let event = cursor.next(); event; event = cursor.next()) {
        const { time, type, context, fields } = event;
        events.push({ time, name: type.name, context, fields });
    }
    return events;
}
