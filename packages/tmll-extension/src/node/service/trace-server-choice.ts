import { inject, injectable, named } from '@theia/core/shared/inversify';
import { Event, ILogger } from '@theia/core';
import { PreferenceService } from '@theia/core/lib/common/preferences';
import { readTraceServerSettings, TraceServerSettings } from 'tmll-service/protocol';
import { TRACE_SERVER_PREFERENCES, TRACE_SERVER_SECTION } from '../../common/trace-server-preferences';

/** Which trace server the user wants. The backend knows the user's settings only, never those of a workspace. */
@injectable()
export class TraceServerChoice {
    @inject(PreferenceService)
    protected readonly preferences: PreferenceService;

    @inject(ILogger)
    @named('tmll:service')
    protected readonly logger: ILogger;

    /** Some of the settings have changed. */
    get onDidChange(): Event<unknown> {
        return Event.filter(this.preferences.onPreferencesChanged, changes =>
            TRACE_SERVER_PREFERENCES.some(name => name in changes)
        );
    }

    /** @throws Error with one sentence when a setting has a value that it cannot have */
    get settings(): TraceServerSettings {
        return readTraceServerSettings(name => this.preferences.get(`${TRACE_SERVER_SECTION}.${name}`));
    }

    /** Resolves once the settings are read, or cannot be: then the defaults count. */
    async whenKnown(): Promise<void> {
        try {
            await this.preferences.ready;
        } catch (error) {
            this.logger.error('The preferences cannot be read; the embedded trace server is used', error);
        }
    }
}
