/**
 * The two forms of a value that crosses a process: arithmetic (bigint ns) and wire (JSON, ns as decimal strings).
 * One rule tells which strings are ns: the key is `ns` or ends in `Ns`.
 */
export type Wire<T> = T extends bigint
    ? string
    : T extends Float64Array
      ? (number | null)[]
      : T extends readonly (infer E)[]
        ? readonly Wire<E>[]
        : T extends object
          ? { readonly [K in keyof T]: Wire<T[K]> }
          : T;
