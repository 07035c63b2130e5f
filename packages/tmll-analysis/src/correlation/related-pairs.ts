import { isRelated } from './correlation-findings';
import { CorrelatedPair, CorrelationData } from './correlation-result';

/** Pairs that have to do with each other and of which none is a part of the other, the strongest first. */
export function relatedPairs({ pairs }: Pick<CorrelationData, 'pairs'>): CorrelatedPair[] {
    return pairs.filter(pair => isRelated(pair) && !pair.isNested).sort((a, b) => strengthOf(b) - strengthOf(a));
}

/** Whether one of the two moves first, as far as this trace tells. */
export function hasLead({ lead }: CorrelatedPair): boolean {
    return lead?.standsOut === true && lead.lagNs !== 0n;
}

/** At the same time or at the lag that stands out, whichever is more. */
function strengthOf({ coefficient, lead }: CorrelatedPair): number {
    return Math.max(Math.abs(coefficient), lead?.standsOut ? Math.abs(lead.coefficient) : 0);
}
