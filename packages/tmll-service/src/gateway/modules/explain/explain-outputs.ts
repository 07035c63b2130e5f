import { formatDuration, formatShare, formatValue, WindowChange, WindowData } from 'tmll-analysis/algorithms';
import { dataTreeView } from '../../outputs/data-tree-view';
import { ModuleOutputs } from '../module-outputs';

/** What changed in a window: the causes in question, and what of them changed. */
export const explainOutputs: ModuleOutputs<WindowData> = {
    module: 'explain',
    views: [
        dataTreeView<WindowData>({
            id: 'causes',
            name: 'Causes',
            description: 'What changed in the window, the most important first, compared with the time before',
            headers: [
                { name: 'Cause', tooltip: 'Who or what it is, and what changed' },
                { name: 'Before', tooltip: 'Mean in the baseline' },
                { name: 'In the Window', tooltip: 'Mean in the window' },
                { name: 'Importance', tooltip: 'What it is ranked by' },
                {
                    name: 'Before the Symptom',
                    tooltip: 'How long before the symptom it begins'
                },
                {
                    name: 'Begins',
                    tooltip: 'When it begins, ns since the epoch',
                    dataType: 'TIMESTAMP'
                }
            ],
            lines: ({ data }) =>
                data.causes.map(({ sentence, changes }) => ({
                    labels: [sentence, '', '', '', '', ''],
                    children: changes.map(change => ({ labels: changeLabels(change) }))
                }))
        })
    ]
};

function changeLabels({ name, unit, baseline, window, importance, leadNs, onsetNs }: WindowChange): string[] {
    return [
        name,
        formatValue(baseline, unit),
        formatValue(window, unit),
        formatShare(importance),
        leadNs < 0n ? `−${formatDuration(-leadNs)}` : formatDuration(leadNs),
        `${onsetNs}`
    ];
}
