import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { ClusteringData, groupPlot, SeriesGroup, SeriesGroups } from 'tmll-analysis/algorithms';
import { ContentProps } from '../content-props';
import { DocumentTable } from '../document-table';
import { SubjectTable } from '../frame/subject-table';
import { useSelected } from '../frame/use-selected';
import { PlotView } from '../plot-view';

const MOST_NAMED = 3;

/** Groups of series that move alike: the mean course of the one that is looked at, and its members. */
export const GroupSection: React.FC<ContentProps<ClusteringData> & { readonly groups: SeriesGroups }> = ({
    groups,
    result,
    theme,
    onGo
}) => {
    const { range } = result.provenance;
    const [selected = groups.groups[0], select] = useSelected(groups.groups, ({ members }) => members[0].id);
    const index = groups.groups.indexOf(selected);
    const plot = React.useMemo(() => groupPlot(groups, index, range), [groups, index, range]);
    const nameOf = (group: SeriesGroup): string =>
        nls.localize('tmll/cluster/group', 'Group {0}', groups.groups.indexOf(group) + 1);
    const { alone, constant } = groups;
    return (
        <>
            <SubjectTable
                title={nls.localize('tmll/cluster/groups', 'Series that move alike')}
                hint={nls.localize('tmll/cluster/hint', 'Select a group to see its mean course and its members.')}
                nameTitle={nls.localize('tmll/cluster/groupTitle', 'Group')}
                nameOf={nameOf}
                columns={[
                    {
                        title: nls.localize('tmll/cluster/count', 'Series'),
                        align: 'right',
                        cell: ({ members }) => members.length.toLocaleString()
                    },
                    { title: nls.localize('tmll/cluster/members', 'Among them'), cell: ({ members }) => named(members) }
                ]}
                subjects={groups.groups}
                selected={selected}
                onSelect={select}
            />
            {alone.length > 0 && <p>{nls.localize('tmll/cluster/alone', 'Like no others: {0}', named(alone))}</p>}
            {constant.length > 0 && (
                <p className="tmll-dim">
                    {nls.localize(
                        'tmll/cluster/constant',
                        '{0} series do not vary, or have few values.',
                        constant.length
                    )}
                </p>
            )}
            <section aria-label={nameOf(selected)}>
                <PlotView plot={plot} theme={theme} onGo={onGo} />
                <DocumentTable
                    label={nls.localize('tmll/cluster/membersOf', 'Members of {0}', nameOf(selected))}
                    block={{
                        columns: [{ title: nls.localize('tmll/cluster/member', 'Member') }],
                        rows: selected.members.map(({ name }) => [name]),
                        places: selected.members.map(({ series }) => ({ ...range, series }))
                    }}
                    onGo={onGo}
                />
            </section>
        </>
    );
};

function named(members: readonly { readonly name: string }[]): string {
    const rest = members.length - MOST_NAMED;
    const names = members.slice(0, MOST_NAMED).map(({ name }) => name);
    return [...names, ...(rest > 0 ? [nls.localize('tmll/changes/more', 'and {0} more', rest)] : [])].join(', ');
}
