import { SeriesEntry } from '../trace/series-entry';

/** The type of an event of a program's own, `provider:event`. Those of the kernel have no provider. */
const OWN_EVENT = /^[\w.-]+:[\w.:-]+$/;
/** Providers of the tracer itself: memory, dynamic linking, statedumps. */
const TRACER = /^lttng[\w-]*:/;

/** Words of names that tell which one, what kind or where, and not how much. */
const NO_MEASURE = new Set(
    (
        'id ids uid gid pid tid vpid vtid ppid pgid tgid sid fd fds ino inode handle ctx key index idx seq sequence serial number num no cookie token ' +
        'ptr pointer addr address offset ip port crc hash checksum digest flag flags mask bits mode type kind class ' +
        'status state code errno error ret result reason cpu core node worker thread process shard socket device dev ' +
        'major minor version build channel stream line column timestamp stamp tstamp ts date epoch is has enabled valid'
    ).split(' ')
);

/**
 * Whether a series of the Event Fields looks like a measurement: a field of an event that the traced program defines itself,
 * whose name does not say that it tells which one (`request_id`), what kind (`status`) or where (`port`).
 */
export function isMeasurement({ path }: Pick<SeriesEntry, 'path'>): boolean {
    const event = path.find(label => OWN_EVENT.test(label));
    const field = path[path.length - 1];
    return event !== undefined && event !== field && !TRACER.test(event) && !wordsOf(field).some(isNoMeasure);
}

function isNoMeasure(word: string): boolean {
    return NO_MEASURE.has(word);
}

/** `requestId` and `request_id` are both `request`, `id`. */
function wordsOf(name: string): string[] {
    return name
        .replace(/([a-z\d])([A-Z])/g, '$1_$2')
        .toLowerCase()
        .split(/[^a-z]+/)
        .filter(word => word !== '');
}
