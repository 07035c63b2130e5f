import type { JsonValue } from './json/write-json';

/** A request that cannot be answered: HTTP status, and what TSP's error answer says. */
export class TspError extends Error {
    /**
     * @param title one sentence that says what is wrong
     * @param detail what to do about it
     * @param extra further members of the answer
     */
    constructor(
        readonly status: number,
        readonly title: string,
        readonly detail?: string,
        readonly extra: { readonly [member: string]: JsonValue } = {}
    ) {
        super(title);
        this.name = 'TspError';
    }

    /** The body of the answer. */
    toJson(): JsonValue {
        return { title: this.title, detail: this.detail ?? null, ...this.extra };
    }
}

/** 400 for a parameter that is not there, in Trace Compass's words. */
export function missing(parameter: string): TspError {
    return new TspError(400, `Missing query parameters: ${parameter}`);
}

/** 405 for data of an output that the experiment does not have, in Trace Compass's words. */
export function cannotRun(): TspError {
    return new TspError(405, 'Analysis cannot run');
}
