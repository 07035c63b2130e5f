import { wait } from 'tmll-tsp';
import { analyzeLeaks } from '../memory/analyze-leaks';
import { HeapAccounting } from '../memory/accounting/heap-accounting';
import { AllocationReader } from '../memory/events/allocation-reader';
import { AllocationEvents, KERNEL_EVENTS, LIBC_EVENTS } from '../memory/events/event-columns';
import { leakFindings } from '../memory/findings';
import { LeakData } from '../memory/leak-result';
import { LEAK_SCHEMA, LeakParameters } from '../memory/leak-schema';
import { CallSite, callSites } from '../memory/sites/call-site';
import { functionNames } from '../memory/symbols/function-names';
import { AnalysisResult, Provenance } from '../series/analysis';
import { parseDuration } from '../series/duration';
import { ParameterError } from '../series/parameter-error';
import { TimeRange } from '../series/time-series';
import { FetchedEvents } from '../trace/experiment';
import { niceStep } from '../trace/nice-step';
import { AnalysisContext, AnalysisModule } from './analysis-module';
import { reproducingCommand } from './reproducing-command';
import { within } from './series-input';
import { validateParameters } from './validate-parameters';

/** Finds memory that is never given back, and where in the program it is asked for. */
export const memoryLeaksModule: AnalysisModule<LeakData> = {
    id: 'leaks',
    name: LEAK_SCHEMA.title,
    description: LEAK_SCHEMA.description,
    version: 1,
    schema: LEAK_SCHEMA,
    looksAt: 'trace',
    run: findLeaks
};

/** More windows than these would only be many. */
const MOST_WINDOWS = 10_000n;
/** Share of the progress that reading events is. */
const READING = 0.95;

async function findLeaks(context: AnalysisContext): Promise<AnalysisResult<LeakData>> {
    const started = performance.now();
    const { experiment, request, progress, signal } = context;
    const parameters = validateParameters<LeakParameters>(LEAK_SCHEMA, request.parameters);
    const range = within(experiment, request.range);
    const stepNs = stepOf(range, parameters.windowSize);
    const events = parameters.heap === 'kernel' ? KERNEL_EVENTS : LIBC_EVENTS;
    const reading = new Reading(range, stepNs, fraction =>
        progress({ fraction: fraction * READING, message: 'following allocations' })
    );
    const fetched = await experiment.fetchEvents({ ...events, range }, reading, { signal });
    const { accounting, origin } = reading;
    progress({ fraction: READING, message: 'looking at call sites' });
    // Lets a wish to cancel come through.
    await wait(0, signal);
    const summary = accounting.finish();
    const sites = callSites(summary);
    const { names, warnings } = await functionNames(liveModules(sites), parameters.symbols, context.symbols);
    const data = analyzeLeaks({
        summary,
        sites,
        origin,
        facts: fetched,
        parameters,
        functionOf: site => site.place && names(site.place.module, site.codeAddress)
    });
    const missing = summary.calls === 0 ? [noEvents(experiment.name, parameters.heap, events)] : [];
    const reasons = [...missing, ...warnings, ...warningsOf(fetched)];
    return {
        provenance: provenanceOf(context, parameters, range, stepNs, summary.calls, reasons, started),
        findings: leakFindings(data),
        data
    };
}

/** Accounts for events while they come. */
class Reading {
    accounting: HeapAccounting;
    origin: bigint;
    private reader = new AllocationReader([]);

    constructor(
        private readonly range: TimeRange,
        private readonly stepNs: bigint,
        private readonly tell: (fraction: number) => void
    ) {
        this.origin = range.startNs;
        this.accounting = this.accountingFrom(this.origin);
    }

    begin({ origin, types }: { readonly origin: bigint; readonly types: readonly string[] }): void {
        this.origin = origin;
        this.reader = new AllocationReader(types);
        this.accounting = this.accountingFrom(origin);
    }

    batch(events: Parameters<AllocationReader['read']>[0]): void {
        this.accounting.add(this.reader.read(events));
        if (events.rows > 0) {
            const elapsed = events.times[events.rows - 1] - Number(this.range.startNs - this.origin);
            this.tell(Math.max(0, Math.min(elapsed / Math.max(Number(this.range.endNs - this.range.startNs), 1), 1)));
        }
    }

    private accountingFrom(origin: bigint): HeapAccounting {
        const start = Number(this.range.startNs - origin);
        const end = Number(this.range.endNs - origin);
        return new HeapAccounting({ start, end, step: Number(this.stepNs) });
    }
}

function stepOf(range: TimeRange, windowSize: string): bigint {
    if (windowSize === '') {
        return niceStep(range);
    }
    const stepNs = parseDuration(windowSize);
    const length = range.endNs - range.startNs;
    if (stepNs <= 0n || length / stepNs > MOST_WINDOWS) {
        const least = (length + MOST_WINDOWS - 1n) / MOST_WINDOWS;
        throw new ParameterError(
            `"windowSize" is ${windowSize}; the range takes windows of at least ${least} ns, 10,000 of them.`
        );
    }
    return stepNs;
}

function liveModules(sites: readonly CallSite[]): NonNullable<CallSite['place']>['module'][] {
    const places = sites.filter(({ liveBlocks }) => liveBlocks > 0).flatMap(({ place }) => place ?? []);
    return [...new Set(places.map(({ module }) => module))];
}

function noEvents(name: string, heap: LeakParameters['heap'], { types }: AllocationEvents): string {
    return heap === 'kernel'
        ? `${name} has no events of the kernel's memory (${types[0]} and others); record them, or look at heap "process".`
        : `${name} has no calls of malloc or free; record the program with liblttng-ust-libc-wrapper.so and the events lttng_ust_libc:*.`;
}

function warningsOf({ lost = 0, cut }: FetchedEvents): string[] {
    return [
        ...(lost > 0
            ? [
                  `The tracer lost ${lost.toLocaleString('en-US')} events: blocks may seem to be live whose free was lost.`
              ]
            : []),
        ...(cut === undefined ? [] : [`The end of the trace could not be read: ${cut}`])
    ];
}

function provenanceOf(
    { experiment, request }: AnalysisContext,
    parameters: LeakParameters,
    range: TimeRange,
    stepNs: bigint,
    points: number,
    warnings: readonly string[],
    started: number
): Provenance {
    const filled = { ...parameters };
    const { id, version: moduleVersion } = memoryLeaksModule;
    return {
        module: id,
        moduleVersion,
        experimentId: experiment.uuid,
        experimentName: experiment.name,
        parameters: filled,
        range,
        series: [],
        points,
        resamplingNs: stepNs,
        method: 'pointer lifecycle',
        methodReason: 'Every block is followed from its allocation to its release.',
        warnings,
        durationMs: performance.now() - started,
        command: reproducingCommand({ module: memoryLeaksModule, experiment, request, parameters: filled, stepNs })
    };
}
