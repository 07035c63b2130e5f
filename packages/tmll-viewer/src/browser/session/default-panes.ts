import { OutputDescriptor } from 'tsp-typescript-client/lib/models/output-descriptor';

/** Most telling first; of the outputs in one row only the first that is there is taken. */
const PREFERRED: readonly (readonly string[])[] = [
    ['Event Rate', 'Histogram'],
    ['CPU Usage'],
    ['Memory Usage', 'Kernel Memory Usage'],
    ['Disk I/O View']
];

const MOST_PANES = 3;

const EVENTS_TABLE = 'Events Table';

/**
 * The outputs that a trace is opened with: an overview of load first, at most three, and the events themselves where there is
 * little else to see.
 */
export function defaultPanes(outputs: readonly OutputDescriptor[]): string[] {
    const idOf = (name: string): string | undefined => outputs.find(output => output.name === name)?.id;
    const preferred = PREFERRED.flatMap(names => names.map(idOf).find(id => id !== undefined) ?? []).slice(
        0,
        MOST_PANES
    );
    const table = idOf(EVENTS_TABLE);
    return preferred.length < 2 && table !== undefined ? [...preferred, table] : preferred;
}

/** Height of a pane that the user has not resized, in pixels. */
export function defaultHeight({ type }: OutputDescriptor): number {
    return HEIGHTS[type] ?? 240;
}

const HEIGHTS: Readonly<Record<string, number>> = { TABLE: 320, TIME_GRAPH: 320, GANTT_CHART: 320, DATA_TREE: 280 };
