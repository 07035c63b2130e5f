// The data of the viewer's benchmark, the same at every run.
const DURATION = 10e9;
const SERIES = 20;
const POINTS = 2000;
const MARKS = 1000;
const ROWS = 40;
const STATES = 2000;

/** A small generator with a seed (mulberry32). */
function random(seed) {
    let state = seed;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let t = Math.imul(state ^ (state >>> 15), 1 | state);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
}

/** 20 series of 2,000 points as noisy waves, and 1,000 marks on them. */
function chartData() {
    const next = random(1);
    const times = Float64Array.from({ length: POINTS }, (_, index) => (index * DURATION) / (POINTS - 1));
    const series = Array.from({ length: SERIES }, (_, id) => ({
        id,
        unit: '%',
        style: 'line',
        times,
        values: times.map((_, index) => 40 + id + 20 * Math.sin(index / (20 + id)) + 10 * next())
    }));
    const marks = Float64Array.from({ length: MARKS }, () => next() * DURATION).sort();
    const overlay = {
        id: 'marks',
        kind: 'points',
        origin: 0n,
        times: marks,
        values: marks.map(() => 20 + 60 * next()),
        severity: index => ['low', 'medium', 'high', 'critical'][index % 4],
        tooltip: index => [`Mark ${index}`]
    };
    return { series, overlay };
}

/** 40 rows of 2,000 states each. */
function graphData(styles) {
    const next = random(2);
    const rows = [];
    const states = new Map();
    for (let id = 0; id < ROWS; id++) {
        const starts = Float64Array.from({ length: STATES }, () => next() * DURATION).sort();
        const labels = Array.from({ length: STATES }, (_, index) => ['read', 'write', 'futex', 'poll'][index % 4]);
        states.set(id, {
            entryId: id,
            starts,
            ends: starts.map((_, index) => starts[index + 1] ?? DURATION),
            labels,
            styles: labels.map(label => styles.resolve(undefined, label))
        });
        const node = { id, path: ['Bench', `r${id}`], labels: [`r${id}`], depth: 0, hasData: true, children: [] };
        rows.push({ node, expanded: undefined, position: id + 1, siblings: ROWS });
    }
    return { rows, states };
}

module.exports = { DURATION, chartData, graphData };
