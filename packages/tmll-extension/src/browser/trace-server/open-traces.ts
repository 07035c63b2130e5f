import { MessageService } from '@theia/core';
import { OpeningCancelled, TraceSessionManager } from 'tmll-viewer';
import { messageOf } from '../../common/message-of';

/** Opens traces as one experiment; a failure is told, giving up is not. */
export async function openTraces(
    sessions: TraceSessionManager,
    messages: MessageService,
    paths: readonly string[]
): Promise<void> {
    try {
        await sessions.open(paths);
    } catch (error) {
        if (!(error instanceof OpeningCancelled)) {
            messages.error(messageOf(error));
        }
    }
}
