import { wait } from 'tmll-tsp';
import { BinRange, changeOf } from '../correlation/window/change';
import { onsetOf } from '../correlation/window/onset';
import { Candidate, Cause, RankedChange, rankCauses } from '../correlation/window/rank-causes';
import { changeSentence, windowFindings } from '../correlation/window/window-findings';
import { WindowChange, WindowData } from '../correlation/window/window-result';
import { WINDOW_SCHEMA, WindowParameters } from '../correlation/window/window-schema';
import { AnalysisResult } from '../series/analysis';
import { ParameterError } from '../series/parameter-error';
import { TimeRange } from '../series/time-series';
import { Experiment } from '../trace/experiment';
import { SelectionError } from '../trace/selection-error';
import { AnalysisContext, AnalysisModule } from './analysis-module';
import { reproducingCommand } from './reproducing-command';
import { within } from './series-input';
import { validateParameters } from './validate-parameters';
import { ACTIVITY_FIELDS, EventActivity } from './window/event-activity';
import { binCount, segmentRange, WindowGrid, windowGrid } from './window/window-grid';
import { fetchWindowSeries } from './window/window-series';

/** Causes that are kept, and changes of each: the first few are what anybody reads. */
const MOST_CAUSES = 50;
const MOST_CHANGES = 10;

/** Share of the progress that is fetching series, and fetching series and events. */
const SERIES = 0.6;
const EVENTS = 0.9;

/** Ranks what changed in the range of the request against what was before. */
export const explainModule: AnalysisModule<WindowData> = {
    id: 'explain',
    name: WINDOW_SCHEMA.title,
    description: WINDOW_SCHEMA.description,
    version: 1,
    schema: WINDOW_SCHEMA,
    standalone: false,
    looksAt: 'trace',
    run: explain
};

async function explain(context: AnalysisContext): Promise<AnalysisResult<WindowData>> {
    const started = performance.now();
    const { experiment, request, signal, progress } = context;
    const parameters = validateParameters<WindowParameters>(WINDOW_SCHEMA, request.parameters);
    if (request.range === undefined) {
        throw new ParameterError(
            'There is no range to explain; mark one in the trace, or name its ends (--from, --to).'
        );
    }
    const window = within(experiment, request.range);
    const grid = windowGrid(experiment.range, window, baselineOf(experiment, window, parameters));
    const { candidates, warnings } = await collect(context, grid);
    progress({ fraction: EVENTS, message: `comparing ${candidates.length} series` });
    await wait(0, signal);
    const { causes, tested } = rankCauses(candidates, grid.window, grid.baseline, grid.lead);
    const symptom = symptomOf(candidates, grid, window, parameters.symptom);
    const data: WindowData = {
        window,
        baseline: segmentRange(grid, grid.baseline),
        stepNs: grid.stepNs,
        symptom,
        causes: causes.slice(0, MOST_CAUSES).map(cause => describe(cause, candidates, grid, symptom.ns)),
        tested
    };
    return {
        provenance: {
            module: explainModule.id,
            moduleVersion: explainModule.version,
            experimentId: experiment.uuid,
            experimentName: experiment.name,
            parameters: { ...parameters },
            range: window,
            series: candidates.map(({ id }) => id),
            points: candidates.length * binCount(grid),
            resamplingNs: grid.stepNs,
            method: 'change against a baseline',
            methodReason:
                parameters.baselineFrom === '' && parameters.baselineTo === ''
                    ? 'The baseline is the time next to the range.'
                    : 'The baseline was asked for.',
            warnings,
            durationMs: performance.now() - started,
            command: reproducingCommand({
                module: explainModule,
                experiment,
                request,
                parameters: { ...parameters },
                stepNs: grid.stepNs
            })
        },
        findings: windowFindings(data, parameters.significance),
        data
    };
}

/** One bound alone leaves the other at the end of the trace, or at the window. */
function baselineOf(
    experiment: Experiment,
    window: TimeRange,
    { baselineFrom, baselineTo }: WindowParameters
): TimeRange | undefined {
    if (baselineFrom === '' && baselineTo === '') {
        return undefined;
    }
    const startNs = baselineFrom === '' ? experiment.start : BigInt(baselineFrom);
    const after = startNs >= window.endNs ? experiment.end : window.startNs;
    const endNs = baselineTo === '' ? after : BigInt(baselineTo);
    if (endNs < startNs) {
        throw new ParameterError(`The baseline ends at ${endNs} ns, before it starts at ${startNs} ns.`);
    }
    return within(experiment, { startNs, endNs });
}

/** All series of the trace and what threads did, in the bins of the grid. */
async function collect(
    { experiment, signal, progress }: AnalysisContext,
    grid: WindowGrid
): Promise<{ candidates: Candidate[]; warnings: string[] }> {
    const series = await fetchWindowSeries(experiment, grid, {
        signal,
        progress: ({ fraction, message }) => progress({ fraction: fraction * SERIES, message })
    });
    progress({ fraction: SERIES, message: 'reading events' });
    const activity = new EventActivity(grid);
    const ranges = grid.segments.filter(({ from, to }) => to > from).map(segment => segmentRange(grid, segment));
    const query = { types: ['*'], fields: ACTIVITY_FIELDS, range: unionOf(ranges) };
    const streamed = await experiment.streamEvents(query, activity, { signal });
    const activities = streamed === undefined ? [] : activity.candidates();
    const threads = new Set([
        ...activities.flatMap(({ subject }) => subject ?? []),
        ...threadLabels(series.candidates)
    ]);
    const named = series.candidates.map(candidate => ({
        ...candidate,
        subject: [...candidate.path].reverse().find(label => threads.has(label))
    }));
    return {
        candidates: [...named, ...activities],
        warnings: [
            ...series.warnings,
            ...(streamed === undefined
                ? [
                      'The trace server has no stream of events: what each thread did beyond its series was not looked at.'
                  ]
                : []),
            ...(streamed?.cut === undefined ? [] : [streamed.cut])
        ]
    };
}

/** Outputs whose leaves are threads tell their names. */
function threadLabels(candidates: readonly Candidate[]): string[] {
    return candidates
        .filter(({ outputId, path }) => /CpuUsageDataProvider|kernelmemoryusage/.test(outputId) && path.length > 2)
        .map(({ path }) => path[path.length - 1]);
}

function symptomOf(
    candidates: readonly Candidate[],
    grid: WindowGrid,
    window: TimeRange,
    word: string
): WindowData['symptom'] {
    if (word.trim() === '') {
        return { ns: window.startNs };
    }
    const wanted = word.trim().toLowerCase();
    const texts = ({ id, name }: Candidate): string[] => [id.toLowerCase(), name.toLowerCase()];
    const found =
        candidates.find(candidate => texts(candidate).includes(wanted)) ??
        candidates.find(candidate => texts(candidate).some(text => text.endsWith(wanted))) ??
        candidates.find(candidate => texts(candidate).some(text => text.includes(wanted)));
    if (found === undefined) {
        throw new SelectionError(`No series fits the symptom "${word}"; name one of the trace's series.`);
    }
    const change = changeOf(found.values, grid.window, grid.baseline, found.isHeld);
    return {
        ns: change === undefined ? window.startNs : timeOf(grid, onsetOf(found.values, change, grid.window, grid.lead)),
        name: found.name
    };
}

function describe(
    { subject, isThread, changes }: Cause,
    candidates: readonly Candidate[],
    grid: WindowGrid,
    symptomNs: bigint
): WindowData['causes'][number] {
    const described = changes
        .slice(0, MOST_CHANGES)
        .map(change => describeChange(change, candidates[change.candidate], grid, symptomNs));
    return { subject, isThread, sentence: changeSentence(described[0], grid.stepNs), changes: described };
}

function describeChange(
    { candidate: _, onset, ...change }: RankedChange,
    { id, name, path, outputId, unit, values }: Candidate,
    grid: WindowGrid,
    symptomNs: bigint
): WindowChange {
    const onsetNs = timeOf(grid, onset);
    const part = ({ from, to }: BinRange): Float64Array => values.slice(from, to);
    return {
        ...change,
        id,
        name,
        path,
        outputId,
        unit,
        onsetNs,
        leadNs: symptomNs - onsetNs,
        baselineValues: part(grid.baseline),
        windowValues: part({ from: grid.lead.from, to: grid.window.to }),
        windowStartNs: grid.lead.startNs
    };
}

/** When a bin of the lead or the window starts. */
function timeOf({ lead, stepNs }: WindowGrid, bin: number): bigint {
    return lead.startNs + BigInt(bin - lead.from) * stepNs;
}

function unionOf(ranges: readonly TimeRange[]): TimeRange {
    return ranges.reduce((union, { startNs, endNs }) => ({
        startNs: startNs < union.startNs ? startNs : union.startNs,
        endNs: endNs > union.endNs ? endNs : union.endNs
    }));
}
