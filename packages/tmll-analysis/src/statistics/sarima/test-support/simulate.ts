import { SeededRandom } from '../../seeded-random';
import { armaOf, differencing } from '../lag-polynomial';
import { SarimaModel } from '../model';

/** Values drawn from a model, the differenced process near its stationary state, the differences begun at 0. */
export function simulate(model: SarimaModel, count: number, seed: number): Float64Array {
    const random = new SeededRandom(seed);
    const { ar, ma, states } = armaOf(model);
    const difference = differencing(model.order);
    const warmUp = 10 * states + 200;
    const noise = Float64Array.from({ length: warmUp + count }, () => Math.sqrt(model.variance) * random.gaussian());
    const process = Float64Array.from(noise);
    for (let t = states; t < process.length; t++) {
        ar.lags.forEach((lag, index) => (process[t] += ar.coefficients[index] * process[t - lag]));
        ma.lags.forEach((lag, index) => (process[t] += ma.coefficients[index] * noise[t - lag]));
    }
    const values = process.slice(warmUp);
    for (let t = 0; t < count; t++) {
        difference.lags.forEach((lag, index) => (values[t] -= difference.coefficients[index] * (values[t - lag] ?? 0)));
    }
    return values;
}
