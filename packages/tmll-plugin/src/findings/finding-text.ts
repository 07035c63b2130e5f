import type { ListedFinding } from 'tmll-service/protocol';

/** A finding to pass on: what, where and when, exactly. */
export function findingText({ finding, where, when }: ListedFinding): string {
    return [finding.sentence, where, when, `${finding.startNs} – ${finding.endNs} ns`].join('\n');
}
