/** Rendering of results outside a terminal: plots as SVG, documents as HTML. Heavier than the rest, for it brings ECharts. */
export { renderHtml } from './document/render-html';
export { renderSvg } from './plot/render-svg';
export { savePlots } from './plot/save-plots';
