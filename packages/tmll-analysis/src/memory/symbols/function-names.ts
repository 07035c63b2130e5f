import { LoadedModule } from '../accounting/allocation-batch';

/** The functions of a module. */
export interface FunctionTable {
    /** The function in which an address of the module lies, as the module itself counts; undefined for none. */
    nameAt(address: number): string | undefined;
}

/** Where the functions of modules are looked up; hosts that can read files have one. */
export interface SymbolSource {
    /** The functions of a module, from its own file; undefined when it is not at hand, is another build, or has no symbols. */
    functionsOf(module: LoadedModule): Promise<FunctionTable | undefined>;
    /**
     * The functions that a JSON file names, by the file name of the module.
     * @throws ParameterError when it cannot be read
     */
    functionsIn(path: string): Promise<ReadonlyMap<string, FunctionTable>>;
}

/** Looks the functions of modules up, once for each module. */
export async function functionNames(
    modules: readonly LoadedModule[],
    symbolFile: string,
    source: SymbolSource | undefined
): Promise<{
    readonly names: (module: LoadedModule, address: number) => string | undefined;
    readonly warnings: readonly string[];
}> {
    const tables = new Map<string, FunctionTable | undefined>();
    if (source === undefined) {
        const warnings = symbolFile === '' ? [] : ['The symbol file was not read: this host cannot read files.'];
        return { names: () => undefined, warnings };
    }
    const given = symbolFile === '' ? undefined : await source.functionsIn(symbolFile);
    for (const module of modules) {
        const name = module.path.slice(module.path.lastIndexOf('/') + 1);
        if (!tables.has(module.path)) {
            tables.set(module.path, given?.get(name) ?? (await source.functionsOf(module)));
        }
    }
    return { names: ({ path }, address) => tables.get(path)?.nameAt(address), warnings: [] };
}

/** A function and the addresses that it takes, the end exclusive. */
export interface FunctionRange {
    readonly name: string;
    readonly start: number;
    readonly end: number;
}

/** Finds functions by address. Of several at one place the first one counts. */
export function functionTable(functions: readonly FunctionRange[]): FunctionTable {
    const sorted = [...functions].sort((a, b) => a.start - b.start);
    const starts = Float64Array.from(sorted, ({ start }) => start);
    return {
        nameAt(address) {
            let low = 0;
            let high = starts.length;
            while (low < high) {
                const middle = (low + high) >>> 1;
                if (starts[middle] <= address) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            // Aliases and functions inside of others begin at or before the address, too.
            for (let index = low - 1; index >= 0 && index > low - MOST_ALIASES; index--) {
                if (address < sorted[index].end) {
                    return sorted[index].name;
                }
            }
            return undefined;
        }
    };
}

const MOST_ALIASES = 16;
