import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import type { ModuleDescriptor } from 'tmll-service/protocol';
import { AnalysisForm } from '../form/analysis-form';
import { visibleParameters } from '../form/parameter-values';
import { IconButton } from '../react/icon-button';
import { ParameterField } from './parameter-field';
import { Section } from './section';

interface ParameterSectionProps {
    readonly form: AnalysisForm;
    readonly module: ModuleDescriptor;
    /** Stands above the parameters. */
    readonly children?: React.ReactNode;
}

/** How the chosen analysis is to be done: its method and what the method can be told. */
export const ParameterSection: React.FC<ParameterSectionProps> = ({ form, module, children }) => {
    const { values, parsed } = form;
    const visible = visibleParameters(module.schema, values);
    return (
        <Section
            id="tmll-parameters"
            title={nls.localize('tmll/panel/parameters', 'Parameters')}
            actions={
                <IconButton
                    icon="discard"
                    label={nls.localize('tmll/panel/reset', 'Reset Parameters to Defaults')}
                    disabled={!visible.some(name => form.isChanged(name))}
                    onClick={() => form.reset()}
                />
            }
        >
            {children}
            {visible.map(name => (
                <ParameterField
                    key={name}
                    name={name}
                    property={module.schema.properties[name]}
                    value={values[name]}
                    error={parsed.errors[name]}
                    isChanged={form.isChanged(name)}
                    onChange={value => form.setValue(name, value)}
                    onReset={() => form.reset(name)}
                />
            ))}
        </Section>
    );
};
