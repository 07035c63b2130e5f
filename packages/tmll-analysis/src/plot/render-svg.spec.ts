import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seriesOf } from '../series/test-support/series-of';
import { linePoints } from './line-points';
import { Plot } from './plot';
import { renderSvg } from './render-svg';
import { savePlots } from './save-plots';
import { timeAxis } from './time-axis';

const START = 1_790_000_000_000_000_000n;
const range = { startNs: START, endNs: START + 10_000_000_000n };

function plot(name: string): Plot {
    const axis = timeAxis(range);
    const values = [1, 2, NaN, 4];
    const series = { ...seriesOf(values, [0, 1e9, 2e9, 3e9], START), name };
    return {
        id: 'load',
        title: name,
        description: `How ${name} goes`,
        width: 400,
        height: 200,
        option: {
            xAxis: axis.option,
            yAxis: { type: 'value' },
            series: [{ type: 'line', name, data: linePoints(series, axis) }]
        }
    };
}

describe('renderSvg', () => {
    it('cuts a title that is wider than the plot, and keeps it for screen readers', () => {
        const name = 'Event Rate → host → lttng_ust_cyg_profile:func_entry → latency of all calls';
        const svg = renderSvg(plot(name));
        expect(svg).toContain(`<title>${name}</title>`);
        expect(svg).toMatch(/>Event Rate → host[^<]*\.\.\.<\/text>/);
    });

    it('writes the label of a mark in the colour of the text', () => {
        const base = plot('load');
        const markLine = { data: [{ xAxis: 1, label: { formatter: 'Δ 5' } }] };
        const option = { ...base.option, series: [{ ...(base.option.series as object[])[0], markLine }] } as never;
        expect(renderSvg({ ...base, option }, 'dark')).toMatch(/fill="#d4d4d4">Δ 5</);
    });

    it('draws a plot of the size that was asked for, with title and description', () => {
        const svg = renderSvg(plot('load'));
        expect(svg).toMatch(/^<svg role="img" width="400" height="200"/);
        expect(svg).toContain('<title>load</title><desc>How load goes</desc>');
        expect(svg).toContain('s since 2026-09-21T');
        expect(svg.match(/<path/g)?.length).toBeGreaterThan(2);
    });

    it('is drawn for light and for dark ground', () => {
        expect(renderSvg(plot('load'), 'light')).toContain('#ffffff');
        expect(renderSvg(plot('load'), 'dark')).toContain('#1e1e1e');
    });

    it('takes names as text, whatever they hold', () => {
        const svg = renderSvg(plot(`<script>alert("$&")</script>`));
        expect(svg).not.toContain('<script');
        expect(svg).toContain('&lt;script&gt;alert(&quot;$&amp;&quot;)&lt;/script&gt;');
    });

    it('is well-formed, though a name holds quotes', () => {
        const tag = /<\/?[\w:]+(\s+[\w:-]+="[^"<]*")*\s*\/?>/g;
        expect(renderSvg(plot(`"'&<`)).replace(tag, '')).not.toMatch(/[<>"]/);
    });

    it('draws the same twice', () => {
        expect(renderSvg(plot('load'))).toBe(renderSvg(plot('load')));
    });
});

describe('savePlots', () => {
    it('writes a file for each plot, named after its id', async () => {
        const folder = await mkdtemp(join(tmpdir(), 'plots-'));
        try {
            const paths = await savePlots([plot('load')], join(folder, 'new'));
            expect(paths).toEqual([join(folder, 'new', 'load.svg')]);
            expect(await readFile(paths[0], 'utf8')).toMatch(/^<svg /);
        } finally {
            await rm(folder, { recursive: true });
        }
    });
});
