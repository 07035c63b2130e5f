import { AnalysisResult, Finding, formatDuration, formatShare, formatValue } from 'tmll-analysis/algorithms';
import { GraphRow, GraphState } from '../../outputs/time-graph-view';
import { severityLevel, severityStyle } from '../../outputs/severity-styles';

/** Findings of one series that lie over each other go to lines of their own, up to so many. */
const MAX_LANES = 50;

/** A row for each series with findings, and one for those that concern the trace as a whole; the worst row first. */
export function findingRows({ findings }: AnalysisResult): GraphRow[] {
    const byPlace = new Map<string, { readonly path: readonly string[]; readonly findings: Finding[] }>();
    for (const finding of findings) {
        const path = finding.series?.path ?? [capitalized(finding.kind)];
        const key = JSON.stringify(path);
        const place = byPlace.get(key) ?? { path, findings: [] };
        place.findings.push(finding);
        byPlace.set(key, place);
    }
    return [...byPlace.values()].flatMap(place =>
        lanes(place.findings).map((states, lane) => ({ path: laneName(place.path, lane), states }))
    );
}

/** What people read when they point at a finding. */
export function findingTexts(finding: Finding): Record<string, string> {
    const { severity, confidence, actual, expected, unit, startNs, endNs } = finding;
    const texts: Record<string, string> = {
        Finding: finding.sentence,
        Severity: `${severityLevel(severity).name} (${Math.round(severity)})`,
        Confidence: formatShare(confidence),
        Duration: formatDuration(endNs - startNs + 1n)
    };
    if (actual !== undefined) {
        texts.Actual = formatValue(actual, unit);
    }
    const usual = [expected?.low, expected?.high].filter(bound => bound !== undefined);
    if (usual.length > 0) {
        texts.Expected = usual.map(bound => formatValue(bound, unit)).join(' to ');
    } else if (expected?.value !== undefined) {
        texts.Expected = formatValue(expected.value, unit);
    }
    return texts;
}

function lanes(findings: readonly Finding[]): GraphState[][] {
    const byStart = [...findings].sort((a, b) => (a.startNs < b.startNs ? -1 : a.startNs > b.startNs ? 1 : 0));
    const all: GraphState[][] = [];
    for (const finding of byStart) {
        const free = all.find(lane => (lane.at(-1)?.end ?? 0n) <= finding.startNs);
        if (free) {
            free.push(stateOf(finding));
        } else if (all.length < MAX_LANES) {
            all.push([stateOf(finding)]);
        }
    }
    return all;
}

function stateOf(finding: Finding): GraphState {
    const { kind, startNs, endNs, severity } = finding;
    return {
        start: startNs,
        end: endNs + 1n,
        label: capitalized(kind),
        style: severityStyle(severity),
        tooltip: findingTexts(finding)
    };
}

function laneName(path: readonly string[], lane: number): readonly string[] {
    return lane === 0 ? path : [...path.slice(0, -1), `${path.at(-1)} #${lane + 1}`];
}

/** `change-point` as people write it: `Change point`. */
export function capitalized(kind: string): string {
    const words = kind.replaceAll('-', ' ');
    return words.charAt(0).toUpperCase() + words.slice(1);
}
