/** The phases of the Trace Event Format, those of its first version too, with what their events' names end with. */
const SUFFIXES: ReadonlyMap<string, string> = new Map([
    ['B', ':begin'],
    ['E', ':end'],
    ['X', ''],
    ['i', ''],
    ['I', ''],
    ['C', ''],
    ['b', ':begin'],
    ['n', ':instant'],
    ['e', ':end'],
    ['S', ':begin'],
    ['T', ':step'],
    ['p', ':step'],
    ['F', ':end'],
    ['s', ':flow_start'],
    ['t', ':flow_step'],
    ['f', ':flow_end'],
    ['P', ':sample'],
    ['N', ':created'],
    ['O', ':snapshot'],
    ['D', ':destroyed'],
    ['R', ':mark'],
    ['v', ':memory_dump'],
    ['V', ':memory_dump'],
    ['c', ':clock_sync'],
    ['(', ':enter'],
    [')', ':leave']
]);

/** What the names of a phase's events end with, so that begins and ends are types of their own that belong together. */
export function suffixOf(phase: string): string {
    return SUFFIXES.get(phase) ?? `:${phase}`;
}
