import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { formatDuration, formatNs, formatValueRange, LeakData, LeakSite } from 'tmll-analysis/algorithms';
import { ContentProps } from '../content-props';
import { Metrics } from '../frame/metrics';

interface SiteDetailProps extends Pick<ContentProps, 'onGo'> {
    readonly site: LeakSite;
    readonly data: LeakData;
}

/** What is known of one call site, and the ways to its events. */
export const SiteDetail: React.FC<SiteDetailProps> = ({ site, data, onGo }) => {
    const { startNs, endNs, oldestNs, newestNs } = site;
    const places = [
        {
            label: nls.localize('tmll/leaks/goGrowth', 'Show the Stretch in Which It Grows'),
            place: startNs === undefined ? undefined : { startNs, endNs: endNs ?? data.usage.endNs }
        },
        {
            label: nls.localize('tmll/leaks/goOldest', 'Go to the Oldest Live Block'),
            place: { startNs: oldestNs, endNs: oldestNs }
        },
        {
            label: nls.localize('tmll/leaks/goNewest', 'Go to the Newest Live Block'),
            place: { startNs: newestNs, endNs: newestNs }
        }
    ];
    return (
        <section aria-label={nls.localize('tmll/leaks/detail', 'Selected site')}>
            <h3>{site.name}</h3>
            <p>{site.reason}</p>
            <Metrics of={figuresOf(site)} />
            <div className="tmll-result-actions">
                {places.map(
                    ({ label, place }) =>
                        place && (
                            <button
                                key={label}
                                type="button"
                                className="theia-button secondary"
                                onClick={() => onGo(place)}
                            >
                                {label}
                            </button>
                        )
                )}
            </div>
        </section>
    );
};

function figuresOf(site: LeakSite): [string, string | undefined][] {
    const { call, module, startNs, leastSize, mostSize, medianAgeNs, exampleAddress, allocations, deallocations } =
        site;
    const threads = site.threads.map(({ name, id }) => (id < 0 ? name : `${name} (${id})`)).filter(name => name !== '');
    return [
        [nls.localize('tmll/leaks/call', 'Call'), call],
        [nls.localize('tmll/leaks/module', 'Module'), module],
        [nls.localize('tmll/leaks/since', 'Grows since'), startNs === undefined ? undefined : formatNs(startNs)],
        [nls.localize('tmll/leaks/sizes', 'Sizes'), formatValueRange(leastSize, mostSize, 'B')],
        [nls.localize('tmll/leaks/age', 'Median age'), formatDuration(BigInt(Math.round(medianAgeNs)))],
        [nls.localize('tmll/leaks/calls', 'Allocations'), allocations.toLocaleString()],
        [nls.localize('tmll/leaks/frees', 'Deallocations'), deallocations.toLocaleString()],
        [nls.localize('tmll/leaks/example', 'Oldest block at'), exampleAddress],
        [nls.localize('tmll/leaks/threads', 'Threads'), threads.length > 0 ? threads.join(', ') : undefined]
    ];
}
