/** The group that all our outputs stand in. */
export const GROUP_ID = 'tmll';

/** Outputs of the embedded trace server begin with `tmll.` as well, so ours have a word more. */
const MODULE_PREFIX = 'tmll.analysis.';

/** What an id of one of our outputs names. */
export interface OwnOutputId {
    readonly module: string;
    /** `questionKey`; undefined for the group of an analysis. */
    readonly questionId?: string;
    /** `OutputView.id`; undefined for the group of a result. */
    readonly view?: string;
}

/** Whether an output is the gateway's, by its id. */
export function isOwnId(id: string): boolean {
    return id === GROUP_ID || id.startsWith(MODULE_PREFIX);
}

/** `tmll.analysis.anomalies`, `tmll.analysis.anomalies:<32 digits>`, `tmll.analysis.anomalies:<32 digits>:score`. */
export function ownId({ module, questionId, view }: OwnOutputId): string {
    return [MODULE_PREFIX + module, questionId, view].filter(part => part !== undefined).join(':');
}

/** What an id names; undefined for the group of all and for foreign ids. */
export function parseOwnId(id: string): OwnOutputId | undefined {
    const [module, questionId, view, ...more] = id.slice(MODULE_PREFIX.length).split(':');
    return id.startsWith(MODULE_PREFIX) && more.length === 0 ? { module, questionId, view } : undefined;
}
