import type { GenericXyOutput } from './kinds/generic-xy';
import type { TableOutput } from './kinds/table';
import type { TimeGraphOutput } from './kinds/time-graph';
import type { DataTreeOutput } from './kinds/tree';
import type { ScatterOutput, XyOutput } from './kinds/xy';

export * from './kinds/derived';
export * from './kinds/generic-xy';
export * from './kinds/output-base';
export * from './kinds/style';
export * from './kinds/table';
export * from './kinds/time-graph';
export * from './kinds/tree';
export * from './kinds/xy';

/** An output that has entries. */
export type TreeOutput = XyOutput | ScatterOutput | GenericXyOutput | TimeGraphOutput | DataTreeOutput;

/** Any output. */
export type AnyOutput = TreeOutput | TableOutput;
