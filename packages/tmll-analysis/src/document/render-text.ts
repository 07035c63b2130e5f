import { DocumentBlock, DocumentSection, ReportDocument, TableBlock } from './report-document';
import { plain, wrap } from './wrap';

const DEFAULT_WIDTH = 80;
/** The frame and a blank on both sides. */
const FRAME = 4;
const FEWEST_COLUMN_CHARACTERS = 4;

/**
 * A document for a terminal: a box for its title and for each section, tables with a grid; pictures are left out.
 * @param width characters of a line, at least 20
 */
export function renderText(document: ReportDocument, width = DEFAULT_WIDTH): string {
    const sections = document.sections.map(section => renderSection(section, width)).filter(text => text !== '');
    return [titleBox(document.title, width), ...sections].join('\n\n') + '\n';
}

function titleBox(title: string, width: number): string {
    const lines = ['', ...wrap(title, width - FRAME), ''].map(line => center(line, width - FRAME));
    return box('', lines, width);
}

/** Blocks of running text share a box; a table has its own grid. */
function renderSection({ title, blocks }: DocumentSection, width: number): string {
    const parts: string[] = [];
    let lines: string[] = [];
    let heading = title;
    const close = (): void => {
        if (lines.length > 0) {
            parts.push(box(heading, ['', ...lines, ''], width));
            lines = [];
            heading = '';
        }
    };
    for (const block of blocks) {
        if (block.kind === 'table') {
            close();
            parts.push(grid(block, heading, width));
            heading = '';
        } else {
            const added = blockLines(block, width - FRAME);
            lines.push(...(lines.length > 0 && added.length > 0 ? [''] : []), ...added);
        }
    }
    close();
    return parts.join('\n');
}

function blockLines(block: Exclude<DocumentBlock, TableBlock>, width: number): string[] {
    switch (block.kind) {
        case 'text':
            return wrap(block.text, width);
        case 'metrics': {
            const longest = Math.max(0, ...block.metrics.map(({ name }) => name.length));
            return block.metrics.flatMap(({ name, value }) => hanging(`${name.padEnd(longest)}: `, value, width));
        }
        case 'list':
            return block.items.flatMap((item, index) => hanging(`${index + 1}: `, item, width));
        case 'plot':
            return [];
    }
}

/** A text behind its label; further lines begin below the text. A label that leaves no room has a line of its own. */
function hanging(label: string, text: string, width: number): string[] {
    const head = plain(label);
    const room = width - head.length;
    if (room < width / 4) {
        return [...wrap(head.trimEnd(), width), ...wrap(text, width)];
    }
    return wrap(text, room).map((line, index) => (index === 0 ? head : ' '.repeat(head.length)) + line);
}

function box(title: string, lines: readonly string[], width: number): string {
    const name = plain(title).slice(0, width - 6);
    const top = name === '' ? '─'.repeat(width - 2) : `─ ${name} ${'─'.repeat(width - 5 - name.length)}`;
    const body = lines.map(line => `│ ${line.padEnd(width - FRAME)} │`);
    return [`╭${top}╮`, ...body, `╰${'─'.repeat(width - 2)}╯`].join('\n');
}

function grid({ columns, rows }: TableBlock, title: string, width: number): string {
    const widths = columnWidths([columns.map(column => column.title), ...rows], width);
    const rule = (left: string, middle: string, right: string): string =>
        left + widths.map(each => '─'.repeat(each + 2)).join(middle) + right;
    const line = (cells: readonly string[]): string[] => {
        const wrapped = cells.map((cell, index) => wrap(cell, widths[index]));
        const height = Math.max(...wrapped.map(each => each.length));
        return Array.from({ length: height }, (_, row) => {
            const texts = wrapped.map((each, index) =>
                columns[index].align === 'right'
                    ? (each[row] ?? '').padStart(widths[index])
                    : (each[row] ?? '').padEnd(widths[index])
            );
            return `│ ${texts.join(' │ ')} │`;
        });
    };
    return [
        ...(title === '' ? [] : [center(plain(title), width).trimEnd()]),
        rule('╭', '┬', '╮'),
        ...line(columns.map(column => column.title)),
        rule('├', '┼', '┤'),
        ...rows.flatMap(line),
        rule('╰', '┴', '╯')
    ].join('\n');
}

/** As wide as the longest cell; where that is too much together, the widest columns give way. */
function columnWidths(lines: readonly (readonly string[])[], width: number): number[] {
    const widths = lines[0].map((_, index) => Math.max(1, ...lines.map(line => longestLine(line[index]))));
    const room = width - 1 - 3 * widths.length;
    let excess = widths.reduce((sum, each) => sum + each, 0) - room;
    while (excess > 0) {
        const widest = widths.indexOf(Math.max(...widths));
        if (widths[widest] <= FEWEST_COLUMN_CHARACTERS) {
            break;
        }
        widths[widest]--;
        excess--;
    }
    return widths;
}

function longestLine(cell: string): number {
    return Math.max(...cell.split('\n').map(line => line.length));
}

function center(text: string, width: number): string {
    const left = Math.max(0, Math.floor((width - text.length) / 2));
    return ' '.repeat(left) + text;
}
