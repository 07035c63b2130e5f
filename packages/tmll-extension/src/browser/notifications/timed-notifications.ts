import { injectable } from '@theia/core/shared/inversify';
import type { Message } from '@theia/core/lib/common/message-service-protocol';
import { NotificationManager } from '@theia/messages/lib/browser/notifications-manager';

/**
 * Theia leaves notifications with actions up until they are answered, over the panel's buttons. Those that name a limit of their own
 * retreat after it to the notification centre, where their actions still can be taken.
 */
@injectable()
export class TimedNotifications extends NotificationManager {
    protected override getTimeout(message: Message): number {
        return message.options?.timeout ?? super.getTimeout(message);
    }
}
