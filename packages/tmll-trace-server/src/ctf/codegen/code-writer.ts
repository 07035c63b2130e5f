import * as runtime from './runtime';

/** Collects the body of a function that is being generated. */
export class CodeWriter {
    private lines: string[] = [];
    private readonly globals: string[] = [];
    private readonly constants = new Map<string, unknown>();
    private count = 0;

    line(code: string): void {
        this.lines.push(code);
    }

    /** A name not used before in this function. */
    fresh(prefix: string): string {
        return `${prefix}${this.count++}`;
    }

    /** A name by which the generated code can use an object of ours. */
    constant(prefix: string, value: unknown): string {
        const name = this.fresh(prefix);
        this.constants.set(name, value);
        return name;
    }

    /** Sets a variable that is visible in the whole function; gives back its name. */
    global(prefix: string, value: string): string {
        const name = this.fresh(prefix);
        this.globals.push(name);
        this.line(`${name} = ${value};`);
        return name;
    }

    /** Runs `write` and gives back the lines it wrote instead of adding them. */
    capture(write: () => void): string[] {
        const before = this.lines;
        this.lines = [];
        try {
            write();
            return this.lines;
        } finally {
            this.lines = before;
        }
    }

    /** Adds captured lines. */
    append(lines: readonly string[]): void {
        for (const line of lines) {
            this.lines.push(line);
        }
    }

    /** Compiles what was written into a function of the named parameters. */
    compile<T>(parameters: readonly string[]): T {
        const environment = { ...runtime, ...Object.fromEntries(this.constants) };
        const globals = this.globals.length ? [`let ${this.globals.map(name => `${name} = 0`).join(', ')};`] : [];
        const body = [...globals, ...this.lines].join('\n');
        const source = `'use strict'; return function (${parameters.join(', ')}) {\n${body}\n};`;
        return new Function(...Object.keys(environment), source)(...Object.values(environment)) as T;
    }
}
