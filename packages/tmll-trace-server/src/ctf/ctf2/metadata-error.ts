/** The JSON metadata says something that cannot be. The message says where and what, without the file and a full stop. */
export class MetadataError extends Error {
    constructor(where: string, problem: string) {
        super(`${where}: ${problem}`);
        this.name = 'MetadataError';
    }
}
