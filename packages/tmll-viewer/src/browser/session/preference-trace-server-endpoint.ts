import { Emitter, Event } from '@theia/core/lib/common/event';
import { PreferenceService } from '@theia/core/lib/common/preferences';
import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { SampleTrace, SampleTraces, TraceServerEndpoint } from './trace-server-endpoint';
import { DEFAULT_SERVER_URL, SERVER_URL_PREFERENCE } from './trace-viewer-preferences';

/** The trace server that the user's preferences name. */
@injectable()
export class PreferenceTraceServerEndpoint implements TraceServerEndpoint {
    @inject(PreferenceService)
    protected readonly preferences: PreferenceService;

    protected readonly changeEmitter = new Emitter<void>();

    @postConstruct()
    protected init(): void {
        this.preferences.onPreferenceChanged(
            ({ preferenceName }) => preferenceName === SERVER_URL_PREFERENCE && this.changeEmitter.fire()
        );
    }

    get onDidChange(): Event<void> {
        return this.changeEmitter.event;
    }

    async url(): Promise<string> {
        await this.preferences.ready;
        return this.preferences.get<string>(SERVER_URL_PREFERENCE, DEFAULT_SERVER_URL);
    }
}

/** The viewer itself comes without samples. */
@injectable()
export class NoSampleTraces implements SampleTraces {
    async list(): Promise<readonly SampleTrace[]> {
        return [];
    }
}
