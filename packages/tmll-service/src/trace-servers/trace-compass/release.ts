/** Where a build of the Trace Compass server is published, and how one is known. */
export interface Release {
    readonly url: string;
    /** The file that starts it, somewhere in the archive. */
    readonly executable: string;
}

/** Where the project publishes its builds. All are `.tar.gz`, the one for Windows too. */
const PROJECT = 'https://download.eclipse.org/tracecompass.incubator/trace-server/rcp';

/** The name that a platform and an architecture, as Node calls them, have in the names of builds. */
const BUILDS: Readonly<Record<string, string>> = {
    'linux x64': 'linux.gtk.x86_64',
    'linux arm64': 'linux.gtk.aarch64',
    'darwin x64': 'macosx.cocoa.x86_64',
    'darwin arm64': 'macosx.cocoa.aarch64',
    'win32 x64': 'win32.win32.x86_64',
    // Runs the build for x64.
    'win32 arm64': 'win32.win32.x86_64'
};

/**
 * The latest build for a machine.
 * @param platform Node's `process.platform`
 * @param architecture Node's `process.arch`
 * @throws Error in one sentence when there is none
 */
export function latestRelease(platform: string, architecture: string): Release {
    const build = BUILDS[`${platform} ${architecture}`];
    if (build === undefined) {
        throw new Error(
            `There is no Trace Compass server for ${platform} on ${architecture}; use the embedded trace server, or one on another machine.`
        );
    }
    return { url: `${PROJECT}/trace-compass-server-latest-${build}.tar.gz`, executable: executableOf(platform) };
}

/** Name of the file that starts the server. */
export function executableOf(platform: string): string {
    return platform === 'win32' ? 'tracecompass-server.exe' : 'tracecompass-server';
}
