/** The style of an HTML report: light and dark as the reader's system has it, and fit for paper. */
export const STYLE = `
:root { color-scheme: light dark; --text: #24292f; --ground: #fff; --line: #d0d7de; --soft: #f3f5f7; --accent: #0072b2; }
@media (prefers-color-scheme: dark) {
  :root { --text: #d4d4d4; --ground: #1e1e1e; --line: #3a3d41; --soft: #262627; --accent: #56b4e9; }
}
body { margin: 0; font: 15px/1.5 system-ui, -apple-system, "Segoe UI", "DejaVu Sans", Arial, sans-serif; color: var(--text); background: var(--ground); }
main { max-width: 1100px; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.7rem; } h2 { font-size: 1.35rem; border-bottom: 1px solid var(--line); padding-bottom: .3rem; margin-top: 2.5rem; } h3 { font-size: 1.05rem; }
a { color: var(--accent); }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .5rem 1.5rem; }
dl > div { border-left: 3px solid var(--line); padding-left: .7rem; } dt { font-size: .85rem; opacity: .8; } dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
.table { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .3rem .7rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; vertical-align: top; } th { background: var(--soft); }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
figure { margin: 1rem 0; } figure img { max-width: 100%; height: auto; } figcaption { font-size: .85rem; opacity: .8; }
img.dark { display: none; }
@media (prefers-color-scheme: dark) { img.light { display: none; } img.dark { display: inline; } }
@media print { article { break-inside: auto; } figure, tr { break-inside: avoid; } img.light { display: inline; } img.dark { display: none; } }
`;
