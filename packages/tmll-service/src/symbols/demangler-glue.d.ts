/** The half of the package that is JavaScript; the package itself wants a bundler that imports WebAssembly. */
declare module 'gecko-profiler-demangle/index_bg.js' {
    export function __wbg_set_wasm(exports: WebAssembly.Exports): void;
    export function demangle_any(name: string): string;
}
