import { join } from 'node:path';
import { removeTemporaryTraces, temporaryTrace } from '../../ctf/test-support/temporary-trace';
import { openTraceEvents } from '../../trace-event';
import { at, paths, record, seriesOf } from '../test-support/record';
import { counters } from './counters';

afterAll(removeTemporaryTraces);

describe('Counters', () => {
    it('hold each value until the next one, by process, counter and value', async () => {
        const events = [
            { ph: 'C', ts: 0, name: 'heap', args: { used: 5, free: 1 } },
            { ph: 'C', ts: 10, name: 'heap', args: { used: 7.5 } },
            { ph: 'C', ts: 20, name: 'heap', id: 'x', args: { used: 1 } }
        ].map(event => ({ ...event, pid: 1, tid: 2 }));
        const folder = temporaryTrace({ 'trace.json': JSON.stringify(events) });
        const recording = await record(await openTraceEvents(join(folder, 'trace.json')));

        expect(paths(counters, recording)).toEqual([
            't',
            't/1',
            't/1/heap',
            't/1/heap/used*',
            't/1/heap/free*',
            't/1/heap x',
            't/1/heap x/used*'
        ]);
        expect(seriesOf(counters, recording, at(0, 0, 9_999, 10_000, 20_000), '1', 'heap', 'used').list).toEqual([
            5, 5, 7.5, 7.5
        ]);
        expect(seriesOf(counters, recording, at(0, 0, 20_000), '1', 'heap x', 'used').list).toEqual([0, 1]);
        expect(counters.series(recording, 'trace', at(0, 1))).toBeUndefined();
    });
});
