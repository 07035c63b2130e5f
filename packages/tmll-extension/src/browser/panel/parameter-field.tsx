import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import type { ParameterProperty } from 'tmll-analysis/algorithms';
import { IconButton } from '../react/icon-button';

export interface ParameterFieldProps {
    /** Name of the parameter: unique in its form. */
    readonly name: string;
    readonly property: ParameterProperty;
    readonly value: string | boolean;
    /** What is wrong with the value, one sentence. */
    readonly error: string | undefined;
    /** Whether it is not the default. */
    readonly isChanged: boolean;
    readonly onChange: (value: string | boolean) => void;
    /** Back to the default. */
    readonly onReset: () => void;
}

/** One parameter of an analysis: its label, a control that fits its kind, what it means, and what is wrong with it. */
export const ParameterField: React.FC<ParameterFieldProps> = props => {
    const { name, property, error } = props;
    const id = `tmll-parameter-${name}`;
    const choice = property.oneOf?.find(option => option.const === props.value);
    const kind = property.oneOf ? 'tmll-choice-field' : 'tmll-value-field';
    return (
        <div className={`tmll-field ${kind}${error ? ' tmll-invalid' : ''}`} title={property.description}>
            {property.type !== 'boolean' && <label htmlFor={id}>{property.title}</label>}
            <div className="tmll-control">
                <Control {...props} id={id} />
                {props.isChanged && <IconButton icon="discard" label={resetLabel(property)} onClick={props.onReset} />}
            </div>
            {error && (
                <div className="tmll-field-error" id={`${id}-error`} role="alert">
                    {error}
                </div>
            )}
            <div className="tmll-field-hint" id={`${id}-hint`}>
                {choice?.description ?? property.description}
            </div>
        </div>
    );
};

function resetLabel({ title, default: value, oneOf }: ParameterProperty): string {
    const shown = oneOf?.find(option => option.const === value)?.title ?? String(value);
    return shown === ''
        ? nls.localize('tmll/panel/resetToEmpty', 'Reset {0} to its default', title)
        : nls.localize('tmll/panel/resetTo', 'Reset {0} to its default, {1}', title, shown);
}

interface ControlProps extends ParameterFieldProps {
    readonly id: string;
}

const Control: React.FC<ControlProps> = props => {
    if (props.property.type === 'boolean') {
        return <TickBox {...props} />;
    }
    return props.property.oneOf ? <Choice {...props} /> : <TextField {...props} />;
};

const TickBox: React.FC<ControlProps> = ({ id, property, value, onChange }) => (
    <label className="tmll-check" htmlFor={id}>
        <input
            id={id}
            type="checkbox"
            checked={value === true}
            aria-describedby={`${id}-hint`}
            onChange={event => onChange(event.target.checked)}
        />
        {property.title}
    </label>
);

const Choice: React.FC<ControlProps> = ({ id, property, value, onChange }) => (
    <select
        id={id}
        className="theia-select"
        value={String(value)}
        aria-describedby={`${id}-hint`}
        onChange={event => onChange(event.target.value)}
    >
        {property.oneOf?.map(option => (
            <option key={option.const} value={option.const} title={option.description}>
                {option.title}
            </option>
        ))}
    </select>
);

const TextField: React.FC<ControlProps> = ({ id, property, value, error, onChange }) => (
    <input
        id={id}
        className="theia-input"
        type="text"
        inputMode={property.type === 'string' ? 'text' : 'decimal'}
        spellCheck={false}
        value={String(value)}
        placeholder={String(property.default) || nls.localize('tmll/panel/automatic', 'automatic')}
        aria-invalid={error !== undefined}
        aria-describedby={error ? `${id}-error ${id}-hint` : `${id}-hint`}
        onChange={event => onChange(event.target.value)}
    />
);
