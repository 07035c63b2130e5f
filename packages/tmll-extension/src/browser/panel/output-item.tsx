import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { codicon } from '@theia/core/lib/browser';
import {
    choiceState,
    countChosen,
    isSeriesChosen,
    OutputNode,
    SeriesChoice,
    toggleOutput,
    toggleSeries
} from '../form/series-choice';

/** More than fit a list that anybody reads: a search narrows it down. */
const MOST_SERIES = 200;

interface OutputItemProps {
    readonly output: OutputNode;
    readonly choice: SeriesChoice;
    readonly isOpen: boolean;
    readonly onToggleOpen: () => void;
    readonly onChoose: (choice: SeriesChoice) => void;
}

/** An output with its check box, and its series when it is open. */
export const OutputItem: React.FC<OutputItemProps> = ({ output, choice, isOpen, onToggleOpen, onChoose }) => {
    const state = choiceState(choice, output.id);
    const chosen = countChosen(choice, output);
    const openLabel = isOpen
        ? nls.localize('tmll/panel/collapse', 'Hide the series of {0}', output.name)
        : nls.localize('tmll/panel/expand', 'Show the series of {0}', output.name);
    return (
        <li className="tmll-output">
            <div className="tmll-output-row" title={output.description}>
                <button
                    type="button"
                    className={`tmll-twistie ${codicon(isOpen ? 'chevron-down' : 'chevron-right')}`}
                    aria-expanded={isOpen}
                    aria-label={openLabel}
                    onClick={onToggleOpen}
                />
                <label className="tmll-check">
                    <input
                        type="checkbox"
                        checked={state === 'all'}
                        ref={box => {
                            if (box) {
                                box.indeterminate = state === 'some';
                            }
                        }}
                        onChange={() => onChoose(toggleOutput(choice, output.id))}
                    />
                    <span className="tmll-check-text">{output.name}</span>
                </label>
                {chosen !== undefined && (
                    <span className="tmll-dim tmll-chosen">
                        {nls.localize('tmll/panel/chosen', '{0} of {1}', chosen, output.series?.length ?? chosen)}
                    </span>
                )}
            </div>
            {isOpen && <SeriesList output={output} choice={choice} onChoose={onChoose} />}
        </li>
    );
};

const SeriesList: React.FC<Pick<OutputItemProps, 'output' | 'choice' | 'onChoose'>> = ({
    output,
    choice,
    onChoose
}) => {
    const { series, error } = output;
    if (!series) {
        return (
            <div className="tmll-field-hint tmll-series-hint" role="status">
                {error ?? nls.localize('tmll/panel/loading', 'Loading…')}
            </div>
        );
    }
    const rest = series.length - MOST_SERIES;
    return (
        <ul className="tmll-series-list" aria-label={nls.localize('tmll/panel/seriesOf', 'Series of {0}', output.name)}>
            {series.slice(0, MOST_SERIES).map(({ id, label }) => (
                <li key={id}>
                    <label className="tmll-check" title={label}>
                        <input
                            type="checkbox"
                            checked={isSeriesChosen(choice, output.id, id)}
                            onChange={() => onChoose(toggleSeries(choice, output, id))}
                        />
                        <span className="tmll-check-text">{label}</span>
                    </label>
                </li>
            ))}
            {rest > 0 && (
                <li className="tmll-field-hint">
                    {nls.localize('tmll/panel/more', '{0} more: search to find them.', rest)}
                </li>
            )}
        </ul>
    );
};
