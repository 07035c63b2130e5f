/** What is severe in some degree: a finding, a period, a change. */
interface Severe {
    /** 0 (harmless) to 100 (look at it now). */
    readonly severity: number;
}

/** The severity of the worst; 0 where there is none. */
export function worstSeverity(items: readonly Severe[]): number {
    return items.reduce((worst, { severity }) => Math.max(worst, severity), 0);
}

/** The most severe, in the order that they had; the same array when there are no more. */
export function foremost<T extends Severe>(items: readonly T[], most: number): readonly T[] {
    if (items.length <= most) {
        return items;
    }
    const least = Float64Array.from(items, ({ severity }) => severity).sort()[items.length - most];
    let ties = most - items.reduce((count, { severity }) => count + Number(severity > least), 0);
    return items.filter(({ severity }) => severity > least || (severity === least && ties-- > 0));
}
