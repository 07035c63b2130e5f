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

    it('names the address when nobody answers there', () => {
        const error = new TspError({ title: 'The trace server cannot be reached; is it running?', url: 'http://x' });
        expect(userSentence(error)).toBe('The trace server cannot be reached; is it running? (http://x).');
    });

    it('makes a sentence of anything', () => {
        expect(userSentence(new Error('It broke'))).toBe('It broke.');
        expect(userSentence('odd')).toBe('odd.');
    });
});
