import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { ClusteringData, groupPlot, SeriesGroups } from 'tmll-analysis/algorithms';
import { ContentProps } from '../content-props';
import { DocumentTable } from '../document-table';
import { Subjects } from '../frame/subjects';
import { PlotView } from '../plot-view';

const MOST_NAMED = 3;

interface GroupProps extends Pick<ContentProps<ClusteringData>, 'result' | 'theme' | 'onGo'> {
    readonly groups: SeriesGroups;
}

/** Groups of series that move alike: the mean course of the one that is looked at, and its members. */
export const GroupSection: React.FC<GroupProps> = props => {
    const { groups, alone, constant } = props.groups;
    return (
        <Subjects
            title={nls.localize('tmll/cluster/groups', 'Series that move alike')}
            hint={nls.localize('tmll/cluster/hint', 'Select a group to see its mean course and its members.')}
            nameTitle={nls.localize('tmll/cluster/groupTitle', 'Group')}
            nameOf={group => nameOf(groups.indexOf(group))}
            columns={[
                {
                    title: nls.localize('tmll/cluster/count', 'Series'),
                    align: 'right',
                    cell: ({ members }) => members.length.toLocaleString()
                },
                { title: nls.localize('tmll/cluster/members', 'Among them'), cell: ({ members }) => named(members) }
            ]}
            subjects={groups}
            idOf={({ members }) => members[0].id}
        >
            {group => (
                <>
                    {alone.length > 0 && (
                        <p>{nls.localize('tmll/cluster/alone', 'Like no others: {0}', named(alone))}</p>
                    )}
                    {constant.length > 0 && (
                        <p className="tmll-dim">
                            {nls.localize(
                                'tmll/cluster/constant',
                                '{0} series do not vary, or have few values.',
                                constant.length
                            )}
                        </p>
                    )}
                    <GroupDetail {...props} index={groups.indexOf(group)} />
                </>
            )}
        </Subjects>
    );
};

const GroupDetail: React.FC<GroupProps & { readonly index: number }> = ({ groups, index, result, theme, onGo }) => {
    const { range } = result.provenance;
    const plot = React.useMemo(() => groupPlot(groups, index, range), [groups, index, range]);
    const { members } = groups.groups[index];
    return (
        <section aria-label={nameOf(index)}>
            <PlotView plot={plot} theme={theme} onGo={onGo} />
            <DocumentTable
                label={nls.localize('tmll/cluster/membersOf', 'Members of {0}', nameOf(index))}
                block={{
                    columns: [{ title: nls.localize('tmll/cluster/member', 'Member') }],
                    rows: members.map(({ name }) => [name]),
                    places: members.map(({ series }) => ({ ...range, series }))
                }}
                onGo={onGo}
            />
        </section>
    );
};

function nameOf(index: number): string {
    return nls.localize('tmll/cluster/group', 'Group {0}', index + 1);
}

function named(members: readonly { readonly name: string }[]): string {
    const rest = members.length - MOST_NAMED;
    const names = members.slice(0, MOST_NAMED).map(({ name }) => name);
    return [...names, ...(rest > 0 ? [nls.localize('tmll/changes/more', 'and {0} more', rest)] : [])].join(', ');
}
