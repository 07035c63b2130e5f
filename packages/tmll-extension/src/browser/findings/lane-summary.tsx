import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { FindingLane, worstOverTime } from './finding-lanes';
import { FindingRow } from './finding-row';
import { markClass, markStyle, markTitle } from './lane-row';

/** So many pieces of time are told apart. */
const PIECES = 200;

interface LaneSummaryProps {
    readonly lanes: readonly FindingLane[];
    readonly onGo: (row: FindingRow) => void;
}

/**
 * What is worst over all series, also those whose lanes are out of sight. For the mouse: the lanes below tell the same mark by mark to the
 * keyboard and to assistive technology.
 */
export const LaneSummary: React.FC<LaneSummaryProps> = ({ lanes, onGo }) => {
    const marks = React.useMemo(() => worstOverTime(lanes, PIECES), [lanes]);
    return (
        <div className="tmll-lane-row tmll-lane-summary" aria-hidden="true">
            <div className="tmll-lane-name">{nls.localize('tmll/findings/allSeries', 'All series')}</div>
            <div className="tmll-lane">
                {marks.map(mark => (
                    <div
                        key={mark.start}
                        className={markClass(mark)}
                        title={`${mark.row.where}\n${markTitle(mark)}`}
                        style={markStyle(mark)}
                        onClick={() => onGo(mark.row)}
                    />
                ))}
            </div>
        </div>
    );
};
