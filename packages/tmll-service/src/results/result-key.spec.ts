import { Question, resultKey } from './result-key';

const QUESTION: Question = {
    fingerprint: 'f',
    module: 'anomalies',
    moduleVersion: 1,
    programVersion: '0.1.0',
    selection: { outputs: ['CPU Usage', 'disk'], series: ['kernel'] },
    range: { startNs: 1n, endNs: 2n },
    parameters: { method: 'zscore', zscoreThreshold: 3 }
};

describe('resultKey', () => {
    it('is 32 hexadecimal digits and the same for the same question', () => {
        expect(resultKey(QUESTION)).toMatch(/^[0-9a-f]{32}$/);
        expect(resultKey({ ...QUESTION })).toBe(resultKey(QUESTION));
    });

    it('does not change with the order of parameters, nor with order, case and repetition of words', () => {
        const same: Question = {
            ...QUESTION,
            selection: { series: ['Kernel', 'kernel'], outputs: ['Disk', 'cpu usage'] },
            parameters: { zscoreThreshold: 3, method: 'zscore' }
        };
        expect(resultKey(same)).toBe(resultKey(QUESTION));
    });

    it.each<[string, Partial<Question>]>([
        ['the traces', { fingerprint: 'g' }],
        ['the module', { module: 'leaks' }],
        ["the module's version", { moduleVersion: 2 }],
        ["the program's version", { programVersion: '0.2.0' }],
        ['a parameter', { parameters: { method: 'zscore', zscoreThreshold: 3.5 } }],
        ['the range', { range: { startNs: 1n, endNs: 3n } }],
        ['the lack of a range', { range: undefined }],
        ['the outputs', { selection: { outputs: ['disk'], series: ['kernel'] } }],
        [
            'words that move from outputs to series',
            { selection: { outputs: [], series: ['CPU Usage', 'disk', 'kernel'] } }
        ]
    ])('changes with %s', (_, change) => {
        expect(resultKey({ ...QUESTION, ...change })).not.toBe(resultKey(QUESTION));
    });

    it('takes no more than what was asked: ids of experiments do not count', () => {
        const request = { ...QUESTION, experimentId: 'another' };
        expect(resultKey(request)).toBe(resultKey(QUESTION));
    });
});
