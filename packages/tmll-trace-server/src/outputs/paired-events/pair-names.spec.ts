import { memoryTrace } from '../test-support/memory-trace';
import { findPairs } from './pair-names';

const pairsOf = (...names: string[]): string[] =>
    findPairs(memoryTrace([], { declared: names }).eventTypes).map(
        ({ name, begins, ends }) => `${name}: ${begins[0].name} > ${ends[0].name}`
    );

describe('findPairs', () => {
    it.each([
        ['shop:request_begin', 'shop:request_end', 'shop:request'],
        ['syscall_entry_read', 'syscall_exit_read', 'syscall_read'],
        ['lttng_ust_cyg_profile:func_entry', 'lttng_ust_cyg_profile:func_exit', 'lttng_ust_cyg_profile:func'],
        ['block_rq_issue', 'block_rq_complete', 'block_rq'],
        ['begin_frame', 'end_frame', 'frame'],
        ['ros2:callback_start', 'ros2:callback_end', 'ros2:callback'],
        ['lock_enter', 'lock_leave', 'lock'],
        ['app:start', 'app:stop', 'app'],
        ['lib.service.run.begin', 'lib.service.run.end', 'lib.service.run'],
        ['requestBegin', 'requestEnd', 'request'],
        ['JOB_START', 'JOB_STOP', 'JOB'],
        ['onStartJob', 'onStopJob', 'onJob'],
        ['begin', 'end', 'begin – end']
    ])('pairs %s with %s and calls it %s', (begin, end, name) => {
        expect(pairsOf('other', end, begin)).toEqual([`${name}: ${begin} > ${end}`]);
    });

    it('pairs nothing that differs in another word, or has the word inside of another one', () => {
        expect(pairsOf('a_begin', 'b_end', 'beginner_x', 'ender_x', 'sched_process_exit', 'restart', 'restop')).toEqual(
            []
        );
    });

    it('tells words that are names from words that are ends', () => {
        expect(pairsOf('syscall_entry_exit', 'syscall_exit_exit')).toEqual([
            'syscall_exit: syscall_entry_exit > syscall_exit_exit'
        ]);
    });

    it('gives a type one partner, the likelier one', () => {
        expect(pairsOf('x_start', 'x_stop', 'x_end')).toEqual(['x: x_start > x_stop']);
        expect(pairsOf('x_begin', 'x_start', 'x_end')).toEqual(['x: x_begin > x_end']);
    });

    it('tells pairs apart that would be called alike', () => {
        expect(pairsOf('x_begin', 'x_end', 'x_entry', 'x_exit')).toEqual([
            'x_begin – x_end: x_begin > x_end',
            'x_entry – x_exit: x_entry > x_exit'
        ]);
    });
});
