import { createRequire } from 'node:module';

const { SeededRandom } = createRequire(import.meta.url)('../lib/statistics');

/**
 * A series of Gaussian noise around 250 events/s at 100 ms, with a spike every 10,000 points and an outage of 20 points
 * every 50,000: anomalies as rare as on a real machine. The same in every run.
 */
export function noisySeries(length) {
  const random = new SeededRandom(2);
  const times = new Float64Array(length);
  const values = new Float64Array(length);
  for (let index = 0; index < length; index++) {
    times[index] = index * 100_000_000;
    values[index] = index % 50_000 < 20 ? 0 : 250 + 20 * random.gaussian() + (index % 10_000 === 9_000 ? 400 : 0);
  }
  const path = ['Event Rate', 'noise'];
  const name = path.join(' → ');
  return { id: path.join('/'), name, path, unit: 'events/s', origin: 1_795_424_298_201_926_749n, times, values };
}
