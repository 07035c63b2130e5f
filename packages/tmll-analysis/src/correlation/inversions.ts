/**
 * The number of pairs of elements whose first is greater than the second, in n·log n: from the last element on, a tree of
 * partial counts tells how many of those seen are smaller (Fenwick, "A new data structure for cumulative frequency tables",
 * 1994).
 *
 * @param elements whole numbers from 0 to `levels` − 1
 */
export function inversions(elements: Int32Array, levels: number): number {
    const tree = new Int32Array(levels + 1);
    let total = 0;
    for (let index = elements.length - 1; index >= 0; index--) {
        let smaller = 0;
        for (let node = elements[index]; node > 0; node -= node & -node) {
            smaller += tree[node];
        }
        total += smaller;
        for (let node = elements[index] + 1; node <= levels; node += node & -node) {
            tree[node]++;
        }
    }
    return total;
}
