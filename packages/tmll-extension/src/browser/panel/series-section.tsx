import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { searchOutputs } from '../form/series-choice';
import { PickMode, SeriesPicker } from '../form/series-picker';
import { Section } from './section';
import { seriesRows } from './series-rows';
import { SeriesTree } from './series-tree';

/** Which outputs, or which of their series, are analysed. */
export const SeriesSection: React.FC<{ readonly picker: SeriesPicker }> = ({ picker }) => {
    const [search, setSearch] = React.useState('');
    const [open, setOpen] = React.useState<ReadonlySet<string>>(new Set());
    const { outputs } = picker;
    const isSearching = search.trim() !== '';
    const found = searchOutputs(outputs, search);
    const rows = seriesRows(found, isSearching ? new Set(found.map(({ id }) => id)) : open);
    const onSearch = (text: string): void => {
        setSearch(text);
        if (text.trim()) {
            outputs.forEach(({ id }) => picker.loadSeries(id));
        }
    };
    const toggleOpen = (id: string): void => {
        const next = new Set(open);
        if (!next.delete(id)) {
            next.add(id);
            picker.loadSeries(id);
        }
        setOpen(next);
    };
    return (
        <Section
            id="tmll-series"
            title={nls.localize('tmll/panel/series', 'Series')}
            actions={picker.count !== undefined && <span className="tmll-dim">{countLabel(picker.count)}</span>}
        >
            <ModeChoice picker={picker} />
            <input
                className="theia-input tmll-search"
                type="search"
                value={search}
                placeholder={nls.localize('tmll/panel/search', 'Search outputs and series')}
                aria-label={nls.localize('tmll/panel/search', 'Search outputs and series')}
                onChange={event => onSearch(event.target.value)}
            />
            {rows.length > 0 ? (
                <SeriesTree
                    rows={rows}
                    choice={picker.choice}
                    outputs={outputs}
                    onChoose={choice => picker.choose(choice)}
                    onToggleOpen={toggleOpen}
                />
            ) : (
                <div className="tmll-field-hint" role="status">
                    {isSearching
                        ? nls.localize('tmll/panel/notFound', 'Nothing matches "{0}".', search)
                        : nls.localize('tmll/panel/noOutputs', 'This trace has no series over time.')}
                </div>
            )}
        </Section>
    );
};

const MODES: readonly (readonly [PickMode, string, string])[] = [
    [
        'panes',
        nls.localize('tmll/panel/inPanes', 'Those in the open panes'),
        nls.localize('tmll/panel/inPanesHint', 'Follows the panes. Of an output with very many series the foremost.')
    ],
    [
        'fitting',
        nls.localize('tmll/panel/fitting', 'Those that fit the analysis'),
        nls.localize(
            'tmll/panel/fittingHint',
            'As "Analyze Trace" does: measurements and busy threads, but no counters, times or addresses.'
        )
    ],
    ['picked', nls.localize('tmll/panel/picked', 'Those ticked below'), '']
];

const ModeChoice: React.FC<{ readonly picker: SeriesPicker }> = ({ picker }) => (
    <div className="tmll-field">
        <select
            className="theia-select"
            value={picker.mode}
            aria-label={nls.localize('tmll/panel/whichSeries', 'Which series')}
            aria-describedby="tmll-series-hint"
            onChange={event => picker.setMode(event.target.value as PickMode)}
        >
            {MODES.map(([mode, label]) => (
                <option key={mode} value={mode}>
                    {label}
                </option>
            ))}
        </select>
        <div className="tmll-field-hint" id="tmll-series-hint">
            {MODES.find(([mode]) => mode === picker.mode)?.[2]}
        </div>
    </div>
);

function countLabel(count: number): string {
    return count === 1
        ? nls.localize('tmll/panel/oneChosen', '1 chosen')
        : nls.localize('tmll/panel/manyChosen', '{0} chosen', count);
}
