import { inject, injectable } from '@theia/core/shared/inversify';
import { BackendApplicationContribution } from '@theia/core/lib/node';
import { ServiceConnection } from './service-connection';
import { ServiceLauncher } from './service-launcher';
import { TraceServerChoice } from './trace-server-choice';

/** The service lives as long as the backend does. */
@injectable()
export class ServiceLifecycle implements BackendApplicationContribution {
    @inject(ServiceLauncher)
    protected readonly launcher: ServiceLauncher;

    /** Must exist before the service starts, to hear of it. */
    @inject(ServiceConnection)
    protected readonly connection: ServiceConnection;

    @inject(TraceServerChoice)
    protected readonly choice: TraceServerChoice;

    async onStart(): Promise<void> {
        await this.choice.whenKnown();
        this.launcher.start();
    }

    onStop(): Promise<void> {
        return this.launcher.stop();
    }
}
