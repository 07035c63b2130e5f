import * as React from '@theia/core/shared/react';
import { codicon } from '@theia/core/lib/browser';

interface EmptyStateProps {
    /** Name of a codicon. */
    readonly icon: string;
    readonly title: string;
    /** What to do to fill the view. */
    readonly hint?: string;
    /** The button that does it. */
    readonly action?: { readonly label: string; readonly run: () => void };
}

/** What a view shows that has nothing to show: why, and what to do. */
export const EmptyState: React.FC<EmptyStateProps> = ({ icon, title, hint, action }) => (
    <div className="tmll-empty" role="status">
        <span className={`tmll-empty-icon ${codicon(icon)}`} aria-hidden="true" />
        <div className="tmll-empty-title">{title}</div>
        {hint && <div className="tmll-empty-hint">{hint}</div>}
        {action && (
            <button type="button" className="theia-button tmll-empty-action" onClick={action.run}>
                {action.label}
            </button>
        )}
    </div>
);
