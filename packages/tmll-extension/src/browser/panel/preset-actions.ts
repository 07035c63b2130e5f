import { inject, injectable } from '@theia/core/shared/inversify';
import { MessageService, nls } from '@theia/core';
import { SingleTextInputDialog } from '@theia/core/lib/browser';
import { messageOf } from '../../common/message-of';
import { AnalysisForm } from '../form/analysis-form';
import { PresetModel } from '../form/preset-model';
import { Preset } from '../form/presets';

const UNDO_MS = 15_000;

/** Saves, renames and deletes presets of the user. */
@injectable()
export class PresetActions {
    @inject(PresetModel)
    protected readonly presets: PresetModel;

    @inject(AnalysisForm)
    protected readonly form: AnalysisForm;

    @inject(MessageService)
    protected readonly messages: MessageService;

    /** Keeps what the form holds under a name that the user is asked for. */
    async save(): Promise<void> {
        const { module, changedParameters: parameters } = this.form;
        if (!module) {
            return;
        }
        const title = nls.localize('tmll/presets/save', 'Save as Preset');
        const name = await this.askName(title, module.id, '');
        if (name !== undefined) {
            await this.keep(() => this.presets.save({ module: module.id, name, parameters, isOwn: true }));
        }
    }

    async rename(preset: Preset): Promise<void> {
        const title = nls.localize('tmll/presets/rename', 'Rename Preset');
        const name = await this.askName(title, preset.module, preset.name);
        if (name !== undefined && name !== preset.name) {
            await this.keep(() => this.presets.rename(preset, name));
        }
    }

    /** Deletes at once; a notification takes it back. */
    async delete(preset: Preset): Promise<void> {
        await this.keep(() => this.presets.delete(preset));
        const undo = nls.localizeByDefault('Undo');
        const text = nls.localize('tmll/presets/deleted', 'Preset "{0}" is deleted.', preset.name);
        if ((await this.messages.info(text, { timeout: UNDO_MS }, undo)) === undo) {
            await this.keep(() => this.presets.save(preset));
        }
    }

    protected async askName(title: string, module: string, initialValue: string): Promise<string | undefined> {
        const dialog = new SingleTextInputDialog({
            title,
            initialValue,
            confirmButtonLabel: nls.localizeByDefault('Save'),
            placeholder: nls.localize('tmll/presets/name', 'Name'),
            validate: name => this.reasonAgainst(module, name)
        });
        return (await dialog.open())?.trim();
    }

    protected reasonAgainst(module: string, name: string): string {
        if (name.trim() === '') {
            return nls.localize('tmll/presets/noName', 'Give it a name.');
        }
        return this.presets.isTaken(module, name)
            ? nls.localize('tmll/presets/taken', 'A preset of that name comes with the application; take another.')
            : '';
    }

    protected async keep(action: () => Promise<void>): Promise<void> {
        try {
            await action();
        } catch (error) {
            this.messages.error(messageOf(error));
        }
    }
}
