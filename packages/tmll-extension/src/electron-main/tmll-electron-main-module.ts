import { ContainerModule } from '@theia/core/shared/inversify';
import { ElectronMainApplication } from '@theia/core/lib/electron-main/electron-main-application';
import { TraceElectronMainApplication } from './trace-electron-main-application';

export default new ContainerModule((bind, _unbind, _isBound, rebind) => {
    bind(TraceElectronMainApplication).toSelf().inSingletonScope();
    rebind(ElectronMainApplication).toService(TraceElectronMainApplication);
});
