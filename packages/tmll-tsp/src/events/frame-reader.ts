/** A frame of an event stream (docs/protocol.md, "Event stream"). */
export interface Frame {
    readonly header: Readonly<Record<string, unknown>>;
    /** Begins at a multiple of 8 bytes of its buffer. */
    readonly payload: Uint8Array;
}

const LENGTHS = 8;
/** No frame is larger; a length beyond means that the bytes are something else. */
const MAX_FRAME = 1 << 28;

/** Puts the frames of an event stream together from the pieces in which they arrive. */
export class FrameReader {
    private readonly lengths = new Uint8Array(LENGTHS);
    private body: Uint8Array | undefined;
    private filled = 0;
    private headerLength = 0;

    /**
     * The frames that end in a piece.
     * @throws SyntaxError when the bytes are no frames
     */
    *next(piece: Uint8Array): Generator<Frame, void> {
        let at = 0;
        while (at < piece.length) {
            const target = this.body ?? this.lengths;
            const part = piece.subarray(at, at + target.length - this.filled);
            target.set(part, this.filled);
            this.filled += part.length;
            at += part.length;
            if (this.filled === target.length) {
                const frame = this.body ? this.finish(this.body) : this.begin();
                if (frame) {
                    yield frame;
                }
            }
        }
    }

    /** Whether no frame has begun that is not whole. */
    get isBetweenFrames(): boolean {
        return this.body === undefined && this.filled === 0;
    }

    private begin(): undefined {
        const view = new DataView(this.lengths.buffer);
        this.headerLength = view.getUint32(0, true);
        const length = this.headerLength + view.getUint32(4, true);
        if (this.headerLength % 8 !== 0 || length > MAX_FRAME || length === 0) {
            throw new SyntaxError('There is no frame of an event stream where one should begin');
        }
        this.body = new Uint8Array(length);
        this.filled = 0;
    }

    private finish(body: Uint8Array): Frame {
        this.body = undefined;
        this.filled = 0;
        const header = JSON.parse(new TextDecoder().decode(body.subarray(0, this.headerLength)));
        return { header, payload: body.subarray(this.headerLength) };
    }
}
