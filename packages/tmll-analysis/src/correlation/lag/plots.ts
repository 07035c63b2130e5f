import { formatDuration } from '../../series/duration';
import { PLOT_COLORS, Plot, PlotSize } from '../../plot/plot';
import { lagSentence } from './lag-findings';
import { LagData, LagPoint } from './lag-result';

const UNITS: readonly (readonly [string, number])[] = [
    ['s', 1e9],
    ['ms', 1e6],
    ['µs', 1e3],
    ['ns', 1]
];

/** More lags than these are drawn without a mark at each. */
const MOST_MARKED = 120;

/** The correlation at each lag with the band that unrelated series stay within, and the strongest lag. */
export function lagPlot(data: LagData, size: PlotSize = {}): Plot {
    const { lags, best, band, standsOut, filterOrder } = data;
    const greatest = Math.max(...lags.slice(-1).map(({ ns }) => Math.abs(Number(ns))), 1);
    const [unit, divisor] = UNITS.find(([, ns]) => greatest >= 3 * ns) ?? UNITS[UNITS.length - 1];
    const at = ({ ns }: LagPoint): number => Number(ns) / divisor;
    const isWhitened = filterOrder !== undefined;
    const line = { symbol: 'none', silent: true, label: { show: false } };
    return {
        id: 'lag-analysis',
        title: 'Lag Analysis',
        description: lagSentence(data),
        width: size.width ?? 900,
        height: size.height ?? 460,
        option: {
            legend: { bottom: 0 },
            grid: { left: 64, right: 28, top: 44, bottom: 84 },
            xAxis: {
                type: 'value',
                name: `lag in ${unit}; to the right ${data.first.name} leads`,
                nameLocation: 'middle',
                nameGap: 28,
                min: at(lags[0]),
                max: Math.max(at(lags[lags.length - 1]), at(lags[0]) + 1e-9),
                splitLine: { show: false }
            },
            yAxis: { type: 'value', name: 'correlation', nameLocation: 'middle', nameGap: 40, min: -1, max: 1 },
            series: [
                {
                    type: 'line',
                    name: isWhitened ? 'whitened series' : 'series as they are',
                    showSymbol: lags.length <= MOST_MARKED,
                    symbolSize: 4,
                    data: lags.map(point => [at(point), point.coefficient]),
                    markArea: {
                        silent: true,
                        itemStyle: { color: PLOT_COLORS.muted, opacity: 0.18 },
                        data: [[{ yAxis: -band }, { yAxis: band }]]
                    },
                    markLine: {
                        ...line,
                        lineStyle: { color: PLOT_COLORS.muted, type: 'dashed' },
                        data: [{ xAxis: 0 }, { yAxis: 0 }]
                    },
                    markPoint: {
                        symbol: 'pin',
                        symbolSize: 36,
                        itemStyle: { color: standsOut ? PLOT_COLORS.threshold : PLOT_COLORS.muted },
                        data: [{ name: 'strongest lag', coord: [at(best), best.coefficient] }],
                        label: {
                            position: 'top',
                            formatter: `${formatDuration(best.ns)}: ${best.coefficient.toFixed(2)}`
                        }
                    }
                },
                ...(isWhitened
                    ? [
                          {
                              type: 'line' as const,
                              name: 'series as they are',
                              showSymbol: false,
                              lineStyle: { width: 1, type: 'dotted' as const },
                              data: lags.map(point => [at(point), point.levelCoefficient])
                          }
                      ]
                    : [])
            ]
        }
    };
}
