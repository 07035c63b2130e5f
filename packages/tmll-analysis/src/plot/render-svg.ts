import * as echarts from 'echarts';
import { escapeMarkup } from './escape-markup';
import { Plot } from './plot';
import { plotFrame } from './plot-frame';
import { echartsTheme, PlotTheme } from './plot-theme';

/** Fonts that are nearly everywhere, without quotes, which ECharts does not escape; no file of a font goes along. */
const FONT = 'system-ui, Segoe UI, DejaVu Sans, Arial, sans-serif';

/** What ECharts adds for the mouse, which means nothing in a picture, and numbers that differ from call to call. */
const TAKEN_OUT: readonly (readonly [RegExp, string])[] = [
    [/<style ?>[\s\S]*?<\/style>/g, ''],
    [/ (class|ecmeta_\w+|pointer-events)="[^"]*"/g, ''],
    [/(id="|url\(#)zr\d+-/g, '$1']
];

/**
 * A plot as an SVG document of its own, with its title and description for screen readers. Nothing in it moves or runs.
 * @param theme what it is drawn for; default: light
 */
export function renderSvg(plot: Plot, theme: PlotTheme = 'light'): string {
    const { width, height } = plot;
    const chart = echarts.init(null, echartsTheme(theme), { renderer: 'svg', ssr: true, width, height });
    try {
        chart.setOption({
            ...plotFrame(plot, width),
            ...plot.option,
            textStyle: { fontFamily: FONT },
            animation: false
        });
        const svg = TAKEN_OUT.reduce((text, [part, instead]) => text.replace(part, instead), chart.renderToSVGString());
        const label = `<title>${escapeMarkup(plot.title)}</title><desc>${escapeMarkup(plot.description)}</desc>`;
        return svg.replace(/^<svg ([^>]*)>/, `<svg role="img" $1>${label.replaceAll('$', '$$$$')}`);
    } finally {
        chart.dispose();
    }
}
