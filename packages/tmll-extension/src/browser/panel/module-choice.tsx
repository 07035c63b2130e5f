import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { AnalysisForm } from '../form/analysis-form';
import { JobModel } from '../results/job-model';

/** Which analysis is run, and what it tells. */
export const ModuleChoice: React.FC<{ readonly form: AnalysisForm; readonly jobs: JobModel }> = ({ form, jobs }) => (
    <div className="tmll-field">
        <label htmlFor="tmll-module">{nls.localize('tmll/panel/module', 'Analysis')}</label>
        <select
            id="tmll-module"
            className="theia-select"
            value={form.module?.id}
            aria-describedby="tmll-module-hint"
            onChange={event => form.chooseModule(event.target.value)}
        >
            {jobs.modules.map(({ id, name, description }) => (
                <option key={id} value={id} title={description}>
                    {name}
                </option>
            ))}
        </select>
        <div className="tmll-field-hint" id="tmll-module-hint">
            {form.module?.description}
        </div>
    </div>
);
