import { escapeMarkup } from '../plot/escape-markup';
import { Plot } from '../plot/plot';
import { PlotTheme } from '../plot/plot-theme';
import { renderSvg } from '../plot/render-svg';
import { DocumentBlock, ReportDocument, TableBlock } from './report-document';
import { STYLE } from './report-style';

const THEMES: readonly PlotTheme[] = ['light', 'dark'];

/**
 * Documents as one HTML page that needs nothing beside itself: style and pictures are inside, for light and for dark, no script runs,
 * and nothing is fetched, which its content security policy says too.
 */
export function renderHtml(title: string, documents: readonly ReportDocument[]): string {
    return [...htmlParts(title, documents)].join('');
}

/**
 * The page of `renderHtml` piece by piece, each at most one block: whoever renders where something else must go on, pauses between
 * them.
 */
export function* htmlParts(title: string, documents: readonly ReportDocument[]): Generator<string, void, void> {
    const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
    const contents = documents.length > 1 ? navigation(documents) : '';
    yield [
        '<!DOCTYPE html>',
        '<html lang="en"><head><meta charset="utf-8">',
        `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        `<title>${escapeMarkup(title)}</title>`,
        `<style>${STYLE}</style></head>`,
        `<body><main><h1>${escapeMarkup(title)}</h1>${contents}\n`
    ].join('\n');
    for (const [index, document] of documents.entries()) {
        yield* documentParts(document, anchor(index));
        yield '\n';
    }
    yield '</main></body></html>\n';
}

function* documentParts({ title, sections }: ReportDocument, id: string): Generator<string, void, void> {
    yield `<article id="${id}"><h2>${escapeMarkup(title)}</h2>`;
    for (const section of sections.filter(({ blocks }) => blocks.length > 0)) {
        yield `<section><h3>${escapeMarkup(section.title)}</h3>`;
        for (const block of section.blocks) {
            yield renderBlock(block);
        }
        yield '</section>';
    }
    yield '</article>';
}

function anchor(index: number): string {
    return `part-${index + 1}`;
}

function navigation(documents: readonly ReportDocument[]): string {
    const items = documents.map(
        ({ title }, index) => `<li><a href="#${anchor(index)}">${escapeMarkup(title)}</a></li>`
    );
    return `<nav aria-label="Contents"><ol>${items.join('')}</ol></nav>`;
}

function renderBlock(block: DocumentBlock): string {
    switch (block.kind) {
        case 'text':
            return `<p>${escapeMarkup(block.text)}</p>`;
        case 'metrics': {
            const pairs = block.metrics.map(
                ({ name, value }) => `<div><dt>${escapeMarkup(name)}</dt><dd>${escapeMarkup(value)}</dd></div>`
            );
            return `<dl>${pairs.join('')}</dl>`;
        }
        case 'list':
            return `<ol>${block.items.map(item => `<li>${escapeMarkup(item)}</li>`).join('')}</ol>`;
        case 'table':
            return renderTable(block);
        case 'plot':
            return renderPlot(block.plot);
    }
}

function renderTable({ columns, rows }: TableBlock): string {
    const alignment = columns.map(({ align }) => (align === 'right' ? ' class="number"' : ''));
    const head = columns.map(({ title }, index) => `<th scope="col"${alignment[index]}>${escapeMarkup(title)}</th>`);
    const body = rows.map(
        row => `<tr>${row.map((cell, index) => `<td${alignment[index]}>${escapeMarkup(cell)}</td>`).join('')}</tr>`
    );
    return `<div class="table"><table><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

/** The picture as an image, so that nothing in it mixes with the page; the one of the other ground is not shown. */
function renderPlot(plot: Plot): string {
    const { title, description, width, height } = plot;
    const images = THEMES.map(theme => {
        const data = encodeURIComponent(renderSvg(plot, theme));
        const text = escapeMarkup(`${title}: ${description}`);
        return `<img class="${theme}" width="${width}" height="${height}" alt="${text}" src="data:image/svg+xml,${data}">`;
    });
    return `<figure>${images.join('')}<figcaption>${escapeMarkup(description)}</figcaption></figure>`;
}
