import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useEventValue } from '../react/use-event';
import { OutputRendererRegistry } from '../renderer/output-renderer-registry';
import { TraceSessionImpl } from '../session/trace-session-impl';
import { ActionList } from './action-list';
import { outputItems } from './output-items';
import { Section } from './section';

export interface OutputsSectionProps {
    readonly session: TraceSessionImpl;
    readonly renderers: OutputRendererRegistry;
}

/** What the active trace has to show. */
export function OutputsSection({ session, renderers }: OutputsSectionProps): React.ReactElement {
    const [search, setSearch] = React.useState('');
    const [closed, setClosed] = React.useState<ReadonlySet<string>>(new Set<string>());
    const panes = useEventValue(session.onDidChangePanes, () => session.paneModels);
    const open = panes.map(pane => pane.outputId);
    const toggleKind = (kind: string): void => {
        const next = new Set(closed);
        if (!next.delete(kind)) {
            next.add(kind);
        }
        setClosed(next);
    };
    const items = outputItems({
        outputs: session.outputs,
        search,
        open,
        closed,
        canDraw: output => renderers.rendererFor(output) !== undefined,
        toggle: ({ id }) => (open.includes(id) ? session.removePane(id) : session.addPane(id)),
        toggleKind
    });
    const title = nls.localize('tmll/viewer/explorer/outputs', 'Outputs of {0}', session.experiment.name);
    return (
        <Section title={title}>
            <input
                className="theia-input tmll-explorer-search"
                type="search"
                value={search}
                placeholder={nls.localize('tmll/viewer/explorer/search', 'Search outputs')}
                aria-label={nls.localize('tmll/viewer/explorer/search', 'Search outputs')}
                onChange={event => setSearch(event.target.value)}
            />
            {items.length > 0 ? (
                <div className="tmll-explorer-outputs">
                    <ActionList label={title} items={items} />
                </div>
            ) : (
                <p className="tmll-explorer-none">
                    {nls.localize('tmll/viewer/explorer/noMatch', 'No output matches.')}
                </p>
            )}
        </Section>
    );
}
