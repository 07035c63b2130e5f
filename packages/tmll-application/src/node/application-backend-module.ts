import { ContainerModule } from '@theia/core/shared/inversify';
import { PluginDeployerParticipant } from '@theia/plugin-ext';
import { ApplicationPlugins } from './application-plugins';

export default new ContainerModule(bind => {
    bind(PluginDeployerParticipant).to(ApplicationPlugins).inSingletonScope();
});
