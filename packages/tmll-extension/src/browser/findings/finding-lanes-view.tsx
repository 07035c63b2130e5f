import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { Virtuoso, VirtuosoHandle } from '@theia/core/shared/react-virtuoso';
import { useChange } from '../react/use-change';
import { FindingList } from './finding-list';
import { FindingLane, findingLanes, laneStep, placeOf } from './finding-lanes';
import { FindingRow } from './finding-row';
import { LANE_HEIGHT, LaneLayout } from './lane-layout';
import { LaneRow, markId } from './lane-row';
import { LaneSplitter } from './lane-splitter';
import { LaneSummary } from './lane-summary';

interface FindingLanesProps {
    readonly list: FindingList;
    readonly layout: LaneLayout;
}

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
            {lanes.length > 1 && <LaneSummary lanes={lanes} onGo={row => go(list, row)} />}
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
                <LaneRow
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

function go(list: FindingList, row: FindingRow): void {
    list.select(list.rows.indexOf(row));
    list.reveal(row);
}

/** The trace tab takes the focus; who walks through the lanes wants to go on. */
async function revealAndStay(list: FindingList, row: FindingRow, grid: HTMLElement | null): Promise<void> {
    await list.reveal(row);
    grid?.focus({ preventScroll: true });
}
