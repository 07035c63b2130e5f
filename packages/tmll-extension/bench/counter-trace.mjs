/**
 * A Chrome trace event file of one counter over 30 s: a wave with noise, of which every eleventh value stands out, the same at every call.
 * @param {number} samples how many values @returns {string} JSON
 */
export function counterTrace(samples) {
  const random = mulberry32(7);
  const events = [];
  for (let index = 0; index < samples; index++) {
    const share = index / samples;
    const wave = 100 + 20 * Math.sin(share * 60 * Math.PI) + 8 * (random() + random() - 1);
    const value = wave + (random() < 0.09 ? 80 + 60 * random() : 0);
    events.push(
      `{"name":"load","ph":"C","ts":${Math.round(share * 3e7)},"pid":1,"args":{"requests":${value.toFixed(3)}}}`
    );
  }
  return `{"traceEvents":[\n${events.join(',\n')}\n]}`;
}

/** Tommy Ettinger's generator: small, and the same everywhere. */
function mulberry32(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
