import { isMeasurement } from './measurement-fields';

const field = (...path: string[]): boolean => isMeasurement({ path: ['Event Fields', 'trace', ...path] });

describe('isMeasurement', () => {
    it.each(['temp', 'queue_depth', 'latency_ms', 'load', 'freeMem', 'lock_wait', 'requests', 'size'])(
        'is %s',
        name => {
            expect(field('shop:gauge', name)).toBe(true);
            expect(field('shop:gauge', 'host-a', name)).toBe(true);
        }
    );

    it.each([
        'id',
        'request_id',
        'requestId',
        'status',
        'port',
        'worker',
        'errno',
        'has_build_id',
        'cpu',
        'source_stamp',
        'ino',
        'ts'
    ])('is not %s, which tells no amount', name => expect(field('shop:gauge', name)).toBe(false));

    it('is no field of the kernel or of the tracer, of which there are hundreds', () => {
        expect(field('block_rq_insert', 'bytes')).toBe(false);
        expect(field('lttng_ust_libc:malloc', 'size')).toBe(false);
        expect(field('lttng_ust_statedump:bin_info', 'memsz')).toBe(false);
    });
});
