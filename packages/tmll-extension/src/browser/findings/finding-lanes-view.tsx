import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { Virtuoso, VirtuosoHandle } from '@theia/core/shared/react-virtuoso';
import { useChange } from '../react/use-change';
import { severityLevel } from '../severity/severity';
import { FindingList } from './finding-list';
import { FindingLane, findingLanes, LaneMark, laneStep, placeOf } from './finding-lanes';
import { FindingRow } from './finding-row';
import { LANE_HEIGHT, LaneLayout } from './lane-layout';
import { LaneSplitter } from './lane-splitter';

interface FindingLanesProps {
    readonly list: FindingList;
    readonly layout: LaneLayout;
}

/** A finding of a larger share of the trace is one of all of it. */
const WHOLE = 0.9;

/**
 * Where in the trace findings are: a lane for each series, a mark for each finding, coloured by severity. One place in the order of the
 * keyboard; within it the arrows walk from mark to mark, and Enter goes there.
 */
export const FindingLanes: React.FC<FindingLanesProps> = ({ list, layout }) => {
    useChange(layout.onDidChange);
    const { session, rows } = list;
    const lanes = React.useMemo(
        () => (session ? findingLanes(rows, session.experiment.start, session.experiment.end) : []),
        [session, rows]
    );
    if (!layout.isOpen || lanes.length === 0) {
        return undefined;
    }
    return (
        <>
            <LaneGrid list={list} lanes={lanes} height={Math.min(layout.height, lanes.length * LANE_HEIGHT)} />
            <LaneSplitter layout={layout} most={lanes.length * LANE_HEIGHT} />
        </>
    );
};

interface LaneGridProps {
    readonly list: FindingList;
    readonly lanes: readonly FindingLane[];
    readonly height: number;
}

const LaneGrid: React.FC<LaneGridProps> = ({ list, lanes, height }) => {
    const virtuoso = React.useRef<VirtuosoHandle>(null);
    const { rows, selected } = list;
    const place = placeOf(lanes, rows[selected]);
    const active = place && lanes[place.lane].marks[place.mark].row;
    const select = (row: FindingRow): void => list.select(rows.indexOf(row));
    const onKeyDown = (event: React.KeyboardEvent<HTMLElement>): void => {
        if (!place || !active) {
            return;
        }
        const next = selected < 0 && event.key.startsWith('Arrow') ? place : laneStep(event.key, lanes, place);
        if (next) {
            event.preventDefault();
            select(lanes[next.lane].marks[next.mark].row);
            virtuoso.current?.scrollIntoView({ index: next.lane });
        } else if (event.key === 'Enter' || event.key === ' ') {
            event.preventDefault();
            select(active);
            revealAndStay(list, active, event.currentTarget);
        }
    };
    return (
        <Virtuoso
            ref={virtuoso}
            className="tmll-lanes"
            role="grid"
            tabIndex={0}
            aria-label={nls.localize('tmll/findings/lanes', 'Findings over time')}
            aria-rowcount={lanes.length}
            aria-activedescendant={selected >= 0 && place ? markId(place.lane, place.mark) : undefined}
            onKeyDown={onKeyDown}
            style={{ height }}
            fixedItemHeight={LANE_HEIGHT}
            totalCount={lanes.length}
            computeItemKey={index => lanes[index].name}
            itemContent={index => (
                <Lane
                    lane={lanes[index]}
                    index={index}
                    selected={rows[selected]}
                    onGo={(row, within) => {
                        select(row);
                        revealAndStay(list, row, within.closest<HTMLElement>('[role=grid]'));
                    }}
                />
            )}
        />
    );
};

/** The trace tab takes the focus; who walks through the lanes wants to go on. */
async function revealAndStay(list: FindingList, row: FindingRow, grid: HTMLElement | null): Promise<void> {
    await list.reveal(row);
    grid?.focus({ preventScroll: true });
}

interface LaneProps {
    readonly lane: FindingLane;
    readonly index: number;
    readonly selected: FindingRow | undefined;
    readonly onGo: (row: FindingRow, within: HTMLElement) => void;
}

const Lane: React.FC<LaneProps> = ({ lane: { name, marks }, index, selected, onGo }) => (
    <div className="tmll-lane-row" role="row" aria-rowindex={index + 1}>
        <div className="tmll-lane-name" role="rowheader" title={name}>
            <bdi>{name}</bdi>
        </div>
        <div className="tmll-lane" role="presentation">
            {marks.map((mark, place) => (
                <Mark
                    key={mark.row.id}
                    id={markId(index, place)}
                    mark={mark}
                    isSelected={mark.row === selected}
                    onGo={onGo}
                />
            ))}
        </div>
    </div>
);

interface MarkProps {
    readonly id: string;
    readonly mark: LaneMark;
    readonly isSelected: boolean;
    readonly onGo: LaneProps['onGo'];
}

const Mark: React.FC<MarkProps> = ({ id, mark: { row, start, length }, isSelected, onGo }) => (
    <div
        id={id}
        role="gridcell"
        className={`tmll-lane-mark tmll-severity-${severityLevel(row.finding.severity)}${length > WHOLE ? ' tmll-whole-lane' : ''}`}
        aria-selected={isSelected}
        aria-label={`${row.when}: ${row.what}`}
        title={`${row.when}: ${row.what}`}
        // The worst lie on top.
        style={{ left: `${start * 100}%`, width: `${length * 100}%`, zIndex: Math.round(row.finding.severity) }}
        onClick={event => onGo(row, event.currentTarget)}
    />
);

function markId(lane: number, mark: number): string {
    return `tmll-lane-${lane}-${mark}`;
}
