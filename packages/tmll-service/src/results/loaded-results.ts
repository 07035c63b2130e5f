import { AnalysisResult, fromWire, Wire } from 'tmll-analysis/algorithms';
import { ResultStore } from './result-store';

/** A result in memory takes a few times what it does on disk. */
const DEFAULT_LIMIT_BYTES = 32 * 1024 * 1024;

interface Loaded {
    readonly bytes: number;
    readonly result: AnalysisResult;
}

/** Stored results as objects: those that were asked for last, up to a limit, so that a chart can ask for them with every step. */
export class LoadedResults {
    /** The one not asked for longest first. */
    private readonly loaded = new Map<string, Loaded>();
    private readonly loading = new Map<string, Promise<Loaded | undefined>>();

    constructor(
        private readonly store: ResultStore,
        private readonly limitBytes: number = DEFAULT_LIMIT_BYTES
    ) {}

    /** The result with this id, undefined when there is none. The same object as long as it is kept. */
    async get(id: string): Promise<AnalysisResult | undefined> {
        const known = this.loaded.get(id) ?? (await this.load(id));
        if (known) {
            this.loaded.delete(id);
            this.loaded.set(id, known);
            this.prune();
        }
        return known?.result;
    }

    private load(id: string): Promise<Loaded | undefined> {
        const loading = this.loading.get(id) ?? this.read(id).finally(() => this.loading.delete(id));
        this.loading.set(id, loading);
        return loading;
    }

    private async read(id: string): Promise<Loaded | undefined> {
        const json = await this.store.read(id);
        const wire = json && (JSON.parse(json.toString()) as Wire<AnalysisResult>);
        return wire && { bytes: json.length, result: fromWire<AnalysisResult>(wire) };
    }

    private prune(): void {
        let bytes = 0;
        for (const [id, entry] of [...this.loaded].reverse()) {
            bytes += entry.bytes;
            if (bytes > this.limitBytes && id !== [...this.loaded.keys()].at(-1)) {
                this.loaded.delete(id);
            }
        }
    }
}
