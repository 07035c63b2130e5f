/** Rendering of results outside a terminal: plots as SVG, documents as HTML, in Node and in browsers. Heavier than the rest, for it brings ECharts. */
export { htmlParts, renderHtml } from './document/render-html';
export { renderSvg } from './plot/render-svg';
