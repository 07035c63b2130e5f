import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { codicon } from '@theia/core/lib/browser';
import {
    FillerRowProps,
    ItemProps,
    TableProps,
    TableVirtuoso,
    TableVirtuosoHandle
} from '@theia/core/shared/react-virtuoso';
import { StaleBadge } from '../react/stale-badge';
import { SeverityBadge } from '../severity/severity-badge';
import { COLUMN_HEADERS, ColumnHeader } from './finding-columns';
import { FindingList } from './finding-list';
import { FindingRow } from './finding-row';

/** What the parts of the virtual list are drawn from. */
interface TableContext {
    readonly list: FindingList;
    readonly selected: number;
    readonly onKeyDown: (event: React.KeyboardEvent<HTMLElement>) => void;
    readonly onReveal: (index: number, within: HTMLElement) => void;
}

/** The findings as a table of which only the visible rows are drawn. */
export const FindingTable: React.FC<{ readonly list: FindingList }> = ({ list }) => {
    const virtuoso = React.useRef<TableVirtuosoHandle>(null);
    const { rows, selected, order, filter } = list;
    React.useEffect(() => virtuoso.current?.scrollToIndex(0), [order, filter]);
    React.useEffect(() => {
        if (selected >= 0) {
            virtuoso.current?.scrollIntoView({ index: selected });
        }
    }, [selected]);
    const onReveal = async (index: number, within: HTMLElement): Promise<void> => {
        const grid = within.closest<HTMLElement>('[role=grid]');
        await list.reveal(rows[index]);
        // The trace tab has taken the focus; who goes through the list wants to go on.
        grid?.focus({ preventScroll: true });
    };
    const onKeyDown = (event: React.KeyboardEvent<HTMLElement>): void => {
        const next = event.target === event.currentTarget ? rowAfterKey(event.key, selected, rows.length) : undefined;
        if (next !== undefined) {
            event.preventDefault();
            list.select(next);
        } else if (event.key === 'Enter' && selected >= 0) {
            onReveal(selected, event.currentTarget);
        }
    };
    return (
        <TableVirtuoso<FindingRow, TableContext>
            ref={virtuoso}
            className="tmll-finding-scroller"
            tabIndex={-1}
            data={rows}
            context={{ list, selected, onKeyDown, onReveal }}
            computeItemKey={(_, row) => row.id}
            components={COMPONENTS}
            fixedHeaderContent={() => <HeaderRow list={list} />}
            itemContent={(_, row) => <Cells row={row} />}
        />
    );
};

/** The row that a key leads to; undefined when it leads to none. */
function rowAfterKey(key: string, selected: number, count: number): number | undefined {
    const page = 10;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };
    if (count === 0 || !(key in steps || key === 'Home' || key === 'End')) {
        return undefined;
    }
    const target = key === 'Home' ? 0 : key === 'End' ? count - 1 : selected + steps[key];
    return Math.max(0, Math.min(target, count - 1));
}

const rowId = (index: number): string => `tmll-finding-${index}`;

const Table: React.FC<TableProps & { readonly context?: TableContext }> = ({ context, ...props }) => (
    <table
        {...props}
        role="grid"
        className="tmll-findings"
        tabIndex={0}
        aria-label={nls.localize('tmll/findings/title', 'Findings')}
        aria-rowcount={(context?.list.rows.length ?? 0) + 1}
        aria-activedescendant={context && context.selected >= 0 ? rowId(context.selected) : undefined}
        onKeyDown={context?.onKeyDown}
    />
);

const Row: React.FC<ItemProps & { readonly context?: TableContext }> = ({ context, ...props }) => {
    const index = props['data-index'];
    return (
        <tr
            {...props}
            id={rowId(index)}
            aria-rowindex={index + 2}
            aria-selected={context?.selected === index}
            onClick={event => {
                context?.list.select(index);
                context?.onReveal(index, event.currentTarget);
            }}
        />
    );
};

/** Stands for the rows that are not drawn. */
const FillerRow: React.FC<FillerRowProps> = ({ height }) => (
    <tr aria-hidden="true">
        <td colSpan={COLUMN_HEADERS.length} height={height} />
    </tr>
);

const COMPONENTS = { Table, TableRow: Row, FillerRow };

const HeaderRow: React.FC<{ readonly list: FindingList }> = ({ list }) => (
    <tr aria-rowindex={1}>
        {COLUMN_HEADERS.map(header => (
            <Header key={header.column} header={header} list={list} />
        ))}
    </tr>
);

const Header: React.FC<{ readonly header: ColumnHeader; readonly list: FindingList }> = ({ header, list }) => {
    const { column, label, tooltip } = header;
    const { order } = list;
    const sorted = order.column === column ? (order.descending ? 'descending' : 'ascending') : 'none';
    return (
        <th scope="col" className={`tmll-column-${column}`} aria-sort={sorted}>
            <button type="button" title={tooltip} onClick={() => list.sortBy(column)}>
                {label}
                {sorted !== 'none' && (
                    <span className={codicon(sorted === 'descending' ? 'arrow-down' : 'arrow-up')} aria-hidden="true" />
                )}
            </button>
        </th>
    );
};

const Cells: React.FC<{ readonly row: FindingRow }> = ({ row }) => (
    <>
        <td>
            <SeverityBadge severity={row.finding.severity} />
        </td>
        <td title={row.what}>
            {row.isStale && <StaleBadge />} {row.what}
        </td>
        <td title={row.where}>
            <span className="tmll-leaf">{row.leaf}</span>
            <span className="tmll-dim">{row.above}</span>
        </td>
        <td className="tmll-number">{row.when}</td>
        <td className="tmll-number">{row.howLong}</td>
        <td className="tmll-number" title={row.usual}>
            {row.expected}
        </td>
        <td className="tmll-number">{row.seen}</td>
        <td className="tmll-number">{row.confidence}</td>
    </>
);
