/** What a plot is drawn on. */
export type PlotTheme = 'light' | 'dark';

/** Told apart also by those who do not tell red from green (after Okabe and Ito, 2008), lightened for dark ground. */
const SERIES: Readonly<Record<PlotTheme, readonly string[]>> = {
    light: ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#8a6d00', '#56b4e9', '#6a3d9a', '#444444'],
    dark: ['#56b4e9', '#ff9e4a', '#3fc79a', '#e59ac4', '#f0e442', '#8ab6ff', '#b99be8', '#c8c8c8']
};

const GROUND: Readonly<Record<PlotTheme, { background: string; text: string; line: string; grid: string }>> = {
    light: { background: '#ffffff', text: '#24292f', line: '#8a8f98', grid: '#e3e6ea' },
    dark: { background: '#1e1e1e', text: '#d4d4d4', line: '#8a8f98', grid: '#3a3d41' }
};

/** An ECharts theme: what options leave open. */
export function echartsTheme(theme: PlotTheme): object {
    const { background, text, line, grid } = GROUND[theme];
    const axis = {
        axisLine: { lineStyle: { color: line } },
        axisTick: { lineStyle: { color: line } },
        axisLabel: { color: text },
        nameTextStyle: { color: text },
        splitLine: { lineStyle: { color: grid } }
    };
    return {
        color: SERIES[theme],
        backgroundColor: background,
        textStyle: { color: text },
        title: { textStyle: { color: text, fontSize: 14, fontWeight: 600 }, subtextStyle: { color: text } },
        legend: { textStyle: { color: text } },
        markLine: { label: { color: text, textBorderWidth: 0 } },
        visualMap: { textStyle: { color: text } },
        valueAxis: axis,
        categoryAxis: { ...axis, splitLine: { show: false } },
        logAxis: axis
    };
}
