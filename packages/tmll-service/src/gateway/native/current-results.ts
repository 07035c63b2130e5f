import { AnalysisResult, Finding, seriesId } from 'tmll-analysis/algorithms';
import { LoadedResults } from '../../results/loaded-results';
import { ResultHeader } from '../../results/result-file';
import { ResultStore } from '../../results/result-store';
import { messageOf } from '../../service/errors';
import { Log } from '../../service/log';
import { ExperimentCache } from '../experiment-cache';
import { ChartOverlay } from '../modules/module-outputs';
import { outputsOf } from '../modules/registry';
import { overlayIds } from './overlay-ids';

/** What an experiment's results draw over the trace server's own charts. */
export interface CurrentResults {
    /** By the id of the output that they are drawn on. */
    readonly overlays: ReadonlyMap<string, readonly NativeOverlay[]>;
    /** The worst first. */
    readonly findings: readonly ModuleFinding[];
}

export interface NativeOverlay extends ChartOverlay {
    /** Id of its entry: far from those of any trace server, and the same in each run. */
    readonly entryId: number;
}

export interface ModuleFinding {
    readonly module: string;
    readonly resultId: string;
    readonly finding: Finding;
}

/** Older results than so many are not looked at. */
const MAX_RESULTS = 40;
/** So many experiments are remembered. */
const MAX_KNOWN = 20;

/**
 * What the results of an experiment say now: of several results of one analysis on one series the newest counts, so that trying
 * several methods does not draw one thing over the other.
 */
export class CurrentResultsOf {
    /** By the ids of the results that they were made of. */
    private readonly known = new Map<string, Promise<CurrentResults>>();

    constructor(
        private readonly experiments: ExperimentCache,
        private readonly store: ResultStore,
        private readonly loaded: LoadedResults,
        private readonly log: Log
    ) {}

    /** @throws TspError when the trace server does not know the experiment */
    async get(experimentId: string): Promise<CurrentResults> {
        const { fingerprint } = await this.experiments.get(experimentId);
        const headers = (await this.store.list(fingerprint)).slice(0, MAX_RESULTS);
        const key = headers.map(({ id, createdAt }) => id + createdAt).join();
        const current = this.known.get(key) ?? this.combine(headers);
        this.known.delete(key);
        this.known.set(key, current);
        current.catch(() => this.known.delete(key));
        for (const oldest of [...this.known.keys()].slice(0, Math.max(0, this.known.size - MAX_KNOWN))) {
            this.known.delete(oldest);
        }
        return current;
    }

    /** None of a result that an older version stored without what is drawn now. */
    private overlaysOf(module: string, result: AnalysisResult): readonly ChartOverlay[] {
        try {
            return outputsOf(module).overlays?.(result) ?? [];
        } catch (error) {
            this.log(`A result of ${module} cannot be drawn on charts: ${messageOf(error)}.`);
            return [];
        }
    }

    private async combine(headers: readonly ResultHeader[]): Promise<CurrentResults> {
        const seen = new Map<string, Set<string>>();
        const overlays: { readonly module: string; readonly overlay: ChartOverlay }[] = [];
        const findings: ModuleFinding[] = [];
        for (const { id, module } of headers) {
            const result = await this.loaded.get(id);
            if (result) {
                const known = seen.get(module) ?? new Set();
                seen.set(module, known);
                const isNew = (path: readonly string[] | undefined): boolean =>
                    path === undefined ? known.size === 0 : !known.has(seriesId(path));
                const drawn = this.overlaysOf(module, result);
                overlays.push(...drawn.filter(({ on }) => isNew(on.path)).map(overlay => ({ module, overlay })));
                findings.push(
                    ...result.findings
                        .filter(({ series }) => isNew(series?.path))
                        .map(finding => ({ module, resultId: id, finding }))
                );
                markSeen(known, result);
            }
        }
        return {
            overlays: byOutput(overlays),
            findings: findings.sort((a, b) => b.finding.severity - a.finding.severity)
        };
    }
}

function markSeen(known: Set<string>, { provenance, findings }: AnalysisResult): void {
    provenance.series.forEach(id => known.add(id));
    findings.forEach(({ series }) => series && known.add(seriesId(series.path)));
    // A result without series still replaces older ones as to the trace as a whole.
    known.add('');
}

function byOutput(
    overlays: readonly { readonly module: string; readonly overlay: ChartOverlay }[]
): Map<string, NativeOverlay[]> {
    const ids = overlayIds(overlays.map(({ module, overlay: { key, on } }) => [module, key, on.outputId, ...on.path]));
    const map = new Map<string, NativeOverlay[]>();
    overlays.forEach(({ overlay }, index) => {
        const own = map.get(overlay.on.outputId) ?? [];
        own.push({ ...overlay, entryId: ids[index], sample: (at, top) => overlay.sample(at, top) });
        map.set(overlay.on.outputId, own);
    });
    return map;
}
