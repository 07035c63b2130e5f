import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { Trace } from 'tsp-typescript-client/lib/models/trace';
import { TraceSession } from '../session/trace-session';
import { formatDuration, formatWallClock } from '../time/time-format';

export interface TracePropertiesProps {
    readonly session: TraceSession;
    /** Closes the trace and has the trace server forget it. */
    readonly onDelete: () => void;
}

/** What is known of the active trace, and of each one that it is made of. */
export function TraceProperties({ session, onDelete }: TracePropertiesProps): React.ReactElement {
    const { experiment } = session;
    const rows: readonly (readonly [string, string])[] = [
        [nls.localize('tmll/viewer/property/events', 'Events'), experiment.nbEvents.toLocaleString()],
        [nls.localize('tmll/viewer/property/start', 'Start'), formatWallClock(experiment.start)],
        [nls.localize('tmll/viewer/property/end', 'End'), formatWallClock(experiment.end)],
        [
            nls.localize('tmll/viewer/property/duration', 'Duration'),
            formatDuration(Number(experiment.end - experiment.start))
        ],
        [nls.localize('tmll/viewer/property/startNs', 'Start in ns'), String(experiment.start)]
    ];
    return (
        <details className="tmll-explorer-more tmll-properties">
            <summary>{nls.localize('tmll/viewer/properties', 'Properties of {0}', experiment.name)}</summary>
            <Rows rows={rows} />
            {experiment.traces.map(trace => (
                <React.Fragment key={trace.UUID}>
                    <h5 title={trace.path}>{trace.name}</h5>
                    <Rows rows={rowsOf(trace)} />
                </React.Fragment>
            ))}
            <button type="button" className="theia-button secondary" onClick={onDelete}>
                {nls.localize('tmll/viewer/deleteTrace', 'Delete at the Trace Server…')}
            </button>
        </details>
    );
}

function rowsOf({ path, properties }: Trace): readonly (readonly [string, string])[] {
    return [
        [nls.localize('tmll/viewer/property/path', 'Path'), path],
        ...Object.entries(properties ?? {}).map(([name, value]): [string, string] => [name, String(value)])
    ];
}

function Rows({ rows }: { readonly rows: readonly (readonly [string, string])[] }): React.ReactElement {
    return (
        <dl>
            {rows.map(([name, text]) => (
                <React.Fragment key={name}>
                    <dt>{name}</dt>
                    <dd title={text}>{text}</dd>
                </React.Fragment>
            ))}
        </dl>
    );
}
