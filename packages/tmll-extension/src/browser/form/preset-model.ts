import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { Emitter, Event } from '@theia/core';
import { PreferenceScope, PreferenceService } from '@theia/core/lib/common/preferences';
import { PRESETS } from './form-preferences';
import { isSame, Preset, readPresets, SHIPPED_PRESETS } from './presets';

/** The presets on offer: those that come with the application, and the user's own, which are kept among the user's preferences. */
@injectable()
export class PresetModel {
    @inject(PreferenceService)
    protected readonly preferences: PreferenceService;

    protected readonly onDidChangeEmitter = new Emitter<void>();
    readonly onDidChange: Event<void> = this.onDidChangeEmitter.event;

    @postConstruct()
    protected init(): void {
        this.preferences.onPreferenceChanged(
            ({ preferenceName }) => preferenceName === PRESETS && this.onDidChangeEmitter.fire()
        );
    }

    /** Those of an analysis, the user's last. */
    of(module: string): readonly Preset[] {
        return [...SHIPPED_PRESETS, ...this.own].filter(preset => preset.module === module);
    }

    /** Why a preset cannot have a name, one sentence; undefined when it can. The name of an own preset is no obstacle: it is replaced. */
    isTaken(module: string, name: string): boolean {
        return SHIPPED_PRESETS.some(preset => isSame(preset, { module, name: name.trim() }));
    }

    /** Keeps a preset; an own one of the same name is replaced. */
    save(preset: Preset): Promise<void> {
        const { module, name, description, parameters } = preset;
        const kept = { module, name: name.trim(), description, parameters };
        return this.write([...this.own.filter(other => !isSame(other, kept)), kept]);
    }

    rename(preset: Preset, name: string): Promise<void> {
        const renamed = { ...preset, name: name.trim() };
        return this.write(
            this.own
                .filter(other => isSame(other, preset) || !isSame(other, renamed))
                .map(other => (isSame(other, preset) ? renamed : other))
        );
    }

    delete(preset: Preset): Promise<void> {
        return this.write(this.own.filter(other => !isSame(other, preset)));
    }

    protected get own(): readonly Preset[] {
        return readPresets(this.preferences.get(PRESETS));
    }

    protected async write(presets: readonly Preset[]): Promise<void> {
        const value = presets.map(({ module, name, description, parameters }) => ({
            ...{ module, name, parameters },
            ...(description !== undefined && { description })
        }));
        await this.preferences.set(PRESETS, value, PreferenceScope.User);
        this.onDidChangeEmitter.fire();
    }
}
