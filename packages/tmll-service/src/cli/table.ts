/** A column of a table; numbers are best aligned to the right. */
export interface Column {
    readonly title: string;
    readonly align?: 'left' | 'right';
}

/** Rows of texts as aligned lines below their titles, two blanks between columns, none at the ends of lines. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
    const lines = [columns.map(column => column.title), ...rows];
    const widths = columns.map((_, index) => Math.max(...lines.map(line => line[index].length)));
    const pad = (text: string, index: number): string =>
        columns[index].align === 'right' ? text.padStart(widths[index]) : text.padEnd(widths[index]);
    return lines.map(line => `${line.map(pad).join('  ').trimEnd()}\n`).join('');
}
