import { JsonValue } from 'tmll-trace-server';

/** Colours for kinds that have no order, distinct on light and dark grounds. */
const COLORS = ['#5c6bc0', '#26a69a', '#ef6c00', '#8d6e63', '#d81b60', '#7cb342', '#00acc1', '#f9a825'] as const;

/** Styles of states by name, a colour each; they repeat from the ninth on. */
export function kindStyles(names: readonly string[]): Readonly<Record<string, JsonValue>> {
    return Object.fromEntries(
        names.map((name, index) => [
            name,
            {
                values: {
                    'style-name': name,
                    'background-color': COLORS[index % COLORS.length],
                    opacity: 1,
                    height: 0.8
                }
            }
        ])
    );
}
