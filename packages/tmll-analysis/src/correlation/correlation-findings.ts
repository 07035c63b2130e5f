import { formatDuration } from '../series/duration';
import { Finding } from '../series/finding';
import { TimeRange } from '../series/time-series';
import { CorrelatedPair, CorrelationData } from './correlation-result';
import { coefficientText } from './wording';

/** More relations than these are in the matrix only. */
export const MOST_FINDINGS = 50;

/** With many points what is hardly there is sure as well. */
const LEAST_COEFFICIENT = 0.1;

const METHOD_NAMES = { pearson: 'Pearson', spearman: 'Spearman', kendall: 'Kendall' } as const;

/** A relation is no fault: it says where to look when one of the two misbehaves. */
const MOST_SEVERE = 30;

/**
 * The relations, one finding a pair, the strongest first: pairs that move together at the same time, and pairs of which one
 * follows the other. Pairs of which one is a part of the other are left out.
 */
export function correlationFindings(data: CorrelationData, range: TimeRange): Finding[] {
    return data.pairs
        .filter(isRelated)
        .filter(({ isNested }) => !isNested)
        .map(pair => findingOf(data, pair, range))
        .sort((a, b) => b.severity - a.severity || (a.id < b.id ? -1 : 1))
        .slice(0, MOST_FINDINGS);
}

/** Whether two series have anything to do with each other that matters, at the same time or at some lag. */
export function isRelated({ isSignificant, coefficient, lead }: CorrelatedPair): boolean {
    return (isSignificant && matters(coefficient)) || (lead?.standsOut === true && matters(lead.coefficient));
}

function matters(coefficient: number): boolean {
    return Math.abs(coefficient) >= LEAST_COEFFICIENT;
}

/** What is known of a pair in one sentence. */
export function relationSentence({ series }: CorrelationData, pair: CorrelatedPair): string {
    const [first, second] = [series[pair.first].name, series[pair.second].name];
    const { lead, method, coefficient } = pair;
    if (method === 'none') {
        return `${first} and ${second} cannot be compared. ${pair.reason}`;
    }
    const own = `${METHOD_NAMES[method]} ${coefficientText(coefficient)}`;
    if (lead?.standsOut && lead.lagNs !== 0n) {
        const [leader, follower] = lead.lagNs > 0n ? [first, second] : [second, first];
        const duration = formatDuration(lead.lagNs < 0n ? -lead.lagNs : lead.lagNs);
        const how = lead.coefficient < 0 ? ', against each other' : '';
        return `${leader} leads ${follower} by ${duration}${how}: ${coefficientText(lead.coefficient)} at that lag, ${own} at the same time.`;
    }
    if (isRelated(pair)) {
        return `${first} and ${second} move ${coefficient < 0 ? 'against each other' : 'together'} (${own}).`;
    }
    return `${first} and ${second} have nothing to do with each other as far as this trace tells (${own}).`;
}

function findingOf(data: CorrelationData, pair: CorrelatedPair, { startNs, endNs }: TimeRange): Finding {
    const [first, second] = [data.series[pair.first], data.series[pair.second]];
    const { lead } = pair;
    const byLag = lead?.standsOut === true && (lead.lagNs !== 0n || !pair.isSignificant);
    const actual = byLag ? lead.coefficient : pair.coefficient;
    const chance = Math.min(pair.adjustedPValue, lead?.standsOut ? lead.adjustedPValue : 1);
    return {
        id: ['correlation', first.id, second.id].join('/'),
        kind: 'correlation',
        series: first.series,
        startNs,
        endNs,
        severity: MOST_SEVERE * Math.abs(actual),
        confidence: 1 - chance,
        actual,
        unit: '',
        sentence: relationSentence(data, pair)
    };
}
