const ANSWER_LIMIT_MS = 10_000;

/** What the Trace Viewer needs of an output to draw it. */
const MEMBERS = ['id', 'parentId', 'name', 'description', 'type', 'configuration', 'capabilities'];

/**
 * Asks the gateway for an output. Its times are left out: they are not needed, and would lose digits here.
 * @returns undefined when there is none, or it cannot be drawn
 */
export async function outputDescriptor(
    gateway: string,
    experimentId: string,
    outputId: string
): Promise<object | undefined> {
    const path = [experimentId, 'outputs', outputId].map(encodeURIComponent).join('/');
    try {
        const signal = AbortSignal.timeout(ANSWER_LIMIT_MS);
        const response = await fetch(`${gateway}/tsp/api/experiments/${path}`, { signal });
        const output = response.ok ? ((await response.json()) as Record<string, unknown>) : undefined;
        return output && Object.fromEntries(MEMBERS.flatMap(name => (name in output ? [[name, output[name]]] : [])));
    } catch {
        // The range is shown all the same.
        return undefined;
    }
}
