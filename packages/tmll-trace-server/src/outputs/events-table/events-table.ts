import { setImmediate as nextTurn } from 'node:timers/promises';
import { filterConfiguration } from '../filter/filter-configuration';
import { FoundEvents } from '../filter/found-events';
import type { OutputDescriptor, TableLine, TableOutput, TablePage, TableQuery, TableSearch } from '../output';
import { EventTimes } from '../recording/event-times';
import { Scheduling } from '../scheduling/scheduling';
import { type EventColumn, eventColumns } from './event-columns';
import { MergedReader, type PlacedEvent } from './merged-reader';

/** How long a search keeps the thread before it lets other requests be answered. */
const SLICE_MS = 12;
/** Events between two looks at the clock. */
const EVENTS_PER_LOOK = 64;
/** A search backwards reads blocks of events forwards, each twice as long as the one after it. */
const FIRST_BLOCK = 1024;
const LARGEST_BLOCK = 1 << 18;

/** All events of the experiment, one a line. */
export const eventsTable: TableOutput = {
    ...tableOf({
        id: 'org.eclipse.tracecompass.internal.provisional.tmf.core.model.events.TmfEventTableDataProvider',
        name: 'Events Table',
        description: 'Show the raw events in table form for a given trace',
        type: 'TABLE'
    }),
    configuration: filterConfiguration(
        {
            id: 'tmll.events-table.filter',
            name: 'Events that meet a filter',
            description: 'Show only the events that meet a condition'
        },
        (descriptor, filter) => {
            const computation = new FoundEvents(filter);
            return { ...tableOf(descriptor, computation), computation };
        }
    )
};

/** A table of events. @param found those that it has; default: all */
function tableOf(descriptor: OutputDescriptor, found?: FoundEvents): TableOutput {
    return {
        kind: 'table',
        descriptor,
        recorders: [EventTimes, Scheduling],
        appliesTo: () => true,
        columns: recordings => eventColumns.filter(column => column.appliesTo(recordings)),
        async lines(recordings, query, signal) {
            const reader = new MergedReader(recordings, found);
            const available = eventColumns.filter(column => column.appliesTo(recordings));
            const columns = query.columnIds
                ? query.columnIds
                      .map(id => available.find(column => column.id === id))
                      .filter(column => column !== undefined)
                : available;
            const matches = query.search && matcher(available, query.search);
            const first = await firstRank(reader, query, matches, signal);
            return page(reader, columns, query, first, matches);
        }
    };
}

type Matcher = (placed: PlacedEvent) => boolean;

function matcher(columns: readonly EventColumn[], { patterns }: TableSearch): Matcher {
    const wanted = [...patterns].map(([id, pattern]) => ({
        column: columns.find(column => column.id === id),
        pattern
    }));
    return placed => wanted.every(({ column, pattern }) => column !== undefined && pattern.test(column.cell(placed)));
}

/** Rank of the page's first line; undefined when nothing matches. */
async function firstRank(
    reader: MergedReader,
    { from, search }: TableQuery,
    matches: Matcher | undefined,
    signal: AbortSignal
): Promise<number | undefined> {
    const last = reader.size - 1;
    const asked = 'time' in from ? Math.min(reader.rankAt(from.time), last) : from.index;
    if (!matches || !search?.direction) {
        return asked;
    }
    return search.direction === 'NEXT'
        ? nextMatch(reader, asked, reader.size, matches, signal)
        : previousMatch(reader, Math.min(asked, last), matches, signal);
}

async function nextMatch(
    reader: MergedReader,
    from: number,
    to: number,
    matches: Matcher,
    signal: AbortSignal
): Promise<number | undefined> {
    for await (const rank of matchingRanks(reader, from, to, matches, signal)) {
        return rank;
    }
    return undefined;
}

async function previousMatch(
    reader: MergedReader,
    from: number,
    matches: Matcher,
    signal: AbortSignal
): Promise<number | undefined> {
    for (let end = from + 1, block = FIRST_BLOCK; end > 0; block = Math.min(2 * block, LARGEST_BLOCK)) {
        const start = Math.max(0, end - block);
        let found: number | undefined;
        for await (const rank of matchingRanks(reader, start, end, matches, signal)) {
            found = rank;
        }
        if (found !== undefined) {
            return found;
        }
        end = start;
    }
    return undefined;
}

/** The ranks in [from, to) whose events match. */
async function* matchingRanks(
    reader: MergedReader,
    from: number,
    to: number,
    matches: Matcher,
    signal: AbortSignal
): AsyncGenerator<number, void, void> {
    let rank = from;
    if (rank >= to) {
        return;
    }
    let sliceEnd = performance.now() + SLICE_MS;
    for (const placed of reader.from(rank)) {
        if (matches(placed)) {
            yield rank;
        }
        if (++rank >= to) {
            return;
        }
        if (rank % EVENTS_PER_LOOK === 0 && performance.now() >= sliceEnd) {
            await nextTurn();
            signal.throwIfAborted();
            sliceEnd = performance.now() + SLICE_MS;
        }
    }
}

function page(
    reader: MergedReader,
    columns: readonly EventColumn[],
    { from, count }: TableQuery,
    first: number | undefined,
    matches: Matcher | undefined
): TablePage {
    const { size } = reader;
    const lines: TableLine[] = [];
    if (first !== undefined && first >= 0 && first < size && count > 0) {
        for (const placed of reader.from(first)) {
            lines.push({
                index: first + lines.length,
                cells: columns.map(column => column.cell(placed)),
                matches: matches?.(placed) ?? false
            });
            if (lines.length === count) {
                break;
            }
        }
    }
    const asked = 'index' in from ? from.index : 0;
    return { columnIds: columns.map(({ id }) => id), lowIndex: first ?? asked, size, lines };
}
