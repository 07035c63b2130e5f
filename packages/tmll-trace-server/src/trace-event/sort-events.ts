import { BlockBuilder } from './block-builder';
import { BlockReader, MAX_AT_ONCE, mostAtOnce } from './block-reader';
import { EventFile } from './event-file';
import { TemporaryFile } from './temporary-file';

const TURN_EVENTS = 8192;

/**
 * A file whose events lie in the order of their times well enough to be read with few blocks at hand: the file itself, or,
 * where they lie all over it, a temporary one in which they were sorted (by merging, in runs of as many blocks as may be at hand).
 */
export async function sortedEnough(file: EventFile): Promise<EventFile> {
    let sorted = file;
    for (let passes = 0; passes < 4 && mostAtOnce(sorted.blocks) > MAX_AT_ONCE; passes++) {
        sorted = await mergeRuns(sorted, MAX_AT_ONCE ** (passes + 1));
    }
    return sorted;
}

async function mergeRuns(file: EventFile, blocksOfRun: number): Promise<EventFile> {
    const target = new TemporaryFile();
    const builder = new BlockBuilder();
    let count = 0;
    for (let first = 0; first < file.blocks.length; first += blocksOfRun) {
        const reader = new BlockReader(file, file.blocks.slice(first, first + blocksOfRun));
        for (let timed = reader.next(); timed; timed = reader.next()) {
            const start = target.size;
            target.write(`${timed.text},\n`);
            builder.add(start, target.size - 2, timed.time);
            if (++count % TURN_EVENTS === 0) {
                await new Promise(resolve => setImmediate(resolve));
            }
        }
        builder.cut();
    }
    return new EventFile(target.finish(), file.path, file.base, builder.blocks);
}
