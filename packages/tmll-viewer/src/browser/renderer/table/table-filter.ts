import { Line } from 'tsp-typescript-client/lib/models/table';
import { Disposable } from '@theia/core/lib/common/disposable';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { userSentence } from '../../load/user-sentence';
import { FetchLines } from './line-cache';
import { TableColumn } from './table-columns';

/** The lines that match, as far as the table has been looked through. */
export interface FilteredLines {
    readonly lines: readonly Line[];
    /** Lines that have been looked at. */
    readonly scanned: number;
    readonly done: boolean;
    /** There are more that match, but no more are kept. */
    readonly full: boolean;
    /** Why it cannot be looked through any further, in a sentence. */
    readonly error?: string;
}

/** Lines are asked for in pages of this many. */
const PAGE = 1000;
/** No more matching lines are kept: who reads on would rather narrow the filter. */
export const MOST_MATCHES = 20_000;
/** What has been found is shown at most this often, in ms. */
const REPORT_MS = 120;
const SETTLE_MS = 250;

/**
 * Keeps the lines of a table whose cells match a regular expression in each filtered column. Trace servers can search but not
 * filter, so the table is looked through from the start, page by page, while the first matches are shown already.
 */
export class TableFilter implements Disposable {
    private readonly changeEmitter = new Emitter<void>();
    private running: AbortController | undefined;
    private timer: ReturnType<typeof setTimeout> | undefined;
    private current: FilteredLines | undefined;

    constructor(
        private readonly fetch: FetchLines,
        private readonly now: () => number = () => performance.now()
    ) {}

    get onDidChange(): Event<void> {
        return this.changeEmitter.event;
    }

    /** Undefined: nothing is filtered. */
    get result(): FilteredLines | undefined {
        return this.current;
    }

    /**
     * Begins anew, after a pause in which nobody types.
     * @param expressions regular expressions by column id; empty ones count for nothing, upper and lower case are the same
     */
    apply(expressions: ReadonlyMap<number, string>, columns: readonly TableColumn[]): void {
        clearTimeout(this.timer);
        this.running?.abort();
        const tests = cellTests(expressions, columns);
        if (tests instanceof Error) {
            this.update({ lines: [], scanned: 0, done: true, full: false, error: tests.message });
        } else if (tests.length === 0) {
            this.update(undefined);
        } else {
            this.update({ lines: [], scanned: 0, done: false, full: false });
            this.timer = setTimeout(() => void this.scan(tests), SETTLE_MS);
        }
    }

    dispose(): void {
        clearTimeout(this.timer);
        this.running?.abort();
        this.changeEmitter.dispose();
    }

    private async scan(tests: readonly CellTest[]): Promise<void> {
        const { signal } = (this.running = new AbortController());
        const lines: Line[] = [];
        let scanned = 0;
        let reported = this.now();
        try {
            for (let size = Number.POSITIVE_INFINITY; scanned < size && lines.length < MOST_MATCHES;) {
                const page = await this.fetch(scanned, PAGE, signal);
                if (signal.aborted) {
                    return;
                }
                size = page.size;
                lines.push(...page.lines.filter(line => tests.every(test => test(line))));
                if (page.lines.length === 0) {
                    break;
                }
                scanned += page.lines.length;
                if (this.now() - reported > REPORT_MS) {
                    reported = this.now();
                    this.update({ lines: [...lines], scanned, done: false, full: false });
                }
            }
            const full = lines.length >= MOST_MATCHES;
            this.update({ lines: lines.slice(0, MOST_MATCHES), scanned, done: true, full });
        } catch (error) {
            if (!signal.aborted) {
                this.update({ lines, scanned, done: true, full: false, error: userSentence(error) });
            }
        }
    }

    private update(result: FilteredLines | undefined): void {
        this.current = result;
        this.changeEmitter.fire();
    }
}

type CellTest = (line: Line) => boolean;

/** One test for each column that is filtered; an error when one of the texts is no regular expression. */
function cellTests(
    expressions: ReadonlyMap<number, string>,
    columns: readonly TableColumn[]
): readonly CellTest[] | Error {
    const tests: CellTest[] = [];
    for (const [id, text] of expressions) {
        const cell = columns.findIndex(column => column.id === id);
        if (text === '' || cell < 0) {
            continue;
        }
        try {
            const expression = new RegExp(text, 'i');
            tests.push(({ cells }) => expression.test(cells[cell]?.content ?? ''));
        } catch {
            return new Error(`"${text}" is not a regular expression.`);
        }
    }
    return tests;
}
