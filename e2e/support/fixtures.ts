import { test as base } from '@playwright/test';
import { Workbench } from '../page-objects/workbench';
import { Application } from './application';

interface WorkerFixtures {
    /** One application for all tests of a file. */
    readonly application: Application;
}

interface TestFixtures {
    /** The workbench in a fresh page of that application. */
    readonly workbench: Workbench;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
    application: [
        // Playwright reads which fixtures are needed off the pattern.
        // eslint-disable-next-line no-empty-pattern
        async ({}, provide) => {
            const application = await Application.start({ preferences: { 'workbench.colorTheme': 'dark' } });
            await provide(application);
            await application.stop();
        },
        { scope: 'worker' }
    ],
    workbench: async ({ application, page }, provide) => {
        await provide(await Workbench.open(page, application.address));
    }
});

export { expect } from '@playwright/test';
