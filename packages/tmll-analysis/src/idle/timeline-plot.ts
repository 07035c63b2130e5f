import { MarkList } from '../plot/mark-list';
import { Plot, PLOT_COLORS, PlotSize } from '../plot/plot';
import { rowLine } from '../plot/row-line';
import { timeAxis } from '../plot/time-axis';
import { formatShare } from '../series/format';
import { TimeRange } from '../series/time-series';
import { IdleData } from './idle-result';

/** Resources that are drawn in one picture. */
const MOST_ROWS = 24;
const ROW = 26;
const LONGEST_NAME = 30;

/** When each resource rests: a row a resource, the one that rests longest on top; none when there are no resources. */
export function idleTimelinePlots({ resources }: IdleData, range: TimeRange, size: PlotSize = {}): Plot[] {
    if (resources.length === 0) {
        return [];
    }
    const axis = timeAxis(range);
    const marks = new MarkList(axis);
    // ECharts counts rows from below.
    const rows = [...resources]
        .sort((a, b) => b.idleShare - a.idleShare)
        .slice(0, MOST_ROWS)
        .reverse();
    const periods = rows.flatMap(({ periods: own, series }, row) =>
        own.map(({ startNs, endNs }) => ({ row, place: { startNs, endNs, series } }))
    );
    return [
        {
            width: 1100,
            height: 110 + ROW * rows.length,
            ...size,
            id: 'idle-timeline',
            title: 'When resources rest',
            description: `The idle periods of ${rows.length} resources, a row each; the share of the time beside its name.`,
            option: {
                grid: { left: 260, right: 28, top: 44, bottom: 56 },
                xAxis: axis.option,
                yAxis: {
                    type: 'category',
                    data: rows.map(({ name, idleShare }) => `${shorten(name)} (${formatShare(idleShare)})`)
                },
                series: [rowLine(periods, { name: 'Idle', color: PLOT_COLORS.idle, width: 12 }, marks)] as never
            },
            places: marks.places
        }
    ];
}

function shorten(name: string): string {
    return name.length > LONGEST_NAME ? `…${name.slice(1 - LONGEST_NAME)}` : name;
}
