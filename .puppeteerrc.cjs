// @theia/cli brings puppeteer, which would fetch a browser of its own; the browser tests use the system's Chromium.
module.exports = { skipDownload: true };
