import { inject, injectable } from '@theia/core/shared/inversify';
import { CommandRegistry, nls } from '@theia/core';
import { KeybindingRegistry } from '@theia/core/lib/browser';
import { TmllCommands } from '../commands/tmll-commands';

/** Keys, and what they do. */
export interface Shortcut {
    readonly keys: string;
    readonly does: string;
}

/** Keys of the charts, which are no commands. */
const CHART_KEYS: readonly Shortcut[] = [
    { keys: 'W S', does: nls.localize('tmll/shortcuts/zoom', 'Zoom in and out, on a chart') },
    { keys: 'A D', does: nls.localize('tmll/shortcuts/pan', 'Go back and on in time, on a chart') },
    { keys: '↑ ↓ Enter', does: nls.localize('tmll/shortcuts/findings', 'Choose a finding, and go there') }
];

const COMMANDS = [
    TmllCommands.ANALYZE_TRACE,
    TmllCommands.FIND_ANOMALIES,
    TmllCommands.RUN,
    TmllCommands.EXPLAIN_SELECTION,
    TmllCommands.SHOW_FINDINGS
];

/** The keys that a beginner needs, as they are bound now. */
@injectable()
export class Shortcuts {
    @inject(KeybindingRegistry)
    protected readonly keybindings: KeybindingRegistry;

    @inject(CommandRegistry)
    protected readonly commands: CommandRegistry;

    list(): readonly Shortcut[] {
        const bound = COMMANDS.flatMap(({ id, label = id }) => {
            const [binding] = this.keybindings.getKeybindingsForCommand(id);
            return binding ? [{ keys: this.keybindings.acceleratorFor(binding, '+').join(' '), does: label }] : [];
        });
        return [...bound, ...CHART_KEYS];
    }
}
