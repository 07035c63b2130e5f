import { LeakData, LeakSite, linePoints, Plot, PLOT_COLORS, timeAxis } from 'tmll-analysis/algorithms';

const HEIGHT = 320;
const KIB = 1024;

/** Live bytes of one call site over time, with the stretch in which it grows. */
export function sitePlot({ usage }: LeakData, { name, liveValues, startNs, endNs }: LeakSite): Plot {
    const axis = timeAxis({ startNs: usage.startNs, endNs: usage.endNs });
    const divisor = Math.max(...liveValues.filter(Number.isFinite), 0) >= 10 * KIB ? KIB : 1;
    const series = {
        origin: usage.originNs,
        times: usage.siteTimes,
        values: liveValues.map(value => value / divisor)
    };
    const growth =
        startNs === undefined ? [] : [[{ xAxis: axis.at(startNs) }, { xAxis: axis.at(endNs ?? usage.endNs) }]];
    return {
        id: 'site-usage',
        title: 'Live Memory of the Selected Site',
        description: `Live bytes from ${name} over time${startNs === undefined ? '' : '; shaded where they grow'}.`,
        width: 960,
        height: HEIGHT,
        option: {
            xAxis: axis.option,
            yAxis: { type: 'value', name: divisor === 1 ? 'B' : 'KiB' },
            series: [
                {
                    type: 'line',
                    name,
                    showSymbol: false,
                    areaStyle: { opacity: 0.15 },
                    data: linePoints(series, axis),
                    markArea: {
                        silent: true,
                        itemStyle: { color: PLOT_COLORS.severity.critical, opacity: 0.12 },
                        data: growth as never
                    }
                }
            ]
        }
    };
}
