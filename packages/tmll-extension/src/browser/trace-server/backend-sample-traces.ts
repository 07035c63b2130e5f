import { inject, injectable } from '@theia/core/shared/inversify';
import { SampleTrace, SampleTraces } from 'tmll-viewer';
import { TmllServer } from '../../common/tmll-server';

/** The sample traces that lie beside the application. */
@injectable()
export class BackendSampleTraces implements SampleTraces {
    @inject(TmllServer)
    protected readonly server: TmllServer;

    list(): Promise<readonly SampleTrace[]> {
        return this.server.sampleTraces();
    }
}
