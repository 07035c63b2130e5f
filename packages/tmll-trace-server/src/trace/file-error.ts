import { TraceError } from './trace';

/** The sentence for a file or folder that the system does not let us read; other errors are given back as they are. */
export function fileError(error: unknown, path: string): unknown {
    const code = typeof error === 'object' && error && 'code' in error ? error.code : undefined;
    if (error instanceof TraceError || typeof code !== 'string') {
        return error;
    }
    switch (code) {
        case 'ENOENT':
            return new TraceError(`${path} does not exist.`, path, { cause: error });
        case 'EACCES':
        case 'EPERM':
            return new TraceError(`${path} cannot be read: permission denied.`, path, { cause: error });
        case 'EMFILE':
        case 'ENFILE':
            return new TraceError(
                `${path} cannot be opened: too many files are open; raise the limit (ulimit -n).`,
                path,
                {
                    cause: error
                }
            );
        default:
            return new TraceError(`${path} cannot be read (${code}).`, path, { cause: error });
    }
}
