import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { FindingFilter, NO_FILTER } from './finding-filter';
import { FindingList } from './finding-list';

const SEVERITIES: readonly (readonly [string, string])[] = [
    ['0', nls.localize('tmll/findings/anySeverity', 'Any severity')],
    ['20', nls.localize('tmll/findings/low', 'Low and above')],
    ['40', nls.localize('tmll/findings/medium', 'Medium and above')],
    ['60', nls.localize('tmll/findings/high', 'High and above')],
    ['80', nls.localize('tmll/findings/critical', 'Critical')]
];

/** Which findings are listed, beside the search for words. */
export const FindingFilters: React.FC<{ readonly list: FindingList }> = ({ list }) => {
    const { filter, modules, outputs } = list;
    return (
        <>
            <Choice
                label={nls.localize('tmll/findings/bySeverity', 'Least severity')}
                value={String(filter.severity)}
                options={SEVERITIES}
                onChoose={severity => list.filterBy({ severity: Number(severity) })}
            />
            <Choice
                label={nls.localize('tmll/findings/byModule', 'Analysis')}
                value={filter.module}
                options={[
                    ['', nls.localize('tmll/findings/anyModule', 'All analyses')],
                    ...modules.map(({ id, name }) => [id, name] as const)
                ]}
                onChoose={module => list.filterBy({ module })}
            />
            <Choice
                label={nls.localize('tmll/findings/byOutput', 'Output')}
                value={filter.output}
                options={[
                    ['', nls.localize('tmll/findings/anyOutput', 'All outputs')],
                    ...outputs.map(output => [output, output] as const)
                ]}
                onChoose={output => list.filterBy({ output })}
            />
            <label className="tmll-check">
                <input
                    type="checkbox"
                    checked={filter.settled}
                    onChange={event => list.filterBy({ settled: event.target.checked })}
                />
                {nls.localize('tmll/findings/settled', 'Known and wrong')}
            </label>
        </>
    );
};

/** How many of the filters beside the search are not as they are at first. */
export function activeFilters(filter: FindingFilter): number {
    const names = ['severity', 'module', 'output', 'settled'] as const;
    return names.filter(name => filter[name] !== NO_FILTER[name]).length;
}

interface ChoiceProps {
    readonly label: string;
    readonly value: string;
    readonly options: readonly (readonly [string, string])[];
    readonly onChoose: (value: string) => void;
}

/** Of one kind only there is nothing to choose. */
const Choice: React.FC<ChoiceProps> = ({ label, value, options, onChoose }) =>
    options.length > 2 || value !== options[0][0] ? (
        <select
            className="theia-select"
            value={value}
            aria-label={label}
            title={label}
            onChange={event => onChoose(event.target.value)}
        >
            {options.map(([each, name]) => (
                <option key={each} value={each}>
                    {name}
                </option>
            ))}
        </select>
    ) : undefined;
