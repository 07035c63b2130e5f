import type { ListedFinding } from 'tmll-service/protocol';

export type Grouping = 'analysis' | 'severity';

export interface FindingGroup {
    readonly id: string;
    readonly title: string;
    /** Of its worst finding. */
    readonly level: ListedFinding['level'];
    readonly findings: readonly ListedFinding[];
}

/**
 * Findings by what found them, or by how severe they are; groups and findings keep their order, so the worst come first.
 * @param findings the worst first
 */
export function groupFindings(findings: readonly ListedFinding[], by: Grouping): FindingGroup[] {
    const groups = new Map<string, ListedFinding[]>();
    for (const finding of findings) {
        const key = by === 'severity' ? finding.level : finding.module;
        groups.set(key, [...(groups.get(key) ?? []), finding]);
    }
    return [...groups].map(([key, [first, ...rest]]) => ({
        id: `${by}:${key}`,
        title: by === 'severity' ? first.level : first.moduleName,
        level: first.level,
        findings: [first, ...rest]
    }));
}
