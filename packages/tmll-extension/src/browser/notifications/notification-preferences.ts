import { nls } from '@theia/core';
import {
    PreferenceContribution,
    PreferenceSchema,
    PreferenceScope,
    PreferenceService
} from '@theia/core/lib/common/preferences';
import { interfaces } from '@theia/core/shared/inversify';

/** What is told when analyses end. */
export const NOTIFICATIONS = 'tmll.notifications';

const SCHEMA: PreferenceSchema = {
    properties: {
        [NOTIFICATIONS]: {
            type: 'string',
            enum: ['all', 'problems'],
            enumDescriptions: [
                nls.localize('tmll/preferences/notifyAll', 'Tell of every analysis that has ended.'),
                nls.localize('tmll/preferences/notifyProblems', 'Tell of failures only.')
            ],
            default: 'all',
            scope: PreferenceScope.User,
            description: nls.localize('tmll/preferences/notifications', 'What is told when an analysis has ended.')
        }
    }
};

export function bindNotificationPreferences(bind: interfaces.Bind): void {
    bind(PreferenceContribution).toConstantValue({ schema: SCHEMA });
}

/** Whether to tell of analyses that have gone well. */
export function tellsAll(preferences: PreferenceService): boolean {
    return preferences.get<string>(NOTIFICATIONS, 'all') !== 'problems';
}
