import { createRequire } from 'node:module';

const { SeededRandom } = createRequire(import.meta.url)('../lib/statistics');

/** A sine on noise that remembers 60 % from point to point, and a share of missing values. The same in every run. */
export function seasonalSeries(length, period, missing) {
  const random = new SeededRandom(3);
  let noise = 0;
  const values = Float64Array.from({ length }, (_, t) => {
    noise = 0.6 * noise + random.gaussian();
    return random.uniform() < missing ? NaN : 5 * Math.sin((2 * Math.PI * t) / period) + noise;
  });
  return { values, times: Float64Array.from(values, (_, t) => t * 100_000_000) };
}
