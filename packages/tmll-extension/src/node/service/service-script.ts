import { existsSync } from 'fs';
import { createRequire } from 'module';
import { dirname, join } from 'path';

/**
 * The service's script: the copy that the application's build puts beside the bundled backend, else the one of the
 * installed package.
 * @param backend absolute path of the file that runs the backend
 * @throws Error when neither is there
 */
export function findServiceScript(backend: string): string {
    const bundled = join(dirname(backend), 'tmll-service', 'service.js');
    if (existsSync(bundled)) {
        return bundled;
    }
    const installed = installedScript(backend);
    if (installed && existsSync(installed)) {
        return installed;
    }
    throw new Error(
        `The analysis service is not built: neither ${bundled} nor ${installed ?? 'the package tmll-service'} is there. ` +
            'Build the application again with "npm run build".'
    );
}

/** Asked at run time of Node itself, so that no bundler replaces the call. */
function installedScript(backend: string): string | undefined {
    try {
        return join(dirname(createRequire(backend).resolve('tmll-service/package.json')), 'dist', 'service.js');
    } catch {
        // The package is not installed: the caller says so.
        return undefined;
    }
}
