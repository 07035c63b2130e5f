import * as React from '@theia/core/shared/react';
import { codicon } from '../react/codicon';
import { nls } from '@theia/core/lib/common/nls';

export interface PaneMessageProps {
    /** Of the codicons. */
    readonly icon: string;
    readonly text: string;
    /** Offers to try again. */
    readonly onRetry?: () => void;
}

/** What a pane says instead of, or on top of, its content. */
export function PaneMessage({ icon, text, onRetry }: PaneMessageProps): React.ReactElement {
    return (
        <div className="tmll-pane-message" role={onRetry ? 'alert' : 'status'}>
            <span className={codicon(icon)} />
            <span className="tmll-pane-message-text">{text}</span>
            {onRetry && (
                <button type="button" className="theia-button secondary" onClick={onRetry}>
                    {nls.localizeByDefault('Retry')}
                </button>
            )}
        </div>
    );
}

/** A thin moving line while something is fetched; what was there before stays visible. */
export function PaneProgress({ label }: { readonly label: string }): React.ReactElement {
    return <div className="tmll-pane-progress" role="progressbar" aria-label={label} />;
}
