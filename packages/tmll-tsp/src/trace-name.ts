/** What folders inside a recorded session are called, whatever was recorded. */
const MEANINGLESS = /^(trace|data|ctf|ust|kernel|uid|pid|\d+|(32|64)-bit)$/i;
/** Of these the part that tells the traces of one session apart. */
const DOMAIN = /^(ust|kernel)$/i;

/** What a trace is called in tabs and lists: the part of its path that tells something, and which part of it is meant. */
export function traceName(path: string): string {
    const parts = path.split(/[\\/]+/).filter(part => part !== '');
    let last = parts.length - 1;
    while (last > 0 && MEANINGLESS.test(parts[last])) {
        last--;
    }
    if (last < 0) {
        return path;
    }
    if (MEANINGLESS.test(parts[last])) {
        return parts[parts.length - 1];
    }
    const domain = parts.slice(last + 1).find(part => DOMAIN.test(part));
    return domain ? `${parts[last]} ${domain}` : parts[last];
}

/** What several traces that are opened together are called. */
export function experimentName(paths: readonly string[]): string {
    const names = [...new Set(paths.map(traceName))];
    return names.length > 2 ? `${names[0]} + ${names.length - 1}` : names.join(' + ');
}
