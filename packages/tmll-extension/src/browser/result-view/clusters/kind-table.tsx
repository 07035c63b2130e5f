import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { describeKind, formatDuration, formatShare, longestPhase, TracePhases } from 'tmll-analysis/algorithms';
import { ContentProps } from '../content-props';
import { DocumentTable } from '../document-table';

/** The kinds of behaviour; each leads to its longest phase. */
export const KindTable: React.FC<Pick<ContentProps, 'onGo'> & { readonly phases: TracePhases }> = ({
    phases,
    onGo
}) => {
    const title = nls.localize('tmll/cluster/kinds', 'Kinds of behaviour');
    const { kinds } = phases;
    const longest = kinds.map((_, kind) => longestPhase(phases, kind));
    return (
        <section aria-label={title}>
            <h3>{title}</h3>
            <DocumentTable
                label={title}
                block={{
                    columns: [
                        { title: nls.localize('tmll/cluster/kind', 'Kind') },
                        { title: nls.localize('tmll/cluster/share', 'Share'), align: 'right' },
                        { title: nls.localize('tmll/cluster/phases', 'Phases'), align: 'right' },
                        { title: nls.localize('tmll/cluster/longest', 'Longest'), align: 'right' },
                        { title: nls.localize('tmll/cluster/different', 'What is different') }
                    ],
                    rows: kinds.map(({ name, share }, kind) => [
                        name,
                        formatShare(share),
                        phases.phases.filter(phase => phase.kind === kind).length.toLocaleString(),
                        formatDuration(lengthOf(longest[kind])),
                        describeKind(phases, kind)
                    ]),
                    places: longest
                }}
                onGo={onGo}
            />
        </section>
    );
};

function lengthOf(phase: ReturnType<typeof longestPhase>): bigint {
    return phase ? phase.endNs - phase.startNs : 0n;
}
