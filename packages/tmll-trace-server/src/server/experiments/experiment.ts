import type { AnyOutput } from '../../outputs/output';
import type { TraceRecording } from '../../outputs/recording/trace-recording';
import { outputs } from '../../outputs/registry';
import type { JsonValue } from '../json/write-json';
import { cannotRun } from '../tsp-error';
import { traceJson } from '../traces/trace-json';
import type { OpenTrace } from '../traces/trace-store';
import { DerivedOutputs } from '../derived/derived-outputs';
import { EntryIds } from './entry-ids';
import type { IndexedTrace } from './indexed-trace';

const CONFIGURABLE = { canCreate: true, canDelete: false };

/** Traces looked at together. Their outputs are those that at least one of them has. */
export class Experiment {
    readonly entryIds = new EntryIds();
    /** Outputs that clients have made of others. */
    readonly derived: DerivedOutputs;

    constructor(
        readonly uuid: string,
        readonly name: string,
        readonly traces: readonly IndexedTrace[]
    ) {
        this.derived = new DerivedOutputs(async () => {
            await Promise.all(traces.map(({ finished }) => finished));
            return traces.map(({ recording }) => recording);
        });
    }

    /** Whether a trace is still being read. */
    get isRunning(): boolean {
        return this.traces.some(trace => trace.isRunning);
    }

    /** Why a trace could not be read; undefined when all could. */
    get failed(): string | undefined {
        return this.traces.find(trace => trace.failed)?.failed;
    }

    /** The outputs in the order of the registry, each once, and then those that were made of them. */
    get outputs(): readonly AnyOutput[] {
        const found = this.traces.flatMap(trace => trace.outputs);
        return [...outputs.filter(output => found.includes(output)), ...this.derived.all];
    }

    /** What the list of outputs says of one. */
    descriptorOf({ descriptor, configuration }: AnyOutput): JsonValue {
        const derived = this.derived.toJson(descriptor.id);
        return derived ?? (configuration ? { ...descriptor, capabilities: CONFIGURABLE } : { ...descriptor });
    }

    /** Whether it uses a trace. */
    uses({ uuid }: OpenTrace): boolean {
        return this.traces.some(({ opened }) => opened.uuid === uuid);
    }

    /** What was recorded of its traces that have an output. */
    recordingsWith(output: AnyOutput): TraceRecording[] {
        const isDerived = this.derived.all.some(derived => derived === output);
        return this.traces
            .filter(trace => isDerived || trace.outputs.includes(output))
            .map(({ recording }) => recording);
    }

    /** The output of an id, of one of some kinds. @throws TspError 405 when it has none */
    output<K extends AnyOutput['kind']>(kinds: readonly K[], id: string): Extract<AnyOutput, { kind: K }> {
        const output = this.outputs.find(({ descriptor }) => descriptor.id === id);
        if (!output || !kinds.some(kind => kind === output.kind)) {
            throw cannotRun();
        }
        return output as Extract<AnyOutput, { kind: K }>;
    }

    /** The experiment as TSP shows it. */
    toJson(): JsonValue {
        const states = this.traces.map(trace => trace.state);
        const starts = states.map(({ start }) => start);
        const ends = states.map(({ end }) => end);
        return {
            name: this.name,
            UUID: this.uuid,
            nbEvents: states.reduce((sum, { nbEvents }) => sum + nbEvents, 0),
            start: starts.reduce((a, b) => (b < a ? b : a)),
            end: ends.reduce((a, b) => (b > a ? b : a)),
            indexingStatus: this.isRunning ? 'RUNNING' : 'COMPLETED',
            traces: this.traces.map((trace, index) => traceJson(trace.opened, states[index]))
        };
    }
}
