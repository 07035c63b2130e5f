/** How to draw something: a style of the output by its key (none: nothing else), and what differs from it. */
export interface ElementStyle {
    readonly parentKey?: string;
    readonly values: Readonly<Record<string, string | number>>;
}

/** Styles by key, as TSP's `style` request answers them. */
export type OutputStyles = Readonly<Record<string, { readonly values: ElementStyle['values'] }>>;
