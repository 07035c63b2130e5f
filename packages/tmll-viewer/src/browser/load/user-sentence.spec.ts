import { TspError } from 'tmll-tsp';
import { userSentence } from './user-sentence';

describe('userSentence', () => {
    it('says what the trace server says, without address and status', () => {
        const error = new TspError({
            status: 400,
            title: 'Not a trace.',
            detail: 'It has no metadata',
            url: 'http://x'
        });
        expect(userSentence(error)).toBe('Not a trace: It has no metadata.');
        expect(userSentence(new TspError({ status: 404, title: 'No trace at /x' }))).toBe('No trace at /x.');
    });

    it('names the server when nobody answers there', () => {
        const failure = {
            title: 'The trace server cannot be reached; start it',
            url: 'http://localhost:8080/tsp/api/traces'
        };
        const sentence = 'The trace server cannot be reached; start it (http://localhost:8080).';
        expect(userSentence(new TspError(failure))).toBe(sentence);
        expect(userSentence(new TspError({ ...failure, detail: 'Failed to fetch' }))).toBe(sentence);
        expect(userSentence(new TspError({ ...failure, detail: 'connection refused' }))).toBe(
            'The trace server cannot be reached; start it: connection refused (http://localhost:8080).'
        );
    });

    it('makes a sentence of anything', () => {
        expect(userSentence(new Error('It broke'))).toBe('It broke.');
        expect(userSentence('odd')).toBe('odd.');
    });
});
