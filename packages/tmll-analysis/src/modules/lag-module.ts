import { analyzeLag, defaultMostLag } from '../correlation/lag/analyze-lag';
import { grangerTest } from '../correlation/lag/granger';
import { lagFindings } from '../correlation/lag/lag-findings';
import { LagData, LaggedSeries, LagPoint } from '../correlation/lag/lag-result';
import { LAG_SCHEMA, LagParameters } from '../correlation/lag/lag-schema';
import { AnalysisResult } from '../series/analysis';
import { parseDuration } from '../series/duration';
import { ParameterError } from '../series/parameter-error';
import { FetchedSeries } from '../trace/fetch-series';
import { SelectionError } from '../trace/selection-error';
import { SeriesEntry } from '../trace/series-entry';
import { AnalysisContext, AnalysisModule } from './analysis-module';
import { fetchSeriesInput, FETCHING, inputPoints, seriesProvenance } from './series-input';
import { validateParameters } from './validate-parameters';

/** Longer series are not kept for drawing. */
const MOST_DRAWN = 10_000;

/** Names in an error message. */
const MOST_NAMED = 5;

/** Compares two series at all lags: those that the parameters `first` and `second` name, else the two of the selection. */
export const lagModule: AnalysisModule<LagData> = {
    id: 'lag',
    name: LAG_SCHEMA.title,
    description: LAG_SCHEMA.description,
    version: 1,
    schema: LAG_SCHEMA,
    standalone: false,
    looksAt: 'pair',
    run: findLag
};

async function findLag(context: AnalysisContext): Promise<AnalysisResult<LagData>> {
    const started = performance.now();
    const { request, progress } = context;
    const parameters = validateParameters<LagParameters>(LAG_SCHEMA, request.parameters);
    const entries = await twoSeries(context, parameters);
    const selection = { series: entries.map(({ id }) => id) };
    const input = await fetchSeriesInput({ ...context, request: { ...request, selection } }, parameters);
    const [first, second] = entries.map(entry => {
        const found = input.series.find(({ id, outputId }) => id === entry.id && outputId === entry.outputId);
        if (found === undefined) {
            throw new SelectionError(`${entry.name} has no points in this range.`);
        }
        return { ...found, values: inputPoints(input, found).values };
    });
    progress({ fraction: FETCHING, message: `comparing ${first.name} and ${second.name}` });
    const { stepNs } = input;
    const { length } = first.values;
    const most = mostLag(parameters.maxLag, stepNs, length);
    const { lags, best, ...rest } = analyzeLag(first.values, second.values, { ...parameters, most });
    const firstToSecond = parameters.granger ? grangerTest(first.values, second.values) : undefined;
    const secondToFirst = parameters.granger ? grangerTest(second.values, first.values) : undefined;
    const pointOf = ({ lag, ...each }: (typeof lags)[number]): LagPoint => ({
        ns: BigInt(lag) * stepNs,
        samples: lag,
        ...each
    });
    const data: LagData = {
        first: described(first),
        second: described(second),
        startNs: input.range.startNs,
        stepNs,
        lags: lags.map(pointOf),
        best: pointOf(best),
        ...rest,
        granger: firstToSecond && secondToFirst && { firstToSecond, secondToFirst }
    };
    const { prewhiten } = parameters;
    return {
        provenance: seriesProvenance({
            module: lagModule,
            // The words stand among the parameters.
            context: { ...context, request: { ...request, selection: undefined } },
            input: { ...input, series: [first, second] },
            parameters: { ...parameters, first: entries[0].id, second: entries[1].id },
            points: 2 * length,
            method: prewhiten ? 'whitened cross-correlation' : 'cross-correlation',
            methodReason: prewhiten
                ? `What the ${rest.filterOrder} values before a point tell of it was taken out of both series.`
                : 'The series are compared as they are, as was asked for.',
            warnings:
                parameters.granger && !(firstToSecond && secondToFirst)
                    ? ['The Granger test needs more points, or series that are not constant.']
                    : [],
            started
        }),
        findings: lagFindings(data, input.range),
        data
    };
}

async function twoSeries(context: AnalysisContext, parameters: LagParameters): Promise<readonly SeriesEntry[]> {
    const { experiment, request, signal } = context;
    if (parameters.first !== '' || parameters.second !== '') {
        return bySeries(context, parameters.first, parameters.second);
    }
    const { outputs = [], series = [] } = request.selection ?? {};
    if (outputs.length === 0 && series.length === 2) {
        return bySeries(context, series[0], series[1]);
    }
    const selected = request.selection ? await experiment.selectSeries(request.selection, { signal }) : [];
    if (selected.length !== 2) {
        throw new SelectionError(
            `A lag is between two series; ${selected.length === 0 ? 'none is' : `${selected.length} are`} selected.`
        );
    }
    return selected;
}

/** The two series that two words name. Where one fits several, it means the one nearest to the other series in the tree. */
async function bySeries(context: AnalysisContext, firstWord: string, secondWord: string): Promise<SeriesEntry[]> {
    const firsts = await fittingSeries(context, 'first', firstWord);
    const seconds = await fittingSeries(context, 'second', secondWord);
    return [
        theOne('first', firstWord, seconds.length === 1 ? nearest(firsts, seconds[0]) : firsts),
        theOne('second', secondWord, firsts.length === 1 ? nearest(seconds, firsts[0]) : seconds)
    ];
}

async function fittingSeries(
    { experiment, signal }: AnalysisContext,
    which: 'first' | 'second',
    word: string
): Promise<SeriesEntry[]> {
    if (word === '') {
        throw new ParameterError(`There is no ${which} series; name it by the parameter "${which}".`);
    }
    return experiment.selectSeries({ series: [word] }, { signal });
}

function nearest(all: readonly SeriesEntry[], other: SeriesEntry): SeriesEntry[] {
    const candidates = all.length > 1 ? all.filter(candidate => candidate.id !== other.id) : all;
    const shared = candidates.map(candidate => {
        const end = candidate.path.findIndex((label, index) => label !== other.path[index]);
        return end < 0 ? candidate.path.length : end;
    });
    return candidates.filter((_, index) => shared[index] === Math.max(...shared));
}

function theOne(which: 'first' | 'second', word: string, fitting: readonly SeriesEntry[]): SeriesEntry {
    if (fitting.length > 1) {
        const names = fitting.slice(0, MOST_NAMED).map(({ id }) => id);
        const more = fitting.length > MOST_NAMED ? ' and more' : '';
        throw new SelectionError(
            `"${word}" fits ${fitting.length} series, the ${which} one must be one: ${names.join(', ')}${more}.`
        );
    }
    return fitting[0];
}

function mostLag(text: string, stepNs: bigint, length: number): number {
    if (text.trim() === '') {
        return defaultMostLag(length);
    }
    const samples = /^\s*\d+\s*$/.test(text) ? Number(text) : Number(parseDuration(text) / stepNs);
    if (samples > Math.max(0, length - 3)) {
        throw new ParameterError(
            `"maxLag" of ${text.trim()} is ${samples} samples, but there are ${length} points; choose a shorter one.`
        );
    }
    return samples;
}

function described({ outputId, path, id, name, unit, values }: FetchedSeries): LaggedSeries {
    return {
        series: { outputId, path },
        id,
        name,
        unit,
        values: values.length <= MOST_DRAWN ? values : undefined
    };
}
