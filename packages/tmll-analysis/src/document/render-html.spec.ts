import { renderHtml } from './render-html';
import { ReportDocument } from './report-document';

const HOSTILE = `</title><script>alert('x')</script>`;

const DOCUMENT: ReportDocument = {
    title: HOSTILE,
    sections: [
        {
            title: HOSTILE,
            blocks: [
                { kind: 'text', text: HOSTILE },
                { kind: 'metrics', metrics: [{ name: HOSTILE, value: HOSTILE }] },
                { kind: 'list', items: [HOSTILE] },
                { kind: 'table', columns: [{ title: HOSTILE, align: 'right' }], rows: [[HOSTILE]] },
                {
                    kind: 'plot',
                    plot: { id: 'p', title: HOSTILE, description: HOSTILE, width: 100, height: 80, option: {} }
                }
            ]
        },
        { title: 'Empty', blocks: [] }
    ]
};

describe('renderHtml', () => {
    it('takes every text as text', () => {
        const html = renderHtml(HOSTILE, [DOCUMENT, DOCUMENT]);
        expect(html).not.toContain('<script');
        expect(html.match(/&lt;script&gt;/g)?.length).toBeGreaterThan(10);
    });

    it('fetches nothing and runs nothing', () => {
        const html = renderHtml('Report', [DOCUMENT]);
        expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`);
        expect(html).not.toMatch(/(src|href)="(?!data:|#)/);
    });

    it('has a picture for light and one for dark ground', () => {
        const html = renderHtml('Report', [DOCUMENT]);
        expect(html.match(/<img class="(light|dark)"/g)).toEqual(['<img class="light"', '<img class="dark"']);
    });

    it('leaves empty sections out, and lists the parts when there are several', () => {
        const one = renderHtml('Report', [DOCUMENT]);
        expect(one).not.toContain('Empty');
        expect(one).not.toContain('<nav');
        expect(renderHtml('Report', [DOCUMENT, DOCUMENT])).toContain('<a href="#part-2">');
    });
});
