import { Emitter, Event } from '@theia/core/lib/common/event';
import { PreferenceScope, PreferenceService } from '@theia/core/lib/common/preferences';
import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { TIME_FORMAT_PREFERENCE } from '../session/trace-viewer-preferences';
import { TIME_FORMATS, TimeFormat } from './time-display';

/** In what the user wants times to be written, in all trace tabs. */
@injectable()
export class TimeFormatSetting {
    @inject(PreferenceService)
    protected readonly preferences: PreferenceService;

    protected readonly changeEmitter = new Emitter<void>();

    @postConstruct()
    protected init(): void {
        this.preferences.onPreferenceChanged(
            ({ preferenceName }) => preferenceName === TIME_FORMAT_PREFERENCE && this.changeEmitter.fire()
        );
        void this.preferences.ready.then(() => this.changeEmitter.fire());
    }

    get onDidChange(): Event<void> {
        return this.changeEmitter.event;
    }

    get current(): TimeFormat {
        const format = this.preferences.get<string>(TIME_FORMAT_PREFERENCE);
        return TIME_FORMATS.find(known => known === format) ?? 'relative';
    }

    async set(format: TimeFormat): Promise<void> {
        await this.preferences.set(TIME_FORMAT_PREFERENCE, format, PreferenceScope.User);
    }
}
