import { Block } from './event-file';

/** Bytes of a block: so many are read at once. */
const BLOCK_BYTES = 64 * 1024;

/** Cuts the events of a file into blocks while they go by. */
export class BlockBuilder {
    readonly blocks: Block[] = [];
    private start = -1;
    private end = 0;
    private min = Infinity;
    private max = -Infinity;

    /** Takes the next event of the file. */
    add(start: number, end: number, time: number): void {
        if (this.start < 0) {
            this.start = start;
        }
        this.end = end;
        this.min = Math.min(this.min, time);
        this.max = Math.max(this.max, time);
        if (end - this.start >= BLOCK_BYTES) {
            this.cut();
        }
    }

    /** Ends the block; the next event begins another one. */
    cut(): void {
        if (this.start >= 0) {
            this.blocks.push({ start: this.start, end: this.end, min: this.min, max: this.max });
            this.start = -1;
            this.min = Infinity;
            this.max = -Infinity;
        }
    }
}
