const ENTITIES: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;'
};

/** Text as it stands in HTML, SVG or an attribute: names out of a trace are text, never markup. */
export function escapeMarkup(text: string): string {
    return text.replace(/[&<>"']/g, character => ENTITIES[character]);
}
