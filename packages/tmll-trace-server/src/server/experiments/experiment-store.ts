import { nameUuid } from '../name-uuid';
import type { OpenTrace } from '../traces/trace-store';
import { TspError } from '../tsp-error';
import { Experiment } from './experiment';
import { IndexedTrace } from './indexed-trace';
import type { TraceRecorder } from '../recording/recorder';

/** The experiments that clients have made, by UUID. Experiments that share a trace share what was read of it. */
export class ExperimentStore {
    private readonly experiments = new Map<string, Experiment>();

    /** @param recorder who reads traces; default: this thread */
    constructor(private readonly recorder?: TraceRecorder) {}

    /** All experiments, in the order in which they were made. */
    all(): Experiment[] {
        return [...this.experiments.values()];
    }

    /** @throws TspError 404 when there is none of this UUID */
    get(uuid: string): Experiment {
        const experiment = this.experiments.get(uuid);
        if (!experiment) {
            throw new TspError(404, `No experiment found with uuid ${uuid}`);
        }
        return experiment;
    }

    /**
     * Makes an experiment and begins to read its traces; the same name and traces give the same experiment again, read anew when
     * a trace of it was opened anew.
     *
     * @throws TspError 409 when there is an experiment of this name with other traces
     */
    create(name: string, traces: readonly OpenTrace[]): Experiment {
        const uuid = nameUuid(name);
        const known = this.experiments.get(uuid);
        if (known) {
            const isSame = known.traces.length === traces.length && traces.every(trace => known.uses(trace));
            if (isSame && known.traces.every(({ opened }) => traces.includes(opened))) {
                return known;
            }
            if (isSame) {
                this.delete(known);
                return this.create(name, traces);
            }
            throw new TspError(
                409,
                `There is already an experiment "${name}" with other traces.`,
                'Choose another name, or delete that experiment.',
                { experiment: known.toJson() }
            );
        }
        const indexed = traces.map(trace => this.indexOf(trace) ?? new IndexedTrace(trace, this.recorder));
        const experiment = new Experiment(uuid, name, indexed);
        this.experiments.set(uuid, experiment);
        return experiment;
    }

    /** Whether an experiment uses a trace. */
    uses(trace: OpenTrace): boolean {
        return this.all().some(experiment => experiment.uses(trace));
    }

    /** Forgets an experiment, and stops reading the traces that no other one uses. */
    delete(experiment: Experiment): void {
        this.experiments.delete(experiment.uuid);
        experiment.derived.close();
        for (const trace of experiment.traces) {
            if (!this.uses(trace.opened)) {
                trace.stop();
            }
        }
    }

    private indexOf(trace: OpenTrace): IndexedTrace | undefined {
        return this.all()
            .flatMap(({ traces }) => traces)
            .find(({ opened }) => opened === trace);
    }
}
