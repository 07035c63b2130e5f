import * as vscode from 'vscode';
import { messageOf } from '../message-of';
import { missingFunctions, TRACE_VIEWER_ID, TraceViewerApi } from './trace-viewer-api';

/** What became of the search for the Trace Viewer. */
export type FoundTraceViewer =
    | { readonly api: TraceViewerApi; /** What is missing, one sentence. */ readonly lacks?: string }
    | { readonly absent: true }
    /** It is there and cannot be followed: why, in one sentence. */
    | { readonly unusable: string };

/** Looks for the Trace Viewer among the extensions of the host, and starts it. */
export async function findTraceViewer(): Promise<FoundTraceViewer> {
    const extension = vscode.extensions.getExtension<TraceViewerApi>(TRACE_VIEWER_ID);
    if (!extension) {
        return { absent: true };
    }
    const version = String((extension.packageJSON as { version?: unknown } | undefined)?.version ?? '');
    let api: TraceViewerApi;
    try {
        api = await extension.activate();
    } catch (error) {
        return { unusable: `The Trace Viewer ${version} could not be started: ${messageOf(error)}.` };
    }
    const { needed, wanted } = missingFunctions(api);
    if (needed.length > 0) {
        const names = [...needed, ...wanted].join(', ');
        return {
            unusable: `The Trace Viewer ${version} does not export ${names}: TMLL can show results on its charts, but cannot follow it.`
        };
    }
    const lacks =
        wanted.length === 0
            ? undefined
            : `The Trace Viewer ${version} does not export ${wanted.join(', ')}: TMLL cannot do all that it could with it.`;
    return { api, lacks };
}
