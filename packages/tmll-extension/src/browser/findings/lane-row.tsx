import * as React from '@theia/core/shared/react';
import { severityLevel } from '../severity/severity';
import { FindingLane, isOfWhole, LaneMark } from './finding-lanes';
import { FindingRow } from './finding-row';

interface LaneRowProps {
    readonly lane: FindingLane;
    readonly index: number;
    readonly selected: FindingRow | undefined;
    /** @param within the mark that was clicked */
    readonly onGo: (row: FindingRow, within: HTMLElement) => void;
}

/** A lane: the name of its series, and a mark for each of its findings. */
export const LaneRow: React.FC<LaneRowProps> = ({ lane: { name, marks }, index, selected, onGo }) => (
    <div className="tmll-lane-row" role="row" aria-rowindex={index + 1}>
        <div className="tmll-lane-name" role="rowheader" title={name}>
            <bdi>{name}</bdi>
        </div>
        <div className="tmll-lane" role="presentation">
            {marks.map((mark, place) => (
                <div
                    key={mark.row.id}
                    id={markId(index, place)}
                    role="gridcell"
                    className={`${markClass(mark)}${isOfWhole(mark) ? ' tmll-whole-lane' : ''}`}
                    aria-selected={mark.row === selected}
                    aria-label={markTitle(mark)}
                    title={markTitle(mark)}
                    style={markStyle(mark)}
                    onClick={event => onGo(mark.row, event.currentTarget)}
                />
            ))}
        </div>
    </div>
);

/** The element that a mark is, by its places. */
export function markId(lane: number, mark: number): string {
    return `tmll-lane-${lane}-${mark}`;
}

export function markClass({ row }: LaneMark): string {
    return `tmll-lane-mark tmll-severity-${severityLevel(row.finding.severity)}`;
}

export function markTitle({ row }: LaneMark): string {
    return `${row.when}: ${row.what}`;
}

/** The worst lie on top. */
export function markStyle({ row, start, length }: LaneMark): React.CSSProperties {
    return { left: `${start * 100}%`, width: `${length * 100}%`, zIndex: Math.round(row.finding.severity) };
}
