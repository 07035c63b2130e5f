/** The most severe, in the order that they had; the same array when there are no more. */
export function foremost<T extends { readonly severity: number }>(items: readonly T[], most: number): readonly T[] {
    if (items.length <= most) {
        return items;
    }
    const least = Float64Array.from(items, ({ severity }) => severity).sort()[items.length - most];
    let ties = most - items.reduce((count, { severity }) => count + Number(severity > least), 0);
    return items.filter(({ severity }) => severity > least || (severity === least && ties-- > 0));
}
