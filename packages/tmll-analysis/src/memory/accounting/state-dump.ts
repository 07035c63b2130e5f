import { HeapProcess } from './heap-process';
import { LiveBlocks } from './live-blocks';
import { ProgramImage, SiteGroups } from './site-group';

/**
 * The tracer begins to tell what a process has loaded. What is asked for from now on is attributed to a new image, which may turn out to be
 * the one that there was.
 */
export function startDump(process: HeapProcess, time: number): void {
    process.dump = { time, image: new ProgramImage() };
}

/**
 * The tracer has told what a process has loaded. Compared with what was known, that tells where the process comes from: a layout like that of
 * another process means that it was forked off it, and has its blocks; another layout than before means that it called exec,
 * and that its blocks are gone.
 *
 * @param end ends a block of the process
 */
export function finishDump(
    process: HeapProcess,
    processes: readonly HeapProcess[],
    live: LiveBlocks,
    groups: SiteGroups,
    end: (address: number, slot: number) => void
): void {
    const { dump } = process;
    process.dump = undefined;
    process.hasDump = true;
    if (dump === undefined || dump.image.modules.all.length === 0) {
        return;
    }
    if (process.image.modules.all.length === 0) {
        process.parent ??= processes.find(
            other => other !== process && other.firstTime < process.firstTime && isLike(dump.image, other.image)
        );
        inherit(process, live, groups);
        // What was asked for before belongs to the same program.
        dump.image.modules.all.forEach(module => process.image.modules.add(module));
    } else if (!isLike(dump.image, process.image)) {
        endOlder(process, dump.time, live, end);
        process.isBeginning = true;
    }
    process.image = dump.image;
}

function isLike(image: ProgramImage, other: ProgramImage): boolean {
    return image.modules.hasLayoutOf(other.modules);
}

/** The blocks that the parent had when the process began, but for those that it has given back since. */
function inherit(process: HeapProcess, live: LiveBlocks, groups: SiteGroups): void {
    const { parent, pendingFrees, counters } = process;
    if (parent) {
        const group = groups.addInherited(process.index, process.image);
        parent.blocks.forEach((address, slot) => {
            if (live.times[slot] >= process.firstTime || process.blocks.get(address) >= 0) {
                return;
            }
            if (pendingFrees.has(address)) {
                counters.unknownFrees--;
                counters.inheritedFrees++;
            } else {
                const copy = live.add(live.sizes[slot], live.times[slot], group.index, live.threads[slot]);
                process.blocks.set(address, copy);
                group.liveBlocks++;
                group.liveBytes += live.sizes[copy];
            }
        });
    }
    pendingFrees.clear();
}

function endOlder(
    process: HeapProcess,
    time: number,
    live: LiveBlocks,
    end: (address: number, slot: number) => void
): void {
    const older: [number, number][] = [];
    process.blocks.forEach((address, slot) => {
        if (live.times[slot] < time) {
            older.push([address, slot]);
        }
    });
    older.forEach(([address, slot]) => end(address, slot));
}
