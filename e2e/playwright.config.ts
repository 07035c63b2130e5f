import { defineConfig } from '@playwright/test';

/** Chromium flags that a container without sandbox, GPU or network needs. */
const CHROMIUM_FLAGS = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync'
];

export default defineConfig({
    testDir: './tests',
    outputDir: './test-results',
    timeout: 120_000,
    expect: { timeout: 20_000 },
    workers: 1,
    // A failure is a failure: tests that pass at the second try hide what users meet at the first.
    retries: 0,
    forbidOnly: process.env.CI !== undefined,
    reporter: [['list']],
    use: {
        browserName: 'chromium',
        viewport: { width: 1440, height: 900 },
        launchOptions: { executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: CHROMIUM_FLAGS },
        screenshot: 'only-on-failure',
        trace: 'retain-on-failure'
    }
});
