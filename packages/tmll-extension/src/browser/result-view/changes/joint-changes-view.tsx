import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import {
    ChangePointData,
    formatShare,
    formatSince,
    formatValue,
    JointChangePoint,
    JointChangePoints,
    jointChangesPlot
} from 'tmll-analysis/algorithms';
import { ContentProps } from '../content-props';
import { DocumentTable } from '../document-table';
import { PlotView } from '../plot-view';

/** So many series of a moment are named. */
const MOST_NAMED = 4;

/** The moments at which several series change together; nothing where there is none. */
export const JointChangesView: React.FC<
    Pick<ContentProps<ChangePointData>, 'result' | 'theme' | 'onGo'> & { readonly joint: JointChangePoints }
> = ({ result, joint, theme, onGo }) => {
    const { range } = result.provenance;
    const plot = React.useMemo(() => jointChangesPlot(result.data, joint, range), [result, joint, range]);
    const { changes } = joint;
    return changes.length === 0 ? null : (
        <section aria-label={plot.title}>
            <PlotView plot={plot} theme={theme} onGo={onGo} />
            <DocumentTable
                label={plot.title}
                block={{
                    columns: [
                        { title: nls.localize('tmll/result/at', 'At'), align: 'right' },
                        { title: nls.localize('tmll/result/series', 'Series'), align: 'right' },
                        { title: nls.localize('tmll/changes/sure', 'Sure'), align: 'right' },
                        { title: nls.localize('tmll/changes/how', 'What changes') }
                    ],
                    rows: changes.map(change => [
                        formatSince(change.ns - range.startNs),
                        nls.localize('tmll/changes/members', '{0} of {1}', change.members.length, change.of),
                        formatShare(change.probability),
                        describeMembers(change)
                    ]),
                    places: changes.map(({ startNs, endNs }) => ({ startNs, endNs }))
                }}
                onGo={onGo}
            />
        </section>
    );
};

function describeMembers({ members }: JointChangePoint): string {
    const named = members
        .slice(0, MOST_NAMED)
        .map(
            ({ name, before, after, unit }) =>
                `${name}: ${formatValue(before, unit, [after])} → ${formatValue(after, unit, [before])}`
        );
    const rest = members.length - named.length;
    return [...named, ...(rest > 0 ? [nls.localize('tmll/changes/more', 'and {0} more', rest)] : [])].join('; ');
}
