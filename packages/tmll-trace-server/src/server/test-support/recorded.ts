import { sharedFiles, sharedJson } from './shared';

/** A request that was recorded, and what Trace Compass answered. */
export interface Recording<M> {
    readonly request: {
        readonly path: string;
        readonly body: { readonly parameters: Record<string, never> };
    };
    readonly response: { readonly model: M };
}

/**
 * What was recorded of an output of a trace.
 *
 * @param ending end of the file's name: `ThreadStatusDataProvider-states-narrow`
 */
export function recorded<M>(trace: string, ending: string): Recording<M> {
    const file = sharedFiles('recordings', trace).find(name => name.endsWith(`-${ending}.json`));
    return sharedJson('recordings', trace, file ?? `${ending}.json`);
}

/** What a suite needs that compares a public trace with what was recorded of it. */
export function needsOf(trace: string, path: string = trace): string[] {
    return [`public-traces/${path}/metadata`, `recordings/${trace}`];
}
