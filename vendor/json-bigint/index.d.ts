/**
 * JSON with exact integers: an integer literal that a double cannot hold becomes a bigint, all other numbers stay numbers,
 * and a bigint is written as a plain integer.
 *
 * @throws TypeError for options that ask for anything else than native bigints
 * @example
 * JSONbig.parse('[1, 0.5, 1448652394359148425]'); // [1, 0.5, 1448652394359148425n]
 */
declare function JSONbig(options?: { readonly useNativeBigInt?: true }): JSONbig.JSONbig;

declare namespace JSONbig {
    interface JSONbig {
        /** @throws SyntaxError when the text is not JSON, or is nested deeper than 1,000 levels around a long integer */
        parse<T = unknown>(text: string): T;
        /** @throws TypeError when the value contains itself */
        stringify(value: unknown): string;
    }
    const parse: JSONbig['parse'];
    const stringify: JSONbig['stringify'];
}

export = JSONbig;
