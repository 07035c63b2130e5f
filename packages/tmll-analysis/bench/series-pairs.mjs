import { createRequire } from 'node:module';

const { SeededRandom } = createRequire(import.meta.url)('../lib/statistics');

/** Series of noise that remembers 90 % from point to point. The same in every run. */
export function slowSeries(count, length) {
  const random = new SeededRandom(7);
  return Array.from({ length: count }, () => {
    let level = 0;
    return Float64Array.from({ length }, () => (level = 0.9 * level + random.gaussian()));
  });
}
