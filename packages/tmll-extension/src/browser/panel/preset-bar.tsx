import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import type { ModuleDescriptor } from 'tmll-service/protocol';
import { AnalysisForm } from '../form/analysis-form';
import { isSame, Preset } from '../form/presets';
import { IconButton } from '../react/icon-button';
import { PresetActions } from './preset-actions';

const DEFAULTS = 'defaults';
const CHANGED = 'changed';

interface PresetBarProps {
    readonly form: AnalysisForm;
    readonly module: ModuleDescriptor;
    readonly actions: PresetActions;
}

/** Named sets of parameters: one is chosen, what the form holds is saved as one, and the user's own are renamed and deleted. */
export const PresetBar: React.FC<PresetBarProps> = ({ form, module, actions }) => {
    const { preset, changedParameters, parsed } = form;
    const presets = form.presets.of(module.id);
    const isDefault = Object.keys(changedParameters).length === 0;
    const isValid = Object.keys(parsed.errors).length === 0;
    const choose = (value: string): void => {
        const chosen = presets[Number(value)];
        if (value === DEFAULTS) {
            form.reset();
        } else if (chosen) {
            form.applyPreset(chosen);
        }
    };
    const own = preset?.isOwn ? preset : undefined;
    return (
        <div className="tmll-field">
            <label htmlFor="tmll-preset">{nls.localize('tmll/presets/label', 'Preset')}</label>
            <div className="tmll-preset-row">
                <select
                    id="tmll-preset"
                    className="theia-select"
                    value={
                        preset
                            ? presets.findIndex(each => isSame(each, preset))
                            : isDefault && isValid
                              ? DEFAULTS
                              : CHANGED
                    }
                    aria-describedby="tmll-preset-hint"
                    onChange={event => choose(event.target.value)}
                >
                    <option value={DEFAULTS}>{nls.localize('tmll/presets/defaults', 'Defaults')}</option>
                    {!preset && !(isDefault && isValid) && (
                        <option value={CHANGED}>{nls.localize('tmll/presets/changed', 'As set below')}</option>
                    )}
                    <Options
                        label={nls.localize('tmll/presets/shipped', 'Ready-made')}
                        presets={presets}
                        isOwn={false}
                    />
                    <Options label={nls.localize('tmll/presets/own', 'Yours')} presets={presets} isOwn={true} />
                </select>
                {own && (
                    <>
                        <IconButton
                            icon="edit"
                            label={nls.localize('tmll/presets/renameThis', 'Rename preset {0}', own.name)}
                            onClick={() => actions.rename(own)}
                        />
                        <IconButton
                            icon="trash"
                            label={nls.localize('tmll/presets/deleteThis', 'Delete preset {0}', own.name)}
                            onClick={() => actions.delete(own)}
                        />
                    </>
                )}
                <IconButton
                    icon="save"
                    label={nls.localize('tmll/presets/saveThis', 'Save these parameters as a preset')}
                    disabled={isDefault || !isValid || preset !== undefined}
                    onClick={() => actions.save()}
                />
            </div>
            <div className="tmll-field-hint" id="tmll-preset-hint">
                {preset?.description}
            </div>
        </div>
    );
};

interface OptionsProps {
    readonly label: string;
    readonly presets: readonly Preset[];
    readonly isOwn: boolean;
}

/** Their values are their places in the list of all. */
const Options: React.FC<OptionsProps> = ({ label, presets, isOwn }) =>
    presets.some(preset => (preset.isOwn ?? false) === isOwn) ? (
        <optgroup label={label}>
            {presets.map((preset, index) =>
                (preset.isOwn ?? false) === isOwn ? (
                    <option key={preset.name} value={index} title={preset.description}>
                        {preset.name}
                    </option>
                ) : undefined
            )}
        </optgroup>
    ) : undefined;
