import { functionOutputs, traceEventOutputs } from './call-stack/call-stack-outputs';
import { counters } from './counters/counters';
import { diskIo } from './disk-io/disk-io';
import { eventFields } from './event-fields/event-fields';
import { eventRate } from './event-rate/event-rate';
import { eventStatistics } from './event-statistics';
import { eventsTable } from './events-table/events-table';
import { futexContention } from './futex/futex-contention';
import { eventDensity, histogram } from './histogram';
import { interruptLatency } from './interrupts/interrupt-latency';
import { kernelMemoryUsage } from './memory/kernel-memory-usage';
import { memoryUsage } from './memory/memory-usage';
import { unfreedMemoryOutputs } from './memory/unfreed-memory';
import type { AnyOutput } from './output';
import { pairStatistics } from './paired-events/pair-statistics';
import { pairedEvents } from './paired-events/paired-events';
import { resourcesStatus } from './resources-status/resources-status';
import { cpuUsage } from './scheduling/cpu-usage';
import { cpuUsagePerCpu } from './scheduling/cpu-usage-per-cpu';
import { segmentOutputs } from './segments/segment-outputs';
import { systemCallLatency } from './system-calls/system-call-latency';
import { threadStatus } from './thread-status/thread-status';
import { wakeUpLatency, wakeUpPriorities } from './wake-up-latency/wake-up-latency';

/** All outputs that the server knows, in the order in which it lists them: by name, as Trace Compass does. */
export const outputs: readonly AnyOutput[] = inOrder([
    counters,
    cpuUsage,
    cpuUsagePerCpu,
    diskIo,
    eventDensity,
    eventFields,
    eventRate,
    eventsTable,
    ...functionOutputs,
    ...segmentOutputs(futexContention),
    histogram,
    ...segmentOutputs(interruptLatency),
    kernelMemoryUsage,
    memoryUsage,
    ...unfreedMemoryOutputs,
    pairedEvents,
    pairStatistics,
    resourcesStatus,
    ...segmentOutputs(wakeUpLatency),
    ...wakeUpPriorities,
    eventStatistics,
    ...segmentOutputs(systemCallLatency),
    threadStatus,
    ...traceEventOutputs
]);

function inOrder(all: readonly AnyOutput[]): AnyOutput[] {
    return [...all].sort((a, b) => (a.descriptor.name < b.descriptor.name ? -1 : 1));
}
