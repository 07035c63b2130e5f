// The page that `viewer.bench.mjs` measures: one chart with 20 series and 1,000 marks, or a time graph, as in a trace tab.
const React = require('react');
const { createRoot } = require('react-dom/client');
const { TimeModelImpl } = require('../lib/browser/session/time-model-impl');
const { XyPlot } = require('../lib/browser/renderer/xy/xy-plot');
const { valueFormat } = require('../lib/browser/renderer/xy/value-format');
const { GraphView } = require('../lib/browser/renderer/time-graph/graph-view');
const { StateStyles } = require('../lib/browser/renderer/time-graph/state-style');
const { timeTicks } = require('../lib/browser/time/time-ticks');
const { chartData, graphData, DURATION } = require('./chart-data.cjs');

const theme = {
    series: ['#4fa3ff', '#3ecf8e', '#c586f0', '#22c3d6', '#f58fb8', '#a3c64c', '#8f9bff', '#cfa781'],
    severities: { info: '#75beff', low: '#9ccc9c', medium: '#f2cc45', high: '#ff9b3d', critical: '#f5514f' },
    band: '#8fa3b833',
    background: '#1e1e1e',
    text: '#cccccc',
    grid: '#333333',
    rowSelection: '#37373d',
    font: '11px sans-serif'
};
const size = { width: 1400, height: 400 };
const time = new TimeModelImpl(DURATION);
const host = document.getElementById('host');

function showChart() {
    const { series, overlay } = chartData();
    const curves = series.map((data, index) => ({
        node: {
            id: data.id,
            path: ['Bench', `s${index}`],
            labels: [`s${index}`],
            depth: 0,
            hasData: true,
            children: []
        },
        color: theme.series[index % theme.series.length],
        style: 'line',
        data,
        label: `s${index}`
    }));
    const props = {
        session: { time, origin: 0n },
        name: 'Bench',
        size,
        curves,
        overlays: [overlay],
        theme,
        format: valueFormat('%'),
        fromZero: true,
        yWindow: undefined,
        onZoomY: () => undefined,
        offerExport: () => undefined
    };
    createRoot(host).render(React.createElement(XyPlot, props));
}

function showGraph() {
    const { rows, states } = graphData(new StateStyles({}));
    const view = new GraphView(host, time, 0n, () => undefined);
    view.update({
        rows,
        states,
        arrows: [],
        top: 0,
        theme,
        ticks: timeTicks,
        selected: undefined,
        filter: '',
        overlays: [chartData().overlay],
        size
    });
}

window.show = { chart: showChart, graph: showGraph };
/** One step of a user who zooms in and out and moves: resolves when it has been drawn. */
window.step = number => {
    if (number % 50 === 49) {
        time.reset();
    } else if (number % 2 === 0) {
        time.zoom(number % 20 < 10 ? 1.1 : 1 / 1.1, DURATION * 0.37);
    } else {
        time.pan(number % 4 === 1 ? 0.03 : -0.03);
    }
    return new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
};
