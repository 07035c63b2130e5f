import * as React from '@theia/core/shared/react';
import { userSentence } from '../load/user-sentence';
import { PaneMessage } from '../renderer/pane-message';

interface PaneErrorBoundaryState {
    readonly error?: string;
}

/** Keeps the fault of one renderer inside its pane. */
export class PaneErrorBoundary extends React.Component<React.PropsWithChildren, PaneErrorBoundaryState> {
    override state: PaneErrorBoundaryState = {};

    static getDerivedStateFromError(error: unknown): PaneErrorBoundaryState {
        return { error: userSentence(error) };
    }

    override render(): React.ReactNode {
        const { error } = this.state;
        return error ? (
            <PaneMessage icon="error" text={error} onRetry={() => this.setState({ error: undefined })} />
        ) : (
            this.props.children
        );
    }
}
