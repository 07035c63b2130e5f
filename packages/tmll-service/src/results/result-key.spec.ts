import { aboutQuestion, Question, questionKey, resultKey } from './result-key';

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

describe('questionKey', () => {
    it('is the same for another version of module and program, and another for another question', () => {
        expect(questionKey(QUESTION)).toMatch(/^[0-9a-f]{32}$/);
        expect(questionKey({ ...QUESTION, moduleVersion: 2, programVersion: '9' } as Question)).toBe(
            questionKey(QUESTION)
        );
        expect(questionKey({ ...QUESTION, range: undefined })).not.toBe(questionKey(QUESTION));
        expect(questionKey(QUESTION)).not.toBe(resultKey(QUESTION));
    });
});

describe('aboutQuestion', () => {
    it('names the selected words, the first of many', () => {
        expect(aboutQuestion(QUESTION)).toBe('CPU Usage, disk, kernel');
        expect(aboutQuestion({ selection: { series: ['a', 'b', 'c', 'd', 'e'] } })).toBe('a, b, c and 2 more');
        expect(aboutQuestion({})).toBe('');
    });
});
