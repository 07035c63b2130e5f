import { diskIo } from './disk-io/disk-io';
import { eventFields } from './event-fields/event-fields';
import { eventRate } from './event-rate';
import { eventsTable } from './events-table/events-table';
import { histogram } from './histogram';
import { kernelMemoryUsage } from './memory/kernel-memory-usage';
import { memoryUsage } from './memory/memory-usage';
import type { AnyOutput } from './output';
import { pairStatistics } from './paired-events/pair-statistics';
import { pairedEvents } from './paired-events/paired-events';
import { resourcesStatus } from './resources-status/resources-status';
import { cpuUsage } from './scheduling/cpu-usage';
import { cpuUsagePerCpu } from './scheduling/cpu-usage-per-cpu';
import { threadStatus } from './thread-status/thread-status';

/** All outputs that the server knows, in the order in which it lists them. */
export const outputs: readonly AnyOutput[] = [
    cpuUsage,
    cpuUsagePerCpu,
    diskIo,
    eventFields,
    eventRate,
    eventsTable,
    histogram,
    kernelMemoryUsage,
    memoryUsage,
    pairedEvents,
    pairStatistics,
    resourcesStatus,
    threadStatus
];
