import { renderText } from '../../document/render-text';
import { renderSvg } from '../../plot/render-svg';
import { AnalysisResult } from '../../series/analysis';
import { interpretWindow } from './interpret';
import { causePlot, causeRankPlot } from './plots';
import { WindowCause, WindowData } from './window-result';

const START = 1_795_424_298_201_926_749n;
const cause = (subject: string, importance: number): WindowCause => ({
    subject,
    isThread: true,
    sentence: `CPU of ${subject} ×8.`,
    changes: [
        {
            baseline: 10,
            window: 80,
            difference: 70,
            ratio: 8,
            score: 20,
            pValue: 1e-9,
            id: `CPU/${subject}`,
            name: `CPU of ${subject}`,
            path: ['CPU', subject],
            outputId: 'cpu',
            unit: '%',
            adjustedPValue: 1e-7,
            share: 1,
            importance,
            onsetNs: START + 900n,
            leadNs: 100n,
            baselineValues: Float64Array.of(10, 11, NaN, 9),
            windowValues: Float64Array.of(10, 80, 81),
            windowStartNs: START + 800n
        }
    ]
});
const data = (...causes: WindowCause[]): WindowData => ({
    window: { startNs: START + 1_000n, endNs: START + 1_400n },
    baseline: { startNs: START, endNs: START + 800n },
    stepNs: 200n,
    symptom: { ns: START + 1_000n },
    causes,
    tested: 9
});
const resultOf = (content: WindowData): AnalysisResult<WindowData> => ({
    provenance: {} as AnalysisResult['provenance'],
    findings: [],
    data: content
});

describe('interpretWindow', () => {
    it('names the thread that changed most first, then the others, each with its place', () => {
        const document = interpretWindow(resultOf(data(cause('burner', 0.9), cause('a&b <x>', 0.2))));
        const text = renderText(document, 160);
        expect(text).toContain('Thread burner changed most: CPU of burner ×8.');
        expect(text.indexOf('thread burner')).toBeLessThan(text.indexOf('thread a&b'));
        const table = document.sections.flatMap(({ blocks }) => blocks).find(({ kind }) => kind === 'table');
        expect(table).toMatchObject({
            places: [
                { startNs: START + 900n, endNs: START + 1_400n, series: { outputId: 'cpu', path: ['CPU', 'burner'] } },
                {}
            ]
        });
    });

    it('says when nothing changed', () => {
        expect(renderText(interpretWindow(resultOf(data())))).toContain('Nothing changed beyond chance.');
    });
});

describe('plots of a window', () => {
    it('draw the ranking and the course of a cause, names as text', () => {
        const content = data(cause('a&b <x>', 0.4), cause('other', 0.3));
        expect(renderSvg(causeRankPlot(content))).toContain('a&amp;b &lt;x&gt;');
        expect(renderSvg(causePlot(content, content.causes[0]))).toContain('Baseline');
        expect(causePlot(content, content.causes[0]).id).toBe('cause-cpu-cpu-a-b-x-');
    });

    it('draw no causes', () => {
        expect(renderSvg(causeRankPlot(data()))).toContain('<svg');
    });
});
