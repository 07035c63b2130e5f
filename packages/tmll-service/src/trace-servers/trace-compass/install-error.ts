/** Why the trace server could not be installed, in one sentence that says what to do. */
export class InstallError extends Error {
    override readonly name = 'InstallError';
}
