import { renderText } from './render-text';
import { ReportDocument } from './report-document';

const LEAK: ReportDocument = {
    title: 'Memory Leak Analysis Results',
    sections: [
        {
            title: 'Analysis Overview',
            blocks: [
                {
                    kind: 'metrics',
                    metrics: [
                        { name: 'Severity', value: 'MEDIUM' },
                        { name: 'Confidence Score', value: '1.00' }
                    ]
                }
            ]
        },
        { title: 'Detected Patterns', blocks: [{ kind: 'list', items: ['first', 'second'] }] },
        {
            title: 'Top 5 Suspicious Locations',
            blocks: [
                {
                    kind: 'table',
                    columns: [{ title: 'Pointer' }, { title: 'Size', align: 'right' }],
                    rows: [['0x5629b645f860', '32 KiB']]
                }
            ]
        },
        { title: 'Nothing here', blocks: [] }
    ]
};

describe('renderText', () => {
    it('boxes title, metrics, lists and tables as in the quickstart', () => {
        expect(renderText(LEAK, 44)).toBe(
            [
                '╭──────────────────────────────────────────╮',
                '│                                          │',
                '│       Memory Leak Analysis Results       │',
                '│                                          │',
                '╰──────────────────────────────────────────╯',
                '',
                '╭─ Analysis Overview ──────────────────────╮',
                '│                                          │',
                '│ Severity        : MEDIUM                 │',
                '│ Confidence Score: 1.00                   │',
                '│                                          │',
                '╰──────────────────────────────────────────╯',
                '',
                '╭─ Detected Patterns ──────────────────────╮',
                '│                                          │',
                '│ 1: first                                 │',
                '│ 2: second                                │',
                '│                                          │',
                '╰──────────────────────────────────────────╯',
                '',
                '         Top 5 Suspicious Locations',
                '╭────────────────┬────────╮',
                '│ Pointer        │   Size │',
                '├────────────────┼────────┤',
                '│ 0x5629b645f860 │ 32 KiB │',
                '╰────────────────┴────────╯',
                ''
            ].join('\n')
        );
    });

    it.each([20, 33, 80, 120])('never writes a line longer than %d characters', width => {
        const long = 'a_name_that_is_longer_than_any_line_'.repeat(5);
        const text = renderText(
            {
                title: long,
                sections: [
                    {
                        title: long,
                        blocks: [
                            { kind: 'text', text: `${long} and some words` },
                            { kind: 'metrics', metrics: [{ name: long, value: long }] },
                            { kind: 'list', items: [long, 'short'] },
                            { kind: 'table', columns: [{ title: 'A' }, { title: long }], rows: [[long, 'x']] }
                        ]
                    }
                ]
            },
            width
        );
        expect(Math.max(...text.split('\n').map(line => line.length))).toBeLessThanOrEqual(width);
    });

    it('lets no name steer the terminal', () => {
        const text = renderText({
            title: 'a\u001b[2Jb',
            sections: [{ title: 'c\u0007', blocks: [{ kind: 'text', text: '\u202edcba' }] }]
        });
        // eslint-disable-next-line no-control-regex
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    });

    it('leaves pictures out', () => {
        const plot = { id: 'p', title: 'P', description: '', width: 1, height: 1, option: {} };
        expect(renderText({ title: 'T', sections: [{ title: 'S', blocks: [{ kind: 'plot', plot }] }] })).not.toContain(
            'S'
        );
    });
});
