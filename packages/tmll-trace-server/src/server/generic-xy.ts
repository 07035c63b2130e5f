import type { GenericXyOutput, ValueRanges } from '../outputs/output';
import type { Experiment } from './experiments/experiment';
import { type JsonValue, RawJson } from './json/write-json';
import type { Parameters } from './parameters';
import { pending } from './pending';
import { checkOrder, MAX_TIMES } from './requested-times';
import { completed } from './routes/endpoint';
import { TspError } from './tsp-error';

/**
 * Answers `xy` of an output over something else than time: values over as many ranges as samples are asked for.
 *
 * @throws TspError 400 for missing or wrong parameters
 */
export function genericSeries(experiment: Experiment, output: GenericXyOutput, parameters: Parameters): JsonValue {
    const range = parameters.object('requested_timerange');
    const [start, end] = [range.time('start'), range.time('end')];
    const samples = range.count('nbSamples');
    const items = parameters.counts('requested_items');
    checkOrder(start, end);
    if (samples < 1 || samples > MAX_TIMES) {
        throw new TspError(400, `One request may ask for 1 to 65,536 samples, not ${samples}.`, 'Ask for fewer.');
    }
    const waiting = pending(experiment, output);
    if (waiting !== undefined) {
        return waiting;
    }
    const extents = experiment.recordingsWith(output).map(recording => output.extent(recording));
    const ranges = new EvenRanges(Math.max(1, ...extents), samples);
    const xRanges = ranges.toJson();
    const series = experiment.entryIds.addressesOf(output, items).map(([seriesId, { recording, key }]): JsonValue => {
        const { origin } = recording.trace;
        const span = { start: Number(start - origin), end: Number(end - origin) };
        const { name, values } = output.series(recording, key, ranges, span);
        return {
            seriesId,
            seriesName: name,
            xRanges,
            yValues: values,
            style: { values: { 'series-type': 'bar' } },
            xValuesDescription: { ...output.xAxis },
            yValuesDescription: { ...output.yAxis }
        };
    });
    return completed({ title: output.descriptor.name, series });
}

/** Closed ranges from 0 to a greatest value; the first ones are longer by 1 when they cannot be of the same length. */
class EvenRanges implements ValueRanges {
    readonly count: number;
    private readonly length: number;
    private readonly longer: number;

    constructor(
        private readonly greatest: number,
        samples: number
    ) {
        this.count = Math.min(samples, greatest);
        this.length = Math.floor(greatest / this.count);
        this.longer = greatest % this.count;
    }

    indexOf(value: number): number {
        const borders = this.longer * (this.length + 1);
        const index =
            value < borders
                ? Math.floor(value / (this.length + 1))
                : this.longer + Math.floor((value - borders) / this.length);
        return Math.min(index, this.count - 1);
    }

    toJson(): RawJson {
        const starts = Array.from(
            { length: this.count + 1 },
            (_, index) => index * this.length + Math.min(index, this.longer)
        );
        const ranges = starts
            .slice(0, -1)
            .map(
                (start, index) =>
                    `{"start":${start},"end":${index + 1 < this.count ? starts[index + 1] - 1 : this.greatest}}`
            );
        return new RawJson(`[${ranges.join(',')}]`);
    }
}
