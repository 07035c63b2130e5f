/** Where a change lies, by the costs of all places between its neighbours. */
export interface Location {
    /** Indices of the first and last place that are needed to hold the change with the asked confidence. */
    readonly first: number;
    readonly last: number;
    /** 0 to 1: how sure it is that there is a change at all between the neighbours. */
    readonly probability: number;
}

/**
 * The posterior of one change between its neighbours, each place being as likely beforehand: proportional to exp(−cost/2),
 * the cost in units of the noise. The interval takes places from the most probable one outwards. The probability weighs one
 * change against none by Schwarz's approximation of Bayes' factor.
 * @param cost of a stretch in units of the noise, twice a negative log-likelihood
 * @param from index of the segment's start before the change; `to` of the end, exclusive, of the one after it
 * @param parameters numbers that one more segment takes, with its place
 */
export function locate(
    cost: (start: number, end: number) => number,
    { from, change, to }: { readonly from: number; readonly change: number; readonly to: number },
    { confidence, minimumSize, parameters }: { confidence: number; minimumSize: number; parameters: number }
): Location {
    const start = Math.min(change, from + minimumSize);
    const end = Math.max(change, to - minimumSize);
    const atChange = cost(from, change) + cost(change, to);
    const weights = new Float64Array(end - start + 1);
    let sum = 0;
    for (let place = start; place <= end; place++) {
        const weight = Math.exp((atChange - cost(from, place) - cost(place, to)) / 2);
        weights[place - start] = weight;
        sum += weight;
    }
    let first = change;
    let last = change;
    for (let mass = weights[change - start]; mass < confidence * sum && (first > start || last < end);) {
        const before = first > start ? weights[first - 1 - start] : -1;
        const after = last < end ? weights[last + 1 - start] : -1;
        mass += Math.max(before, after);
        if (before > after) {
            first--;
        } else {
            last++;
        }
    }
    const gain = cost(from, to) - atChange - parameters * Math.log(to - from);
    return { first, last, probability: 1 / (1 + Math.exp(-gain / 2)) };
}
