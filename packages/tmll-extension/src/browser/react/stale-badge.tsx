import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';

const HINT = nls.localize(
    'tmll/stale/hint',
    'The trace has changed since this was computed; rerun it for the trace as it is.'
);

/** Says of a result that it is of an earlier state of its trace. */
export const StaleBadge: React.FC = () => (
    <span className="tmll-stale" title={HINT}>
        {nls.localize('tmll/stale/badge', 'Stale')}
    </span>
);

interface StaleNoteProps {
    readonly text: string;
    readonly onRerun: () => void;
}

/** Says at length that what is shown is of an earlier state of the trace, and offers to compute it anew. */
export const StaleNote: React.FC<StaleNoteProps> = ({ text, onRerun }) => (
    <div className="tmll-stale-note" role="status">
        <StaleBadge />
        <span>{text}</span>
        <button type="button" className="theia-button secondary" onClick={onRerun}>
            {nls.localize('tmll/stale/rerun', 'Rerun')}
        </button>
    </div>
);
