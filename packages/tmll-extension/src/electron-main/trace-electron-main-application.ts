import { resolve } from 'path';
import { app, dialog } from '@theia/core/electron-shared/electron';
import { injectable } from '@theia/core/shared/inversify';
import {
    ElectronMainApplication,
    ElectronMainCommandOptions
} from '@theia/core/lib/electron-main/electron-main-application';
import { tracesQuery } from '../common/window-traces';

/**
 * The desktop application: a path on its command line, or a file that the system opens with it, is a trace. Each opens in a
 * window of its own, the first in the one that is there at the start.
 */
@injectable()
export class TraceElectronMainApplication extends ElectronMainApplication {
    protected override hookApplicationEvents(): void {
        super.hookApplicationEvents();
        // macOS says in this way what it opens with the application.
        app.on('open-file', (event, path) => {
            event.preventDefault();
            this.openTrace(path).catch(error => dialog.showErrorBox(path, `No window can be opened for it: ${error}`));
        });
    }

    protected override async handleMainCommand(options: ElectronMainCommandOptions): Promise<void> {
        if (options.file === undefined) {
            await super.handleMainCommand(options);
        } else {
            await this.openTrace(resolve(options.cwd, options.file));
        }
    }

    protected async openTrace(path: string): Promise<void> {
        await this.openDefaultWindow(tracesQuery([path]));
    }
}
