import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { severityLevel } from '../severity/severity';
import { FindingList } from './finding-list';
import { findingLanes } from './finding-lanes';
import { FindingRow } from './finding-row';

/** More lanes than this leave no room for the list. */
const MOST_LANES = 8;

/** Where in the trace findings are: a lane for each series, a mark for each finding, coloured by severity. */
export const FindingLanes: React.FC<{ readonly list: FindingList }> = ({ list }) => {
    const { session, rows, selected } = list;
    if (!session || rows.length === 0) {
        return undefined;
    }
    const { start, end } = session.experiment;
    const lanes = findingLanes(rows, start, end, MOST_LANES);
    const go = (row: FindingRow): void => {
        list.select(rows.indexOf(row));
        list.reveal(row);
    };
    return (
        <div className="tmll-lanes" role="group" aria-label={nls.localize('tmll/findings/lanes', 'Findings over time')}>
            {lanes.map(({ name, marks }) => (
                <React.Fragment key={name}>
                    <div className="tmll-lane-name" title={name}>
                        <bdi>{name}</bdi>
                    </div>
                    <div className="tmll-lane">
                        {marks.map(({ row, start: left, length }) => (
                            <button
                                key={row.id}
                                type="button"
                                // The list below is the way of the keyboard.
                                tabIndex={-1}
                                className={`tmll-lane-mark tmll-severity-${severityLevel(row.finding.severity)}`}
                                aria-pressed={rows[selected] === row}
                                aria-label={row.what}
                                title={`${row.when}: ${row.what}`}
                                style={{ left: `${left * 100}%`, width: `${length * 100}%` }}
                                onClick={() => go(row)}
                            />
                        ))}
                    </div>
                </React.Fragment>
            ))}
        </div>
    );
};
