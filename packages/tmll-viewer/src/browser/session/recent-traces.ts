import { StorageService } from '@theia/core/lib/browser/storage-service';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { experimentName } from 'tmll-tsp';

/** Traces that were opened before, together as one experiment. */
export interface RecentTrace {
    readonly name: string;
    readonly paths: readonly string[];
}

const STORAGE_KEY = 'traceViewer.recent';
const MOST_RECENT = 12;

/** The traces that were opened last, kept in the browser's storage. */
@injectable()
export class RecentTraces {
    @inject(StorageService)
    protected readonly storage: StorageService;

    protected readonly changeEmitter = new Emitter<void>();
    protected traces: readonly RecentTrace[] = [];
    protected loaded: Promise<void>;

    @postConstruct()
    protected init(): void {
        this.loaded = this.load();
    }

    /** The last one first; empty until it has been read from the storage. */
    get list(): readonly RecentTrace[] {
        return this.traces;
    }

    get onDidChange(): Event<void> {
        return this.changeEmitter.event;
    }

    /** Puts traces first. */
    async add(paths: readonly string[]): Promise<void> {
        await this.loaded;
        const others = this.traces.filter(trace => !samePaths(trace.paths, paths));
        await this.store([{ name: experimentName(paths), paths }, ...others].slice(0, MOST_RECENT));
    }

    async remove(paths: readonly string[]): Promise<void> {
        await this.loaded;
        await this.store(this.traces.filter(trace => !samePaths(trace.paths, paths)));
    }

    protected async load(): Promise<void> {
        const stored = await this.storage.getData<RecentTrace[]>(STORAGE_KEY, []);
        this.traces = stored.filter(trace => Array.isArray(trace?.paths) && trace.paths.length > 0);
        this.changeEmitter.fire();
    }

    protected async store(traces: readonly RecentTrace[]): Promise<void> {
        this.traces = traces;
        this.changeEmitter.fire();
        await this.storage.setData(STORAGE_KEY, traces);
    }
}

function samePaths(one: readonly string[], other: readonly string[]): boolean {
    return one.length === other.length && one.every((path, index) => path === other[index]);
}
