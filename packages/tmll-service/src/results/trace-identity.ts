/** What was computed from which traces: of what content, lying where. */
export interface TraceIdentity {
    /** `traceFingerprint` of them. */
    readonly fingerprint: string;
    /** `traceSource` of them; empty when it is not known. */
    readonly source: string;
}

/** Whether something belongs to traces: to their content, or to what lay in their place before. */
export function isOf(traces: TraceIdentity, computed: TraceIdentity): boolean {
    return computed.fingerprint === traces.fingerprint || (computed.source !== '' && computed.source === traces.source);
}

/** Whether something that belongs to traces was computed before they changed. */
export function isStale(traces: TraceIdentity, computed: TraceIdentity): boolean {
    return computed.fingerprint !== traces.fingerprint;
}
