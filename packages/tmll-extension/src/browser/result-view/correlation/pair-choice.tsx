import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { CorrelatedPair, CorrelationData, coefficientText, relatedPairs } from 'tmll-analysis/algorithms';

interface PairChoiceProps {
    readonly data: CorrelationData;
    readonly pair: CorrelatedPair;
    /** Told the index of a pair. */
    readonly onPick: (index: number) => void;
}

const LABEL = nls.localize('tmll/correlation/pair', 'Pair');

/** The pairs by name: those that have to do with each other, the strongest first. */
export const PairChoice: React.FC<PairChoiceProps> = ({ data, pair, onPick }) => {
    const related = React.useMemo(() => relatedPairs(data), [data]);
    const options = related.includes(pair) ? related : [pair, ...related];
    return (
        <label className="tmll-correlation-pair">
            {LABEL}
            <select
                className="theia-select"
                aria-label={LABEL}
                value={data.pairs.indexOf(pair)}
                onChange={event => onPick(Number(event.target.value))}
            >
                {options.map(each => (
                    <option key={`${each.first}-${each.second}`} value={data.pairs.indexOf(each)}>
                        {nameOf(data, each)}
                    </option>
                ))}
            </select>
        </label>
    );
};

function nameOf({ series }: CorrelationData, { first, second, coefficient, lead }: CorrelatedPair): string {
    const strongest = lead?.standsOut ? lead.coefficient : coefficient;
    return `${series[first].name} ↔ ${series[second].name} (${coefficientText(strongest)})`;
}
