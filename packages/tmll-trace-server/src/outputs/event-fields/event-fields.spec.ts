import type { FieldValue } from '../../trace/trace';
import { type MadeEvent, memoryTrace } from '../test-support/memory-trace';
import { at, paths, record, seriesOf } from '../test-support/record';
import { eventFields } from './event-fields';

const event = (
    time: number,
    type: string,
    fields: Record<string, FieldValue>,
    context?: Record<string, FieldValue>
): MadeEvent => ({ time, type, fields, context });

const gauge = (time: number, name: string, value: number, vpid = 1): MadeEvent =>
    event(time, 'shop:gauge', { name, value }, { vpid });

const pathsOf = async (events: readonly MadeEvent[], hexadecimal: string[] = []): Promise<string[]> =>
    paths(eventFields, await record(memoryTrace(events, { hexadecimal })));

describe('Event Fields', () => {
    it('has one series for each numeric field of each type', async () => {
        expect(
            await pathsOf([
                event(0, 'shop:host', { load: 0.5, requests: 3, host: 'a' }),
                event(1, 'shop:other', { size: 1 })
            ])
        ).toEqual([
            't',
            't/shop:host',
            't/shop:host/load*',
            't/shop:host/requests*',
            't/shop:other',
            't/shop:other/size*'
        ]);
    });

    it('leaves out addresses, bit masks, lengths of sequences and types without numbers', async () => {
        expect(
            await pathsOf(
                [
                    event(0, 'a:b', { ptr: 4096, _msg_length: 2, msg: 'hi', size: 8 }),
                    event(1, 'a:c', { ptr: 4096 }),
                    event(1, 'a:d', {})
                ],
                ['ptr']
            )
        ).toEqual(['t', 't/a:b', 't/a:b/size*']);
    });

    it('has one series for each value of a field called name', async () => {
        expect(await pathsOf([gauge(0, 'temp', 50), gauge(1, 'queue', 0), gauge(2, 'temp', 51)])).toEqual([
            't',
            't/shop:gauge',
            't/shop:gauge/temp*',
            't/shop:gauge/queue*'
        ]);
        expect(await pathsOf([gauge(0, 'temp', 50)])).toEqual(['t', 't/shop:gauge', 't/shop:gauge/temp*']);
    });

    it('puts several fields below the value that names them', async () => {
        expect(await pathsOf([event(0, 'a:b', { name: 'x', low: 1, high: 2 })])).toEqual([
            't',
            't/a:b',
            't/a:b/x',
            't/a:b/x/low*',
            't/a:b/x/high*'
        ]);
    });

    it('splits by another text or enumeration only when the values depend on it', async () => {
        const kinds = ['GET', 'POST'];
        const requests = (sizes: Record<string, number>): MadeEvent[] =>
            Array.from({ length: 40 }, (_, index) => {
                const verb = { value: index % 2, labels: [kinds[index % 2]] };
                return event(index, 'shop:request', { verb, size: sizes[kinds[index % 2]] + (index % 5) });
            });
        expect(await pathsOf(requests({ GET: 10, POST: 500 }))).toEqual([
            't',
            't/shop:request',
            't/shop:request/GET*',
            't/shop:request/POST*'
        ]);
        expect(await pathsOf(requests({ GET: 10, POST: 10 }))).toEqual(['t', 't/shop:request', 't/shop:request/size*']);
    });

    it('does not split by texts that differ from event to event', async () => {
        const files = Array.from({ length: 20 }, (_, index) =>
            event(index, 'a:load', { file: `f${index}`, size: index })
        );
        expect(await pathsOf(files)).toEqual(['t', 't/a:load', 't/a:load/size*']);
        const many = Array.from({ length: 200 }, (_, index) => gauge(index, `g${index % 40}`, index));
        expect(await pathsOf(many)).toEqual(['t', 't/shop:gauge', 't/shop:gauge/value*']);
    });

    it('keeps processes apart, under their names where the trace has them', async () => {
        expect(await pathsOf([gauge(0, 'temp', 50, 7), gauge(1, 'temp', 60, 8)])).toEqual([
            't',
            't/shop:gauge',
            't/shop:gauge/7',
            't/shop:gauge/7/temp*',
            't/shop:gauge/8',
            't/shop:gauge/8/temp*'
        ]);
        const named = [
            event(0, 'a:b', { size: 1 }, { vpid: 7, vtid: 7, procname: 'shop' }),
            event(1, 'a:b', { size: 2 }, { vpid: 8, vtid: 9, procname: 'till-ust' })
        ];
        expect(await pathsOf(named)).toEqual(['t', 't/a:b', 't/a:b/shop*', 't/a:b/till*']);
    });

    it('gives each series its own samples (by hand)', async () => {
        const recording = await record(
            memoryTrace([gauge(0, 'temp', 50), gauge(1, 'queue', 4), gauge(2, 'temp', 60), gauge(9, 'queue', 6)])
        );
        expect(seriesOf(eventFields, recording, at(-1, 1, 5, 9), 'shop:gauge', 'temp').list).toEqual([50, 60, 60]);
        expect(seriesOf(eventFields, recording, at(-1, 0, 5, 9), 'shop:gauge', 'queue').list).toEqual([4, 4, 6]);
        expect(seriesOf(eventFields, recording, at(-1, 1), 'shop:gauge', 'temp').name).toBe('t/shop:gauge/temp');
    });
});
