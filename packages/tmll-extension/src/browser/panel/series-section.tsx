import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { AnalysisForm } from '../form/analysis-form';
import { searchOutputs } from '../form/series-choice';
import { IconButton } from '../react/icon-button';
import { OutputItem } from './output-item';
import { Section } from './section';

/** Which outputs, or which of their series, are analysed. */
export const SeriesSection: React.FC<{ readonly form: AnalysisForm }> = ({ form }) => {
    const [search, setSearch] = React.useState('');
    const [open, setOpen] = React.useState<ReadonlySet<string>>(new Set());
    const outputs = searchOutputs(form.outputs, search);
    const onSearch = (text: string): void => {
        setSearch(text);
        if (text.trim()) {
            form.outputs.forEach(({ id }) => form.loadSeries(id));
        }
    };
    const toggleOpen = (id: string): void => {
        const next = new Set(open);
        if (!next.delete(id)) {
            next.add(id);
            form.loadSeries(id);
        }
        setOpen(next);
    };
    return (
        <Section
            id="tmll-series"
            title={nls.localize('tmll/panel/series', 'Series')}
            actions={
                <IconButton
                    icon="list-selection"
                    label={nls.localize('tmll/panel/openPanes', 'Choose What the Open Panes Show')}
                    onClick={() => form.choosePanes()}
                />
            }
        >
            <input
                className="theia-input tmll-search"
                type="search"
                value={search}
                placeholder={nls.localize('tmll/panel/search', 'Search outputs and series')}
                aria-label={nls.localize('tmll/panel/search', 'Search outputs and series')}
                onChange={event => onSearch(event.target.value)}
            />
            <ul className="tmll-outputs" aria-labelledby="tmll-series">
                {outputs.map(output => (
                    <OutputItem
                        key={output.id}
                        output={output}
                        choice={form.choice}
                        isOpen={open.has(output.id) || search.trim() !== ''}
                        onToggleOpen={() => toggleOpen(output.id)}
                        onChoose={choice => form.choose(choice)}
                    />
                ))}
            </ul>
            {outputs.length === 0 && (
                <div className="tmll-field-hint" role="status">
                    {search
                        ? nls.localize('tmll/panel/notFound', 'Nothing matches "{0}".', search)
                        : nls.localize('tmll/panel/noOutputs', 'This trace has no series over time.')}
                </div>
            )}
        </Section>
    );
};
