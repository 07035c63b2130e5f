import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { Emitter, Event, ILogger } from '@theia/core';
import { StorageService } from '@theia/core/lib/browser/storage-service';

/** What a user says of a finding: known and no news, or wrong. */
export type FindingVerdict = 'known' | 'wrong';

const KEY = 'tmll.finding-verdicts';

/** What the user has said of findings; kept over restarts. */
@injectable()
export class FindingVerdicts {
    @inject(StorageService)
    protected readonly storage: StorageService;

    @inject(ILogger)
    protected readonly logger: ILogger;

    protected readonly onDidChangeEmitter = new Emitter<void>();
    readonly onDidChange: Event<void> = this.onDidChangeEmitter.event;

    protected verdicts = new Map<string, FindingVerdict>();

    @postConstruct()
    protected init(): void {
        this.read().catch(error => this.logger.warn('What was said of findings could not be read', error));
    }

    /** @param key of a finding, the same when it is found again */
    get(key: string): FindingVerdict | undefined {
        return this.verdicts.get(key);
    }

    /** Takes a verdict back with undefined. */
    async set(key: string, verdict: FindingVerdict | undefined): Promise<void> {
        if (verdict === undefined) {
            this.verdicts.delete(key);
        } else {
            this.verdicts.set(key, verdict);
        }
        this.onDidChangeEmitter.fire();
        await this.storage.setData(KEY, [...this.verdicts]);
    }

    protected async read(): Promise<void> {
        const stored = await this.storage.getData<[string, FindingVerdict][]>(KEY, []);
        this.verdicts = new Map([...stored, ...this.verdicts]);
        this.onDidChangeEmitter.fire();
    }
}
