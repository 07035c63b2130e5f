import { formatDuration } from '../../series/duration';
import { formatValue, formatValueRange } from '../../series/format';
import { timeOfDay } from '../findings';
import { LeakData, LeakSite } from '../leak-result';

/** More sites than these at once help nobody. */
const MOST_SITES = 3;
/** Growth that begins after that share of the time began with something that happened then. */
const LATE = 0.1;

/** What to do next, the most urgent first. */
export function recommendations(data: LeakData): string[] {
    const growing = data.sites.filter(({ verdict, owner }) => verdict === 'growing' && owner !== 'tracer');
    return [
        ...(data.isDoubtful ? [] : growing.slice(0, MOST_SITES).map(site => lookAt(site, data))),
        ...(growing.length > MOST_SITES && !data.isDoubtful
            ? [`Then look at the ${growing.length - MOST_SITES} other call sites that grow.`]
            : []),
        ...recordBetter(data),
        ...fragmentation(data)
    ];
}

function lookAt(site: LeakSite, { usage, processes }: LeakData): string {
    const { name, bytes, blocks, leastSize, mostSize, medianAgeNs, threads, allocations, startNs } = site;
    const who = threads.length === 1 && threads[0].id >= 0 ? ` All are of thread ${threadName(threads[0])}` : '';
    const where = site.processes.length === 1 && processes.length > 1 ? ` in process ${site.processes[0]}` : '';
    const share = allocations > blocks ? `, ${percent(blocks / allocations)} of what it asks for` : '';
    const after = Number((startNs ?? usage.startNs) - usage.startNs) / Number(usage.endNs - usage.startNs);
    const late =
        startNs !== undefined && after > LATE
            ? ` It began at ${timeOfDay(startNs)}, after ${percent(after)} of the time: look at what changed then.`
            : '';
    const size = formatValueRange(leastSize, mostSize, 'B');
    return (
        `Find out who should release what ${name} takes: ${formatValue(bytes, 'B')} in ${blocks.toLocaleString('en-US')} blocks of ` +
        `${size}${share}, half of them older than ${formatDuration(BigInt(medianAgeNs))}.` +
        `${who || where ? `${who || ' All are'}${where}.` : ''}${late}`
    );
}

function recordBetter({ heap, sites, metrics, processes, patterns }: LeakData): string[] {
    const found: string[] = [];
    const shown = sites.filter(({ owner, verdict }) => owner !== 'tracer' && verdict !== 'released');
    if (patterns.some(({ kind }) => kind === 'lost-events')) {
        found.push(
            'Record again without losing events: larger buffers (--subbuf-size, --num-subbuf), or --blocking-timeout=inf with LTTNG_UST_ALLOW_BLOCKING=1.'
        );
    }
    if (heap === 'process' && metrics.totalAllocations > 0 && processes.some(({ id }) => id < 0)) {
        found.push(
            'Record the context vpid to tell processes apart: lttng add-context -u -t vpid -t vtid -t ip -t procname.'
        );
    }
    if (
        heap === 'process' &&
        shown.length > 0 &&
        shown.every(({ module, name }) => module === undefined && !name.startsWith('0x'))
    ) {
        found.push('Record the context ip to see the call sites: lttng add-context -u -t ip.');
    }
    if (shown.some(site => site.verdict === 'growing' && site.module !== undefined && site.function === undefined)) {
        found.push(
            'To see names of functions, keep the modules where they were recorded, with their symbols, or give a file with --set symbols=FILE.'
        );
    }
    return found;
}

function fragmentation({ patterns }: LeakData): string[] {
    return patterns.some(({ kind }) => kind === 'fragmented')
        ? [
              'Keep blocks that live long apart from short-lived ones (pools, arenas): a page stays in use for a single live block.'
          ]
        : [];
}

function threadName({ id, name }: LeakSite['threads'][number]): string {
    return name ? `${name} (${id})` : `${id}`;
}

function percent(share: number): string {
    return `${Number((100 * share).toPrecision(2))} %`;
}
