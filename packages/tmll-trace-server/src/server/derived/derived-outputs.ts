import type { DerivedOutput, Output } from '../../outputs/output';
import type { TraceRecording } from '../../outputs/recording/trace-recording';
import type { JsonValue } from '../json/write-json';
import { nameUuid } from '../name-uuid';
import { TspError } from '../tsp-error';

/** More of them would only be made by a mistake. */
const MAX_OUTPUTS = 200;

/** What a client asks for, as TSP's `OutputConfigurationQuery` has it. */
export interface DerivedRequest {
    readonly name: string;
    readonly description: string;
    /** The kind of configuration; undefined: the only one there is. */
    readonly sourceTypeId?: string;
    readonly parameters: Readonly<Record<string, JsonValue>>;
}

interface Derived {
    readonly parent: Output;
    readonly output: DerivedOutput;
    readonly configuration: JsonValue;
    readonly stopper: AbortController;
}

/** The outputs that clients have made of others, for one experiment. They last as long as it does. */
export class DerivedOutputs {
    private readonly derived = new Map<string, Derived>();

    /** @param recordings settled when all traces of the experiment are read */
    constructor(private readonly recordings: () => Promise<readonly TraceRecording[]>) {}

    get all(): DerivedOutput[] {
        return [...this.derived.values()].map(({ output }) => output);
    }

    /**
     * Makes an output; equal requests give the same one.
     *
     * @throws TspError 405 when nothing can be made of the output, 400 for wrong parameters
     */
    create(parent: Output, { name, description, sourceTypeId, parameters }: DerivedRequest): JsonValue {
        const { configuration: type, descriptor } = parent;
        if (!type) {
            throw new TspError(405, `Nothing can be made of the output ${descriptor.name}.`);
        }
        if (sourceTypeId !== undefined && sourceTypeId !== type.id) {
            throw new TspError(400, `There is no kind of configuration ${sourceTypeId}.`, `Use ${type.id}.`);
        }
        const uuid = nameUuid(JSON.stringify([descriptor.id, name, parameters]));
        const id = `${descriptor.id}+${uuid}`;
        if (!this.derived.has(id)) {
            if (this.derived.size >= MAX_OUTPUTS) {
                throw new TspError(
                    400,
                    `An experiment may have ${MAX_OUTPUTS} outputs made of others.`,
                    'Delete some.'
                );
            }
            const { type: outputType } = descriptor;
            const own = { id, name: `${descriptor.name} (${name})`, description, type: outputType };
            const output = attempt(() => type.derive(own, parameters));
            const configuration = { id: uuid, name, description, sourceTypeId: type.id, parameters };
            const stopper = new AbortController();
            this.derived.set(id, { parent, output, configuration, stopper });
            void this.recordings().then(recordings => output.computation.find(recordings, stopper.signal));
        }
        return this.toJson(id);
    }

    /** Forgets an output. @throws TspError 404 when there is none of this id that was made of the parent */
    delete(parent: Output, id: string): JsonValue {
        const derived = this.derived.get(id);
        if (derived?.parent !== parent) {
            throw new TspError(404, "Data provider doesn't exist");
        }
        const json = this.toJson(id);
        derived.stopper.abort();
        this.derived.delete(id);
        return json;
    }

    /** Stops all that is computed. */
    close(): void {
        this.derived.forEach(({ stopper }) => stopper.abort());
    }

    /** What the list of outputs says of an output more than of others; undefined when it was not made of one. */
    toJson(id: string): JsonValue | undefined {
        const derived = this.derived.get(id);
        return (
            derived && {
                parentId: derived.parent.descriptor.id,
                ...derived.output.descriptor,
                configuration: derived.configuration,
                capabilities: { canCreate: false, canDelete: true }
            }
        );
    }
}

function attempt<T>(work: () => T): T {
    try {
        return work();
    } catch (error) {
        throw new TspError(400, error instanceof Error ? error.message : String(error));
    }
}
