import { basename, relative, resolve, sep } from 'node:path';
import { withinExactRange } from '../trace/exact-range';
import { mergeTraces } from '../trace/merge';
import { Trace, TraceWarning } from '../trace/trace';
import { ReferenceSlots } from './codegen/reference-slots';
import { CtfTrace } from './ctf-trace';
import { dataStreams } from './packets/data-stream';
import { indexPackets } from './packets/index-packets';
import { PacketHeadDecoder } from './packets/packet-head';
import { PacketTable } from './packets/packet-table';
import { streamFiles } from './trace-folders';
import { TraceParts, traceParts } from './trace-parts';

/**
 * Opens what is at a path as one trace: a trace, or a folder with traces somewhere below it (an LTTng session with its
 * kernel and user space traces, per-process buffers, rotation chunks or snapshots), which are then merged.
 *
 * @throws TraceError when there is none, or one cannot be read
 */
export async function openCtfTrace(path: string): Promise<Trace> {
    const traces = await openCtfTraces(path);
    return traces.length === 1 ? traces[0] : withinExactRange(mergeTraces(traces, resolve(path)));
}

/**
 * Opens every CTF trace at or below a path: one `Trace` for each UUID, however many rotation chunks or snapshots it was
 * written in.
 *
 * @throws TraceError when there is none, or one cannot be read
 */
export async function openCtfTraces(path: string): Promise<Trace[]> {
    const root = resolve(path);
    const all = await traceParts(root);
    const traces: Trace[] = [];
    for (const parts of all) {
        traces.push(await open(parts, all.length > 1 ? relative(root, parts.path) || basename(root) : traceName(root)));
    }
    return traces;
}

async function open({ path, folders, traceClass }: TraceParts, name: string): Promise<Trace> {
    const warnings: TraceWarning[] = [];
    const slots = new ReferenceSlots(traceClass);
    const heads = new PacketHeadDecoder(traceClass, slots);
    const files: PacketTable[] = [];
    for (const folder of folders) {
        for (const file of await streamFiles(folder)) {
            files.push(await indexPackets(file, heads, warning => warnings.push(warning)));
        }
    }
    const streams = dataStreams(files);
    return withinExactRange(new CtfTrace({ path, name, traceClass, slots, heads, streams, warnings }));
}

/** Folders that LTTng gives the same names in every session. */
const GENERIC_NAMES = /^(ust|uid|pid|kernel|32-bit|64-bit|archives|\d+)$/;

/** What a user calls the trace: its folder, or the session that it is a part of. */
function traceName(root: string): string {
    const names = root.split(sep);
    return names.filter(name => name !== '' && !GENERIC_NAMES.test(name)).at(-1) ?? basename(root);
}
