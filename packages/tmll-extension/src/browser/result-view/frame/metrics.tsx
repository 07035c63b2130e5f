import * as React from '@theia/core/shared/react';

/** Names and values for people; those without a value are left out. */
export const Metrics: React.FC<{
    readonly of: readonly (readonly [name: string, value: React.ReactNode | undefined])[];
}> = ({ of }) => (
    <dl className="tmll-metrics">
        {of
            .filter(([, value]) => value !== undefined && value !== '')
            .map(([name, value]) => (
                <div key={name}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                </div>
            ))}
    </dl>
);
