import { existsSync } from 'fs';
import { join } from 'path';
import { ApplicationPackage } from '@theia/core/shared/@theia/application-package';
import { inject, injectable } from '@theia/core/shared/inversify';
import { PluginDeployerParticipant, PluginDeployerStartContext } from '@theia/plugin-ext';

/** Folders of the application that hold plugins: what `npm run plugins` brings, and what the application's build puts there. */
const FOLDERS = ['plugins', 'lib/plugins'];

/** Runs the plugins that lie in the application's own folders, however it is started. */
@injectable()
export class ApplicationPlugins implements PluginDeployerParticipant {
    @inject(ApplicationPackage)
    protected readonly application: ApplicationPackage;

    async onWillStart({ systemEntries }: PluginDeployerStartContext): Promise<void> {
        const folders = FOLDERS.map(folder => join(this.application.projectPath, folder));
        systemEntries.push(...folders.filter(folder => existsSync(folder)).map(folder => `local-dir:${folder}`));
    }
}
