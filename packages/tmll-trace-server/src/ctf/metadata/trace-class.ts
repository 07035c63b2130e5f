import { TraceInteger } from '../../trace/trace';
import { Clock } from './clock';
import { StructureClass } from './field-class';

/** All that the metadata of one trace says. */
export interface TraceClass {
    /** Lower-case hexadecimal digits with hyphens; packets of the trace name it. */
    readonly uuid: string | undefined;
    /** The same for all folders that hold parts of one trace; undefined when nothing tells. */
    readonly identity: string | undefined;
    readonly environment: Readonly<Record<string, string | TraceInteger>>;
    readonly clocks: readonly Clock[];
    readonly packetHeader: StructureClass | undefined;
    readonly streams: readonly StreamClass[];
}

/** A kind of data stream. */
export interface StreamClass {
    readonly id: bigint;
    /** The clock of its times; undefined when they have none. */
    readonly clock: Clock | undefined;
    readonly packetContext: StructureClass | undefined;
    readonly eventHeader: StructureClass | undefined;
    readonly eventContext: StructureClass | undefined;
    readonly events: readonly EventClass[];
}

/** A kind of event. */
export interface EventClass {
    readonly id: bigint;
    readonly name: string;
    readonly logLevel: number | undefined;
    readonly context: StructureClass | undefined;
    readonly payload: StructureClass | undefined;
}
