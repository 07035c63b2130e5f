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
}

/** How the chosen analysis is to be done: its method and what the method can be told. */
export const ParameterSection: React.FC<ParameterSectionProps> = ({ form, module }) => {
    const { values, parsed } = form;
    return (
        <Section
            id="tmll-parameters"
            title={module.name}
            actions={
                <IconButton
                    icon="discard"
                    label={nls.localize('tmll/panel/reset', 'Reset Parameters to Defaults')}
                    onClick={() => form.resetValues()}
                />
            }
        >
            {visibleParameters(module.schema, values).map(name => (
                <ParameterField
                    key={name}
                    name={name}
                    property={module.schema.properties[name]}
                    value={values[name]}
                    error={parsed.errors[name]}
                    onChange={value => form.setValue(name, value)}
                />
            ))}
        </Section>
    );
};
