import { readFile } from 'node:fs/promises';
import {
    FunctionRange,
    FunctionTable,
    functionTable,
    LoadedModule,
    ParameterError,
    SymbolSource
} from 'tmll-analysis/algorithms';
import { isErrorCode, messageOf } from '../service/errors';
import { demangled } from './demangle';
import { ElfSymbols, readElf } from './elf-file';

/** Where distributions put the symbols that they strip from modules. */
const DEBUG_FOLDER = '/usr/lib/debug/.build-id';

/** Reads the functions of modules from their files on this machine, or from a file that the user names. */
export const fileSymbols: SymbolSource = {
    async functionsOf(module: LoadedModule): Promise<FunctionTable | undefined> {
        const { path, buildId } = module;
        const own = await readQuietly(path);
        // A file of another build would give wrong names.
        const isSame =
            own !== undefined && (buildId === undefined || own.buildId === undefined || own.buildId === buildId);
        const separate =
            buildId && (await readQuietly(`${DEBUG_FOLDER}/${buildId.slice(0, 2)}/${buildId.slice(2)}.debug`));
        const functions = [...(separate ? separate.functions : []), ...(isSame ? own.functions : [])];
        return functions.length > 0 ? demangled(functionTable(functions)) : undefined;
    },

    async functionsIn(path: string): Promise<ReadonlyMap<string, FunctionTable>> {
        let content: unknown;
        try {
            content = JSON.parse(await readFile(path, 'utf8'));
        } catch (error) {
            throw new ParameterError(`The symbol file ${path} cannot be read (${messageOf(error)}).`);
        }
        const modules = Array.isArray(content) ? content : [content];
        return new Map(
            modules.map(module => [executableOf(module, path), demangled(functionTable(functionsOf(module, path)))])
        );
    }
};

/** A file that is missing, is not ours to read, or is none: names are a help, not a need. */
async function readQuietly(path: string): Promise<ElfSymbols | undefined> {
    // Paths of a trace are those of Linux; two slashes would name another machine on Windows.
    if (!path.startsWith('/') || path.startsWith('//')) {
        return undefined;
    }
    try {
        return await readElf(path);
    } catch (error) {
        if (['ENOENT', 'ENOTDIR', 'EACCES', 'EISDIR', 'ELOOP', 'EPERM'].some(code => isErrorCode(error, code))) {
            return undefined;
        }
        throw error;
    }
}

const FORMAT =
    'it holds {"executable": "name", "functions": {"f": [start, end]}}, or a list of such; addresses as "nm" has them';

function executableOf(module: unknown, path: string): string {
    const { executable } = (module ?? {}) as { executable?: unknown };
    if (typeof executable !== 'string') {
        throw new ParameterError(`The symbol file ${path} names no executable; ${FORMAT}.`);
    }
    return executable.slice(executable.lastIndexOf('/') + 1);
}

function functionsOf(module: unknown, path: string): FunctionRange[] {
    const { functions } = (module ?? {}) as { functions?: unknown };
    return Object.entries(functions ?? {}).map(([name, range]) => {
        const [start, end] = Array.isArray(range) ? range : [];
        if (typeof start !== 'number' || typeof end !== 'number') {
            throw new ParameterError(`The symbol file ${path} has no addresses for "${name}"; ${FORMAT}.`);
        }
        return { name, start, end };
    });
}
