import { type MadeEvent, memoryTrace } from '../test-support/memory-trace';
import { at, paths, record, seriesOf } from '../test-support/record';
import { transferKindOf } from './block-requests';
import { diskIo } from './disk-io';

const SDA = 8 * 2 ** 20;
const READ = 4;
const WRITE_SYNC = 33;
const DISCARD = 34;
const FLUSH = 1536;

const request = (
    time: number,
    step: 'issue' | 'complete',
    rwbs: number,
    sector: number,
    sectors: number
): MadeEvent => ({
    time,
    type: `block_rq_${step}`,
    fields: { dev: SDA, sector, nr_sector: sectors, rwbs, ...(step === 'complete' ? { error: 0 } : {}) }
});

describe('Disk I/O View', () => {
    it('names disks by number, or as the state dump calls them', async () => {
        const done = request(10, 'complete', READ, 0, 1);
        const named = { time: 20, type: 'lttng_statedump_block_device', fields: { dev: SDA, diskname: 'sda' } };
        expect(paths(diskIo, await record(memoryTrace([done])))).toEqual(['t', 't/8,0', 't/8,0/read*', 't/8,0/write*']);
        expect(paths(diskIo, await record(memoryTrace([done, named])))).toContain('t/sda/read*');
    });

    it('spreads the bytes of a request from its issue to its completion (by hand)', async () => {
        const recording = await record(
            memoryTrace([
                request(0, 'issue', READ, 100, 8),
                request(500, 'issue', WRITE_SYNC, 200, 2),
                request(1000, 'complete', READ, 100, 8),
                request(1500, 'complete', WRITE_SYNC, 200, 2)
            ])
        );
        const sampling = at(0, 500, 1000, 1500, 2000);
        // 4096 B in 1000 ns are 4.096 B a ns, 1024 B in 1000 ns are 1.024.
        expect(seriesOf(diskIo, recording, sampling, '8,0', 'read').list).toEqual([4.096e9, 4.096e9, 0, 0]);
        expect(seriesOf(diskIo, recording, sampling, '8,0', 'write').list).toEqual([0, 1.024e9, 1.024e9, 0]);
    });

    it('counts neither flushes, discards, failures nor requests that do not end', async () => {
        const failed = request(30, 'complete', WRITE_SYNC, 300, 8);
        const recording = await record(
            memoryTrace([
                request(0, 'issue', FLUSH, 0, 0),
                request(1, 'issue', WRITE_SYNC, 900, 64),
                request(10, 'complete', FLUSH, 0, 0),
                request(20, 'complete', DISCARD, 200, 4096),
                { ...failed, fields: { ...failed.fields, error: -5 } }
            ])
        );
        expect(seriesOf(diskIo, recording, at(0, 100), '8,0', 'read').list).toEqual([0]);
        expect(seriesOf(diskIo, recording, at(0, 100), '8,0', 'write').list).toEqual([0]);
    });

    it('counts a request without an issue at its completion', async () => {
        const recording = await record(memoryTrace([request(50, 'complete', READ, 7, 1)]));
        expect(seriesOf(diskIo, recording, at(0, 49, 149), '8,0', 'read').list).toEqual([0, 5.12e9]);
    });
});

describe('transferKindOf', () => {
    it.each([
        [1, 'write'],
        [33, 'write'],
        [97, 'write'],
        [4, 'read'],
        [12, 'read'],
        [68, 'read'],
        [34, undefined],
        [1536, undefined],
        ['WS', 'write'],
        ['FWS', 'write'],
        ['RA', 'read'],
        ['D', undefined],
        ['FF', undefined],
        ['F', undefined],
        ['N', undefined]
    ])('reads rwbs %p as %p', (rwbs, kind) => {
        expect(transferKindOf(rwbs)).toBe(kind);
    });
});
