import {
    CommandContribution,
    ContributionFilterRegistry,
    ContributionType,
    FilterContribution,
    MenuContribution
} from '@theia/core';
import { FrontendApplicationContribution, KeybindingContribution } from '@theia/core/lib/browser';
import { QuickAccessContribution } from '@theia/core/lib/browser/quick-input/quick-access';
import { TabBarToolbarContribution } from '@theia/core/lib/browser/shell/tab-bar-toolbar';
import { injectable } from '@theia/core/shared/inversify';
import { IDE_CONTRIBUTIONS } from './ide-contributions';

/** Where parts of an IDE show themselves. They go on as services and with their colours, for plugins ask for both. */
const PLACES: ContributionType[] = [
    CommandContribution,
    FrontendApplicationContribution,
    KeybindingContribution,
    MenuContribution,
    QuickAccessContribution,
    TabBarToolbarContribution
];

/** Takes the parts of an IDE that come with the plugin host out of sight. */
@injectable()
export class IdeContributionFilter implements FilterContribution {
    registerContributionFilters(registry: ContributionFilterRegistry): void {
        registry.addFilters(PLACES, [contribution => !IDE_CONTRIBUTIONS.some(part => contribution instanceof part)]);
    }
}
