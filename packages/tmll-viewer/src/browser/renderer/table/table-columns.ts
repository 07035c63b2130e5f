/** A column of a table output; `ColumnHeaderEntry` of `tsp-typescript-client` fits. */
export interface TableColumn {
    readonly id: number;
    readonly name: string;
    readonly description: string;
    /** TIMESTAMP, NUMBER, STRING, …; only a hint. */
    readonly type: string;
}

/** How a column is shown. */
export interface ColumnLayout extends TableColumn {
    /** Place of its cell in a line. */
    readonly cell: number;
    /** Pixels. */
    readonly width: number;
}

const NARROWEST = 40;
const WIDEST = 2000;

/** By name, as Trace Compass names the columns of its events table. */
const WIDTHS: Readonly<Record<string, number>> = {
    Timestamp: 180,
    Channel: 100,
    CPU: 50,
    'Event type': 220,
    Contents: 700,
    TID: 70,
    PID: 70,
    Prio: 50,
    'Timestamp ns': 180
};
const WIDTH_OF_TYPE: Readonly<Record<string, number>> = { NUMBER: 110, TIMESTAMP: 150, DURATION: 110 };
const USUAL_WIDTH = 180;

/** Columns of the events table that say nothing to most who read it. */
const RARELY_WANTED = new Set([
    'Trace Packet Header',
    'Packet Context',
    'Stream Context',
    'Event Context',
    'Prio',
    'Source'
]);

export function defaultWidth({ name, type }: TableColumn): number {
    return WIDTHS[name] ?? WIDTH_OF_TYPE[type] ?? USUAL_WIDTH;
}

export function clampWidth(width: number): number {
    return Math.min(Math.max(Math.round(width), NARROWEST), WIDEST);
}

/** Ids of the columns that are hidden until the user asks for them. */
export function defaultHidden(columns: readonly TableColumn[]): ReadonlySet<number> {
    return new Set(columns.filter(({ name }) => RARELY_WANTED.has(name)).map(({ id }) => id));
}

/** The columns that are shown, from left to right. */
export function layoutColumns(
    columns: readonly TableColumn[],
    hidden: ReadonlySet<number>,
    widths: ReadonlyMap<number, number>
): ColumnLayout[] {
    return columns
        .map((column, cell) => ({ ...column, cell, width: widths.get(column.id) ?? defaultWidth(column) }))
        .filter(({ id }) => !hidden.has(id));
}

/** Place in a line of the cell with its time in ns since the epoch; -1 when there is none. */
export function timeCell(columns: readonly TableColumn[]): number {
    return columns.findIndex(({ name }) => /^timestamp ns$/i.test(name.trim()));
}

/** The time in a cell; undefined when it is not a whole number. */
export function timeOfCell(content: string | undefined): bigint | undefined {
    return content !== undefined && /^-?\d+$/.test(content.trim()) ? BigInt(content.trim()) : undefined;
}
