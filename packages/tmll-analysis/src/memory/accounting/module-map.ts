import { LoadedModule } from './allocation-batch';

/** Where an address lies in a module. */
export interface ModulePlace {
    readonly module: LoadedModule;
    /** From the module's base. */
    readonly offset: number;
}

/** What a process has loaded since it began or last called exec. */
export class ModuleMap {
    private modules: LoadedModule[] = [];

    get all(): readonly LoadedModule[] {
        return this.modules;
    }

    /** Adds a module; one that lay where it lies now is gone. */
    add(module: LoadedModule): void {
        const end = module.base + module.size;
        this.modules = this.modules.filter(({ base, size }) => base + size <= module.base || base >= end);
        this.modules.push(module);
    }

    setBuildId(base: number, buildId: string): void {
        this.modules = this.modules.map(module => (module.base === base ? { ...module, buildId } : module));
    }

    /** The module in which an address lies; undefined for none. */
    find(address: number): ModulePlace | undefined {
        const module = this.modules.find(({ base, size }) => address >= base && address < base + size);
        return module && { module, offset: address - module.base };
    }

    /**
     * Whether another process' modules lie at the same places: address space layout randomisation gives each exec its own, and a fork
     * keeps them.
     */
    hasLayoutOf(other: ModuleMap): boolean {
        const shared = this.relocated().filter(({ path, base }) =>
            other.modules.some(module => module.path === path && module.base === base)
        );
        const moved = this.relocated().filter(({ path, base }) =>
            other.modules.some(module => module.path === path && module.base !== base)
        );
        return shared.length > moved.length;
    }

    private relocated(): LoadedModule[] {
        return this.modules.filter(({ isRelocated }) => isRelocated);
    }
}
