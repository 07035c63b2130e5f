import { ExperimentDescription } from '../results/describe-experiment';

/** A description this old is asked for anew, behind the back of who asks. */
const FRESH_MS = 3000;
/** So many experiments are remembered. */
const MAX_KNOWN = 200;

interface Known {
    readonly description: ExperimentDescription;
    readonly since: number;
}

/**
 * What is known of experiments, at hand with every request of a viewer: looking at the files of a trace each time would slow
 * all of them down. A changed trace is noticed a few seconds late.
 */
export class ExperimentCache {
    private readonly known = new Map<string, Known>();
    private readonly asking = new Map<string, Promise<ExperimentDescription>>();

    constructor(private readonly describe: (experimentId: string) => Promise<ExperimentDescription>) {}

    /** @throws TspError when the trace server does not know it or does not answer, and never did */
    async get(experimentId: string): Promise<ExperimentDescription> {
        const known = this.known.get(experimentId);
        if (known === undefined) {
            return this.ask(experimentId);
        }
        if (Date.now() - known.since > FRESH_MS) {
            // It may be closed, or the server away: what asks next is told.
            this.ask(experimentId).catch(() => this.known.delete(experimentId));
        }
        return known.description;
    }

    /** To be called when an experiment is opened or closed. */
    forget(): void {
        this.known.clear();
    }

    private ask(experimentId: string): Promise<ExperimentDescription> {
        const asking =
            this.asking.get(experimentId) ??
            this.describe(experimentId).finally(() => this.asking.delete(experimentId));
        this.asking.set(experimentId, asking);
        return asking.then(description => {
            this.known.delete(experimentId);
            this.known.set(experimentId, { description, since: Date.now() });
            for (const oldest of [...this.known.keys()].slice(0, Math.max(0, this.known.size - MAX_KNOWN))) {
                this.known.delete(oldest);
            }
            return description;
        });
    }
}
