import { TraceError } from './trace';
import { fileError } from './file-error';

const systemError = (code: string): Error => Object.assign(new Error(`${code}: …`), { code });

describe('fileError', () => {
    test.each([
        ['ENOENT', '/t does not exist.'],
        ['EACCES', '/t cannot be read: permission denied.'],
        ['EPERM', '/t cannot be read: permission denied.'],
        ['EMFILE', '/t cannot be opened: too many files are open; raise the limit (ulimit -n).'],
        ['EIO', '/t cannot be read (EIO).']
    ])('%s becomes a sentence', (code, message) => {
        const error = fileError(systemError(code), '/t');

        expect(error).toBeInstanceOf(TraceError);
        expect(error).toMatchObject({ message, path: '/t' });
    });

    test('what is no system error stays as it is', () => {
        const errors = [new TraceError('…', '/a'), new RangeError('…')];

        expect(errors.map(error => fileError(error, '/t'))).toEqual(errors);
    });
});
