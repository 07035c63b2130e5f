import {
    ClusteringData,
    formatDuration,
    formatShare,
    interpretClustering,
    SeriesGroups,
    TracePhases
} from 'tmll-analysis/algorithms';
import { dataTreeView, TreeLine } from '../../outputs/data-tree-view';
import { GraphRow, timeGraphView } from '../../outputs/time-graph-view';
import { timeXyView } from '../../outputs/time-xy-view';
import { documentView } from '../document-view';
import { kindStyles } from '../kind-styles';
import { ModuleOutputs } from '../module-outputs';

/** Styles of graphs do not depend on results: kinds of behaviour beyond these share theirs. */
const KINDS = ['Kind 1', 'Kind 2', 'Kind 3', 'Kind 4', 'Kind 5', 'Kind 6', 'Kind 7', 'Kind 8'];

/** Behaviour: the phases of the trace, the mean course of each group of series, and who belongs to it. */
export const clusterOutputs: ModuleOutputs<ClusteringData> = {
    module: 'cluster',
    views: [
        timeGraphView<ClusteringData>({
            id: 'phases',
            name: 'Phases',
            description: 'What the trace does one after the other, a colour for each kind of behaviour',
            styles: kindStyles(KINDS),
            rows: ({ data }) => phaseRows(data.phases)
        }),
        timeXyView<ClusteringData>({
            id: 'groups',
            name: 'Groups',
            description: 'The mean course of each group of series that move alike, in percent of a standard deviation',
            draw: 'line',
            folding: 'mean',
            series: ({ data }) =>
                (data.groups?.groups ?? []).map(({ members, curve: { originNs, times, values } }, index) => ({
                    path: [groupName(index, members.length)],
                    unit: '%',
                    isDefault: true,
                    data: { origin: originNs, times, values: values.map(value => value * 100) }
                }))
        }),
        dataTreeView<ClusteringData>({
            id: 'members',
            name: 'Members',
            description: 'Which series belong to which group',
            headers: [{ name: 'Group', tooltip: 'Groups, and the series in them' }],
            lines: ({ data }) => (data.groups ? memberLines(data.groups) : [])
        }),
        documentView(interpretClustering)
    ]
};

function phaseRows(phases: TracePhases | undefined): GraphRow[] {
    if (phases === undefined) {
        return [];
    }
    const { kinds, phases: all, series } = phases;
    const states = all.map(({ kind, startNs, endNs }, index) => {
        const { name, share, foremost } = kinds[kind];
        // A phase ends where the next begins.
        const end = all.at(index + 1)?.startNs ?? endNs + 1n;
        return {
            start: startNs,
            end,
            label: name,
            style: KINDS[kind % KINDS.length],
            tooltip: {
                Kind: name,
                Duration: formatDuration(end - startNs),
                'Of the trace': formatShare(share),
                'Differs most by': foremost.map(place => series[place].name).join(', ')
            }
        };
    });
    return [{ path: ['Behaviour'], states }];
}

function memberLines({ groups, alone, constant }: SeriesGroups): TreeLine[] {
    const rest = [
        { name: `Like no others: ${alone.length}`, members: alone },
        { name: `Not varying: ${constant.length}`, members: constant }
    ];
    return [...groups.map(({ members }, index) => ({ name: groupName(index, members.length), members })), ...rest]
        .filter(({ members }) => members.length > 0)
        .map(({ name, members }) => ({
            labels: [name],
            children: members.map(({ series }) => ({ labels: [series.path.join('/')] }))
        }));
}

function groupName(index: number, size: number): string {
    return `Group ${index + 1} (${size} series)`;
}
