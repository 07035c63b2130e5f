import { memoryTrace } from '../../outputs/test-support/memory-trace';
import type { Trace } from '../../trace/trace';
import { writeJson } from '../json/write-json';
import { traceJson } from './trace-json';

const properties = (more: Partial<Trace>): Record<string, string> => {
    const trace = { ...memoryTrace([{ time: 0, type: 'a' }]), ...more };
    return JSON.parse(writeJson(traceJson({ uuid: 'u', name: 'n', path: '/p', trace }))).properties;
};

describe('traceJson', () => {
    it('shows the environment as Trace Compass does: texts in quotes, numbers plain', () => {
        expect(properties({ environment: { domain: 'kernel', tracer_major: 2, big: 2n ** 60n } })).toEqual({
            domain: '"kernel"',
            tracer_major: '2',
            big: '1152921504606846976'
        });
    });

    it('says what is wrong with the trace, one sentence a line', () => {
        const warnings = [
            { file: 'ch0_0', message: 'ch0_0 is cut.' },
            { file: 'ch0_1', message: 'Cut in the middle of a packet.' }
        ];
        expect(properties({ warnings, discarded: 258_528 })).toEqual({
            'discarded events': '258528',
            warnings: [
                'ch0_0 is cut.',
                'ch0_1: Cut in the middle of a packet.',
                'The tracer lost 258,528 events: counts, rates and memory in use are not complete.'
            ].join('\n')
        });
    });
});
