import { autocorrelation } from '../autocorrelation';
import { PowerSpectrum } from '../power-spectrum';

/** Candidates taken from each source. */
const MOST = 8;

/**
 * Periods that a series may have, in points: the peaks of the autocorrelation of its values and of its changes (which
 * knows no trend), and those of its periodogram.
 *
 * @param series without missing values, about 0
 * @returns whole numbers from 2 to the longest, each once
 */
export function candidatePeriods(series: Float64Array, longest: number): number[] {
    const changes = series.subarray(1).map((value, index) => value - series[index]);
    const peaks = [series, changes].flatMap(values => autocorrelationPeaks(values, longest));
    return [...new Set([...peaks, ...periodogramPeaks(series, longest)])];
}

/** The lags of the highest local maxima. */
function autocorrelationPeaks(values: Float64Array, longest: number): number[] {
    const correlations = autocorrelation(values, longest + 1);
    return highestPeaks(correlations, 2, longest).filter(lag => correlations[lag] > 0);
}

/** The periods, rounded, of the highest local maxima of the spectrum under Hann's window. */
function periodogramPeaks(series: Float64Array, longest: number): number[] {
    const spectrum = new PowerSpectrum(series.length);
    const power = new Float64Array(spectrum.bins);
    spectrum.addTo(
        power,
        series.map((value, t) => value * (1 - Math.cos((2 * Math.PI * t) / (series.length - 1))))
    );
    return highestPeaks(power, Math.ceil(spectrum.size / longest), spectrum.bins - 2)
        .map(k => Math.round(spectrum.size / k))
        .filter(period => period >= 2 && period <= longest);
}

/** The places of the highest local maxima from a first to a last one, both of them with neighbours. */
function highestPeaks(values: Float64Array, first: number, last: number): number[] {
    const peaks: number[] = [];
    for (let index = first; index <= last; index++) {
        if (values[index] > values[index - 1] && values[index] >= values[index + 1]) {
            peaks.push(index);
        }
    }
    return peaks.sort((a, b) => values[b] - values[a]).slice(0, MOST);
}
