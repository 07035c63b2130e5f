import { inject, injectable } from '@theia/core/shared/inversify';
import { StorageService } from '@theia/core/lib/browser/storage-service';

/** Remembers over a reload of the page which results of a trace are shown. */
@injectable()
export class ShownResults {
    @inject(StorageService)
    protected readonly storage: StorageService;

    /** Ids of the shown results, undefined when nothing was ever shown or hidden. */
    load(experimentId: string): Promise<readonly string[] | undefined> {
        return this.storage.getData<readonly string[]>(key(experimentId));
    }

    save(experimentId: string, resultIds: readonly string[]): Promise<void> {
        return this.storage.setData(key(experimentId), resultIds);
    }
}

function key(experimentId: string): string {
    return `tmll.shown-results.${experimentId}`;
}
