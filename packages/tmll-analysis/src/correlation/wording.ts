/** A coefficient for people: two digits, a true minus. */
export function coefficientText(coefficient: number): string {
    return coefficient.toFixed(2).replace('-', '−');
}

/** A p-value for people. */
export function chanceText(pValue: number): string {
    return pValue < 0.0001 ? '< 0.0001' : pValue.toPrecision(2);
}
