import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import type { TableBlock, TracePlace } from 'tmll-analysis/algorithms';

interface TableProps {
    readonly block: Omit<TableBlock, 'kind'>;
    readonly label: string;
    readonly onGo: (place: TracePlace) => void;
}

/** A table of texts; rows that speak of a place lead there. */
export const DocumentTable: React.FC<TableProps> = ({ block: { columns, rows, places }, label, onGo }) => (
    <div className="tmll-document-table">
        <table aria-label={label}>
            <thead>
                <tr>
                    {columns.map(({ title, align }) => (
                        <th key={title} scope="col" className={align === 'right' ? 'tmll-number' : undefined}>
                            {title}
                        </th>
                    ))}
                    {places && <th aria-label={nls.localize('tmll/document/place', 'Place in the trace')} />}
                </tr>
            </thead>
            <tbody>
                {rows.map((row, index) => (
                    <tr key={index}>
                        {row.map((cell, column) => (
                            <td key={column} className={columns[column].align === 'right' ? 'tmll-number' : undefined}>
                                {cell}
                            </td>
                        ))}
                        {places && <Go place={places[index]} onGo={onGo} />}
                    </tr>
                ))}
            </tbody>
        </table>
    </div>
);

const Go: React.FC<{ readonly place?: TracePlace; readonly onGo: (place: TracePlace) => void }> = ({ place, onGo }) => (
    <td>
        {place && (
            <button type="button" className="theia-button secondary tmll-go" onClick={() => onGo(place)}>
                {nls.localize('tmll/document/go', 'Go')}
            </button>
        )}
    </td>
);
