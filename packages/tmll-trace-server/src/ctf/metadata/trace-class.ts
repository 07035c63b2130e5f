import { TraceInteger } from '../../trace/trace';
import { Clock } from './clock';
import { ByteOrder, StructureClass } from './field-class';

/** All that the metadata of one trace says. */
export interface TraceClass {
    readonly byteOrder: ByteOrder;
    /** Lower-case hexadecimal digits with hyphens. */
    readonly uuid: string | undefined;
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
