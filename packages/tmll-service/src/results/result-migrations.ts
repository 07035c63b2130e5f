/** Raised when the form of the files or of what is in them changes. */
export const SCHEMA_VERSION = 3;

type Header = Readonly<Record<string, unknown>>;

/** What makes a header of the version after it out of one of a version, given the result; one entry a version. */
const MIGRATIONS: Readonly<Record<number, (header: Header, json: Buffer) => Header>> = {
    // Version 1 did not keep what was asked. The result tells its parameters, but not the words of the selection.
    1: (header, json) => ({ ...header, questionId: header.id, about: '', parameters: parametersOf(json) }),
    // Version 2 did not keep where the traces lay: such a result is never taken for one of an earlier state of a trace.
    2: header => ({ ...header, source: '' })
};

/** Whether files of a version can be read: of this one, or of one from which a way leads here. */
export function isReadable(version: number): boolean {
    return version === SCHEMA_VERSION || version in MIGRATIONS;
}

/** The header as this version has it, from an older one; the result itself is the same in all versions so far. */
export function migrateHeader(header: Header, json: Buffer): Header {
    let current = header;
    for (let version = Number(header.schemaVersion); version < SCHEMA_VERSION; version++) {
        current = { ...MIGRATIONS[version](current, json), schemaVersion: version + 1 };
    }
    return current;
}

function parametersOf(json: Buffer): unknown {
    const { provenance } = JSON.parse(json.toString()) as { provenance?: { parameters?: unknown } };
    return provenance?.parameters ?? {};
}
