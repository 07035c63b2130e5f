import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { CorrelatedPair, CorrelationData, relatedPairs } from 'tmll-analysis/algorithms';
import { ContentProps } from '../content-props';
import { DocumentView } from '../document-view';
import { InWords } from '../frame/in-words';
import { CorrelationMatrix } from './correlation-matrix';
import { PairChoice } from './pair-choice';
import { PairView } from './pair-view';
import { relatedPart } from './related-part';

/** Of more series than this only those are shown at first that have to do with another. */
const MANY = 20;

/** Which series move together: the matrix, and beside it the pair that was picked. */
export const CorrelationView: React.FC<ContentProps<CorrelationData>> = props => {
    const { result, document, theme, onGo } = props;
    const all = result.data;
    const related = React.useMemo(() => relatedPart(all), [all]);
    const [onlyRelated, setOnlyRelated] = React.useState(all.series.length > MANY && related.series.length > 1);
    const data = onlyRelated ? related : all;
    // Known by the ids of its series, which are the same in all of the matrix and in its part.
    const [picked, setPicked] = React.useState<readonly [string, string]>();
    const pair = pairOf(data, picked) ?? relatedPairs(data)[0] ?? data.pairs[0];
    const pick = React.useCallback(
        (index: number) => {
            const { first, second } = data.pairs[index];
            setPicked([data.series[first].id, data.series[second].id]);
        },
        [data]
    );
    if (!pair) {
        return <DocumentView document={document} theme={theme} onGo={onGo} />;
    }
    return (
        <div className="tmll-correlation">
            <div className="tmll-correlation-controls">
                <PairChoice data={data} pair={pair} onPick={pick} />
                {related.series.length > 1 && related.series.length < all.series.length && (
                    <label className="tmll-check">
                        <input
                            type="checkbox"
                            checked={onlyRelated}
                            onChange={event => setOnlyRelated(event.target.checked)}
                        />
                        {nls.localize(
                            'tmll/correlation/onlyRelated',
                            'Only the {0} of {1} series that have to do with another',
                            related.series.length,
                            all.series.length
                        )}
                    </label>
                )}
            </div>
            <CorrelationMatrix data={data} pair={pair} theme={theme} onPick={pick} />
            <PairView {...props} data={data} pair={pair} />
            <InWords {...props} />
        </div>
    );
};

function pairOf(
    { series, pairs }: CorrelationData,
    picked: readonly [string, string] | undefined
): CorrelatedPair | undefined {
    return (
        picked &&
        pairs.find(({ first, second }) => picked.includes(series[first].id) && picked.includes(series[second].id))
    );
}
