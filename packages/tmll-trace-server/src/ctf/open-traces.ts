import { basename, join, relative, resolve, sep } from 'node:path';
import { Trace, TraceError, TraceWarning } from '../trace/trace';
import { ReferenceSlots } from './codegen/reference-slots';
import { CtfTrace } from './ctf-trace';
import { findTraces, streamFiles } from './find-traces';
import { readMetadata } from './metadata/read-metadata';
import { TraceClass } from './metadata/trace-class';
import { dataStreams } from './packets/data-stream';
import { indexPackets } from './packets/index-packets';
import { Packet } from './packets/packet';
import { PacketHeadDecoder } from './packets/packet-head';

/** Folders that hold one trace together. */
interface TraceParts {
    readonly folders: string[];
    /** The metadata that declares most; the others are earlier states of it. */
    traceClass: TraceClass;
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
    const common = all.map(commonFolder);
    for (const [index, parts] of all.entries()) {
        // Kernel and user space in the same rotation chunks have the same folder in common, but a path is of one trace.
        const shared = common.some((folder, other) => other !== index && folder === common[index]);
        const path = shared ? parts.folders[0] : common[index];
        traces.push(await open(parts, path, all.length > 1 ? relative(root, path) : traceName(root)));
    }
    return traces;
}

/**
 * Opens the one CTF trace at or below a path.
 *
 * @throws TraceError as `openCtfTraces`, and when there are several traces
 */
export async function openCtfTrace(path: string): Promise<Trace> {
    const root = resolve(path);
    const parts = await traceParts(root);
    if (parts.length > 1) {
        const names = parts.map(({ folders }) => relative(root, folders[0])).join(', ');
        throw new TraceError(`${root} holds ${parts.length} traces (${names}); open them as an experiment.`, root);
    }
    return open(parts[0], commonFolder(parts[0]), traceName(root));
}

async function traceParts(root: string): Promise<TraceParts[]> {
    const all = new Map<string, TraceParts>();
    for (const folder of await findTraces(root)) {
        const traceClass = await readMetadata(join(folder, 'metadata'));
        const key = traceClass.uuid ?? folder;
        const parts = all.get(key);
        if (!parts) {
            all.set(key, { folders: [folder], traceClass });
            continue;
        }
        parts.folders.push(folder);
        if (declarations(traceClass) > declarations(parts.traceClass)) {
            parts.traceClass = traceClass;
        }
    }
    return [...all.values()];
}

function declarations({ streams }: TraceClass): number {
    return streams.reduce((sum, stream) => sum + 1 + stream.events.length, 0);
}

async function open({ folders, traceClass }: TraceParts, path: string, name: string): Promise<Trace> {
    const warnings: TraceWarning[] = [];
    const slots = new ReferenceSlots(traceClass);
    const heads = new PacketHeadDecoder(traceClass, slots);
    const files: Packet[][] = [];
    for (const folder of folders) {
        for (const file of await streamFiles(folder)) {
            files.push(await indexPackets(file, heads, warning => warnings.push(warning)));
        }
    }
    return new CtfTrace({
        path,
        name,
        traceClass,
        slots,
        heads,
        streams: dataStreams(files),
        warnings
    });
}

/** The folder of a trace; the one that holds all its parts when there are several. */
function commonFolder({ folders }: TraceParts): string {
    const [first, ...others] = folders.map(folder => folder.split(sep));
    const length = first.findIndex((name, index) => others.some(other => other[index] !== name));
    return first.slice(0, length < 0 ? first.length : length).join(sep) || sep;
}

/** Folders that LTTng gives the same names in every session. */
const GENERIC_NAMES = /^(ust|uid|pid|kernel|32-bit|64-bit|archives|\d+)$/;

/** What a user calls the trace: its folder, or the session that it is a part of. */
function traceName(root: string): string {
    const names = root.split(sep);
    return names.filter(name => name !== '' && !GENERIC_NAMES.test(name)).at(-1) ?? basename(root);
}
