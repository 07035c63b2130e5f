import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as glue from 'gecko-profiler-demangle/index_bg.js';
import { FunctionTable } from 'tmll-analysis/algorithms';

/** What C++ (Itanium ABI) and Rust compilers begin the names of functions with. */
const MANGLED = /^_{1,3}(?:Z|R)/;
/** Longer names are not worth the time: nobody reads them either way. */
const LONGEST_NAME = 16_384;

let loaded = false;

/** The name that a function of C++ or Rust has in its source; any other name as it is. */
export function demangle(name: string): string {
    if (!MANGLED.test(name) || name.length > LONGEST_NAME) {
        return name;
    }
    try {
        load();
        const source = glue.demangle_any(name);
        // It takes the first underscore off a name that it does not understand.
        return name.endsWith(source) ? name : source;
    } catch (error) {
        // WebAssembly traps on names that no compiler wrote; what it leaves behind is not to be trusted.
        if (error instanceof WebAssembly.RuntimeError) {
            loaded = false;
            return name;
        }
        throw error;
    }
}

/** The same functions, by the names of their source. */
export function demangled(table: FunctionTable): FunctionTable {
    return {
        nameAt(address) {
            const name = table.nameAt(address);
            return name && demangle(name);
        }
    };
}

function load(): void {
    if (loaded) {
        return;
    }
    // A bundled service has it beside itself.
    const beside = join(__dirname, 'demangle.wasm');
    const file = existsSync(beside) ? beside : require.resolve('gecko-profiler-demangle/index_bg.wasm');
    const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)), {
        './index_bg.js': glue as unknown as WebAssembly.ModuleImports
    });
    glue.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
    loaded = true;
}
