import * as React from '@theia/core/shared/react';
import { useEventValue } from '../react/use-event';
import { TraceSession } from '../session/trace-session';
import { ActionList } from './action-list';
import { ExplorerGroupRegistry } from './explorer-group-registry';
import { Section } from './section';

export interface GroupsSectionProps {
    readonly registry: ExplorerGroupRegistry;
    readonly session: TraceSession | undefined;
}

/** The groups that were contributed to the Traces view. */
export function GroupsSection({ registry, session }: GroupsSectionProps): React.ReactElement {
    useEventValue(registry.onDidChange, () => registry.state);
    return (
        <>
            {registry.groups.map(group => {
                const items = group.items(session);
                const empty = group.emptyText?.(session);
                if (items.length === 0 && empty === undefined) {
                    return undefined;
                }
                const { action } = group;
                return (
                    <Section
                        key={group.id}
                        title={group.label}
                        action={action && { ...action, run: () => action.run(session) }}
                    >
                        {items.length > 0 ? (
                            <ActionList label={group.label} items={items} />
                        ) : (
                            <p className="tmll-explorer-none">{empty}</p>
                        )}
                    </Section>
                );
            })}
        </>
    );
}
