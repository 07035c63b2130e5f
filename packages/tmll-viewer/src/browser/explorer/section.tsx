import * as React from '@theia/core/shared/react';
import { ToolButton } from '../react/tool-button';

export interface SectionProps {
    readonly title: string;
    readonly action?: { readonly label: string; readonly icon: string; run(): void };
    readonly children: React.ReactNode;
}

/** A part of the Traces view with a heading. */
export function Section({ title, action, children }: SectionProps): React.ReactElement {
    return (
        <section className="tmll-explorer-section">
            <h4>
                <span>{title}</span>
                {action && (
                    <ToolButton icon={action.icon} onClick={action.run}>
                        {action.label}
                    </ToolButton>
                )}
            </h4>
            {children}
        </section>
    );
}
