import { renderText } from '../document/render-text';
import { AnalysisResult } from '../series/analysis';
import { Finding } from '../series/finding';
import { reportFindings, TraceReport, traceReportDocuments } from './trace-report';

const START = 1_795_424_298_201_926_749n;

const finding = (id: string, severity: number): Finding => ({
    id,
    kind: 'anomaly',
    startNs: START + 1_500_000_000n,
    endNs: START + 1_999_999_999n,
    severity,
    confidence: 0.5,
    unit: '',
    sentence: `${id} is unusual.`
});

const result = (module: string, ...findings: Finding[]): AnalysisResult => ({
    provenance: {
        module,
        moduleVersion: 3,
        experimentId: 'e',
        experimentName: 'shop',
        parameters: {},
        range: { startNs: START, endNs: START + 10_000_000_000n },
        series: ['a', 'b'],
        points: 20,
        resamplingNs: 1_000_000_000n,
        method: 'auto',
        methodReason: 'It is the default.',
        warnings: ['Lost events lower the worth of this.'],
        durationMs: 12,
        command: 'tmll some shop'
    },
    findings,
    data: {}
});

const REPORT: TraceReport = {
    traceName: 'shop',
    range: { startNs: START, endNs: START + 10_000_000_000n },
    eventCount: 1_234,
    parts: [
        { moduleId: 'one', moduleName: 'First', result: result('one', finding('x', 10), finding('y', 30)) },
        { moduleId: 'two', moduleName: 'Second', absence: 'shop has no series over time to look at.' },
        { moduleId: 'three', moduleName: 'Third', result: result('three', finding('z', 20)) }
    ]
};

describe('traceReportDocuments', () => {
    const documents = traceReportDocuments(REPORT);
    const texts = documents.map(document => renderText(document, 120));

    it('begins with a summary and goes on with each analysis that has a result', () => {
        expect(documents.map(({ title }) => title)).toEqual(['Summary', 'First', 'Third']);
    });

    it('sums up the findings of all, the worst first, with times from the start of the trace', () => {
        const places = ['y is unusual.', 'z is unusual.', 'x is unusual.'].map(text => texts[0].indexOf(text));
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(places[0]).toBeGreaterThan(0);
        expect(texts[0]).toMatch(/30 .*50 % .*\+1\.500 s .*500 ms .*y is unusual/);
    });

    it('says why an analysis is missing', () => {
        expect(texts[0]).toMatch(/Second .*no series over time/);
    });

    it('tells of each result how it was computed, what lowers its worth, and how to compute it again', () => {
        expect(texts[1]).toContain('auto (It is the default)');
        expect(texts[1]).toContain('one, version 3');
        expect(texts[1]).toContain('Lost events lower the worth of this.');
        expect(texts[1]).toContain('The same again: tmll some shop');
    });

    it('says when nothing stands out', () => {
        const quiet = traceReportDocuments({ ...REPORT, parts: [] });
        expect(renderText(quiet[0])).toContain('Nothing stands out.');
    });

    it('says how many findings it leaves out', () => {
        const many = Array.from({ length: 60 }, (_, index) => finding(`f${index}`, index));
        const parts = [{ moduleId: 'one', moduleName: 'First', result: result('one', ...many) }];
        expect(renderText(traceReportDocuments({ ...REPORT, parts })[1])).toContain('10 more are less severe.');
    });
});

describe('reportFindings', () => {
    it('lists those of all parts, the worst first', () => {
        expect(reportFindings(REPORT).map(({ id }) => id)).toEqual(['y', 'z', 'x']);
    });
});
