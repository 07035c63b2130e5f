import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { formatValue, LeakData, LeakSite } from 'tmll-analysis/algorithms';
import { SeverityBadge } from '../../severity/severity-badge';
import { Sparkline } from './sparkline';

/** More sites than these hold next to nothing. */
const MOST_ROWS = 50;

interface SiteTableProps {
    readonly data: LeakData;
    readonly selected: LeakSite | undefined;
    /** Undefined: all of them again. */
    readonly onSelect: (site: LeakSite | undefined) => void;
}

/** The call sites that hold memory at the end; one that is selected is shown alone in the chart. */
export const SiteTable: React.FC<SiteTableProps> = ({ data: { sites }, selected, onSelect }) => {
    const title = nls.localize('tmll/leaks/sites', 'Call sites with live memory');
    return (
        <section aria-label={title}>
            <h3>{title}</h3>
            <p className="tmll-dim">
                {nls.localize(
                    'tmll/leaks/sitesHint',
                    'Select a site to see it alone in the chart, and why it is suspected.'
                )}
            </p>
            <div className="tmll-document-table">
                <table aria-label={title}>
                    <thead>
                        <tr>
                            <th scope="col">{nls.localize('tmll/leaks/site', 'Site')}</th>
                            <th scope="col">{nls.localize('tmll/leaks/state', 'State')}</th>
                            <th scope="col">{nls.localize('tmll/leaks/course', 'Over time')}</th>
                            <th scope="col" className="tmll-number">
                                {nls.localize('tmll/leaks/bytes', 'Live memory')}
                            </th>
                            <th scope="col" className="tmll-number">
                                {nls.localize('tmll/leaks/count', 'Blocks')}
                            </th>
                            <th scope="col" className="tmll-number">
                                {nls.localize('tmll/leaks/growth', 'Grows by')}
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        {sites.slice(0, MOST_ROWS).map(site => (
                            <SiteRow key={site.id} site={site} isSelected={site === selected} onSelect={onSelect} />
                        ))}
                    </tbody>
                </table>
            </div>
            {sites.length > MOST_ROWS && (
                <p className="tmll-dim">
                    {nls.localize('tmll/leaks/moreSites', '{0} more hold less.', sites.length - MOST_ROWS)}
                </p>
            )}
        </section>
    );
};

interface SiteRowProps {
    readonly site: LeakSite;
    readonly isSelected: boolean;
    readonly onSelect: (site: LeakSite | undefined) => void;
}

const SiteRow: React.FC<SiteRowProps> = ({ site, isSelected, onSelect }) => (
    <tr className={isSelected ? 'tmll-selected-row' : undefined}>
        <td>
            <button
                type="button"
                className="tmll-site-name"
                aria-pressed={isSelected}
                onClick={() => onSelect(isSelected ? undefined : site)}
            >
                {site.name}
            </button>
        </td>
        <td>
            {verdictText(site)} {site.verdict === 'growing' && <SeverityBadge severity={site.severity} />}
        </td>
        <td>
            <Sparkline
                values={site.liveValues}
                label={nls.localize('tmll/leaks/spark', 'Live memory of {0} over time', site.name)}
            />
        </td>
        <td className="tmll-number">{formatValue(site.bytes, 'B')}</td>
        <td className="tmll-number">{site.blocks.toLocaleString()}</td>
        <td className="tmll-number">
            {site.verdict === 'growing' ? formatValue(site.rate.bytesPerSecond, 'B/s') : ''}
        </td>
    </tr>
);

function verdictText({ verdict }: LeakSite): string {
    switch (verdict) {
        case 'growing':
            return nls.localize('tmll/leaks/growing', 'keeps growing');
        case 'stopped':
            return nls.localize('tmll/leaks/stopped', 'grew, and stopped');
        case 'held':
            return nls.localize('tmll/leaks/held', 'held');
        case 'recent':
            return nls.localize('tmll/leaks/recent', 'in use');
        case 'released':
            return nls.localize('tmll/leaks/released', 'released');
    }
}
