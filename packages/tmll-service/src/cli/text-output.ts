import { Writable } from 'node:stream';
import { isErrorCode } from '../service/errors';
import { ClosedPipe } from './exit-status';

/** Writes collected in pieces of this many characters cost next to nothing. */
const PIECE_LENGTH = 65_536;

/** Standard output as commands see it: written to in small pieces, no faster than it is read. */
export class TextOutput {
    private pending = '';
    private failure: Error | undefined;

    /** @param beforeWriting clears what stands in the way on the same terminal */
    constructor(
        private readonly stream: Writable,
        private readonly beforeWriting: () => void = () => undefined
    ) {
        stream.on('error', error => (this.failure = isErrorCode(error, 'EPIPE') ? new ClosedPipe() : error));
    }

    /** Adds text; true when it is time to `flush`, for loops that cannot wait for each piece. */
    add(text: string): boolean {
        this.pending += text;
        return this.pending.length >= PIECE_LENGTH;
    }

    /**
     * Adds text; resolves when there is room for more.
     * @throws ClosedPipe when nobody reads any more
     */
    async write(text: string): Promise<void> {
        if (this.add(text)) {
            await this.flush();
        }
    }

    /** Resolves when all is handed on. */
    async flush(): Promise<void> {
        const text = this.pending;
        this.pending = '';
        if (text !== '') {
            this.beforeWriting();
        }
        if (this.failure === undefined && text !== '' && !this.stream.write(text)) {
            await this.untilDrained();
        }
        if (this.failure) {
            throw this.failure;
        }
    }

    /** Also resolves when the stream fails: `failure` tells. */
    private untilDrained(): Promise<void> {
        const events = ['drain', 'error', 'close'];
        return new Promise(resolve => {
            const settle = (): void => {
                events.forEach(event => this.stream.off(event, settle));
                resolve();
            };
            events.forEach(event => this.stream.on(event, settle));
        });
    }
}
