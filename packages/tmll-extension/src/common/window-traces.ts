const PARAMETER = 'traces';

/** Traces that a window opens at its start, as parameters of its URL; ready to stand there. */
export function tracesQuery(paths: readonly string[]): Record<string, string> {
    return { [PARAMETER]: encodeURIComponent(JSON.stringify(paths)) };
}

/**
 * The traces that a window was opened for.
 * @param search of the window's location; what is not ours there means none
 */
export function tracesOfWindow(search: string): readonly string[] {
    const text = new URLSearchParams(search).get(PARAMETER);
    if (text === null) {
        return [];
    }
    try {
        const paths: unknown = JSON.parse(text);
        return Array.isArray(paths) ? paths.filter(path => typeof path === 'string') : [];
    } catch {
        // Somebody else's parameter of the same name.
        return [];
    }
}
