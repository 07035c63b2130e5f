import { SourcePosition } from './syntax';

/** The metadata is not TSDL, or says something that cannot be. The message is a sentence without file and position. */
export class TsdlError extends Error {
    constructor(
        message: string,
        readonly at: SourcePosition
    ) {
        super(message);
        this.name = 'TsdlError';
    }
}
