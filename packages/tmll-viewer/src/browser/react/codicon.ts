/** The CSS classes of an icon. Theia's function of this name brings all of its widgets with it, which only a browser can load. */
export function codicon(name: string): string {
    return `codicon codicon-${name}`;
}
