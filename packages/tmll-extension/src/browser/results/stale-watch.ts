import { inject, injectable } from '@theia/core/shared/inversify';
import { FrontendApplicationContribution } from '@theia/core/lib/browser';
import { ResultModel } from './result-model';
import { RunModel } from './run-model';

/** Looks whether traces have changed whenever the user comes back to the window: they may have recorded anew meanwhile. */
@injectable()
export class StaleWatch implements FrontendApplicationContribution {
    @inject(ResultModel)
    protected readonly results: ResultModel;

    @inject(RunModel)
    protected readonly runs: RunModel;

    protected readonly onFocus = (): void => {
        this.results.checkStale();
        this.runs.checkStale();
    };

    onStart(): void {
        window.addEventListener('focus', this.onFocus);
    }

    onStop(): void {
        window.removeEventListener('focus', this.onFocus);
    }
}
