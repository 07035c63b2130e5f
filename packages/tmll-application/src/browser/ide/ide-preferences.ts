import { FrontendApplicationContribution } from '@theia/core/lib/browser';
import { PreferenceSchemaService } from '@theia/core/lib/common/preferences';
import { inject, injectable } from '@theia/core/shared/inversify';

/** First words of the preferences of what is out of sight. */
const SECTIONS: ReadonlySet<string> = new Set([
    'ai-features',
    'debug',
    'launch',
    'notebook',
    'outline',
    'problems',
    'scm',
    'search',
    'task',
    'tasks',
    'terminal',
    'testing'
]);

/** Leaves the preferences of what is out of sight out of the list of preferences. They keep their defaults, which services read. */
@injectable()
export class IdePreferences implements FrontendApplicationContribution {
    @inject(PreferenceSchemaService)
    protected readonly schema: PreferenceSchemaService;

    async onStart(): Promise<void> {
        await this.schema.ready;
        for (const [key, property] of this.schema.getSchemaProperties()) {
            if (SECTIONS.has(key.split('.', 1)[0])) {
                property.hidden = true;
            }
        }
    }
}
