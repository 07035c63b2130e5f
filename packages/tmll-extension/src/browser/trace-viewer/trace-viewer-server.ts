import { Disposable } from '@theia/core';
import { FrontendApplicationContribution } from '@theia/core/lib/browser';
import { PreferenceSchemaService } from '@theia/core/lib/common/preferences';
import { inject, injectable } from '@theia/core/shared/inversify';
import { ServiceMonitor } from '../service/service-monitor';

/** Where the Trace Viewer (eclipse-cdt.vscode-trace-extension) looks for its trace server. */
const SERVER_URL = 'trace-compass.traceserver.url';

/**
 * Points the Trace Viewer, where it is installed, to the running service, as the default of its own preference: nothing is
 * written into the user's settings, and an address that the user has set counts more. A service that is started again listens
 * on another port: the default follows, and the Trace Viewer with it.
 */
@injectable()
export class TraceViewerServer implements FrontendApplicationContribution {
    @inject(PreferenceSchemaService)
    protected readonly schema: PreferenceSchemaService;

    @inject(ServiceMonitor)
    protected readonly monitor: ServiceMonitor;

    protected url: string | undefined;
    protected default: Disposable = Disposable.NULL;

    onStart(): void {
        this.monitor.onDidChange(() => this.update());
        this.schema.onDidChangeSchema(() => this.update());
        this.update();
    }

    protected update(): void {
        const { url } = this.monitor.state;
        // While the service starts again the last address stays: the standard one might be another's server.
        if (url !== undefined && url !== this.url && this.schema.getSchemaProperty(SERVER_URL)) {
            this.url = url;
            const previous = this.default;
            this.default = this.schema.registerOverride(SERVER_URL, undefined, url);
            previous.dispose();
        }
    }
}
