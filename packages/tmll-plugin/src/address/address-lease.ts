import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SettingTarget, SettingValue, ViewerSettings } from './viewer-settings';

/** Settings of the Trace Viewer that are ours for a while, by name. */
export type WantedSettings = Readonly<Record<string, SettingValue>>;

interface Entry {
    readonly name: string;
    readonly target: SettingTarget;
    /** The user's own, absent when there was none. */
    readonly before?: SettingValue;
    readonly written: SettingValue;
}

/** What is kept on disk, so that a crash takes nothing from the user. */
interface Lease {
    readonly entries: readonly Entry[];
    /** Processes that rely on the settings: windows of one user share them. */
    readonly holders: readonly number[];
}

const NONE: Lease = { entries: [], holders: [] };

/**
 * Writes settings of the user's and gives them back: when the last window that needed them is closed, or, after a crash, at the
 * next start. What the user changes meanwhile is the user's and stays.
 */
export class AddressLease {
    constructor(
        private readonly file: string,
        private readonly settings: ViewerSettings,
        private readonly holder: number = process.pid
    ) {}

    /** Whether a value was written here and is not the user's. */
    async isOurs(name: string, value: SettingValue | undefined): Promise<boolean> {
        return (await this.read()).entries.some(entry => entry.name === name && entry.written === value);
    }

    async take(wanted: WantedSettings): Promise<void> {
        const lease = await this.read();
        const target = this.settings.target;
        const changed = Object.entries(wanted).flatMap(([name, written]) => {
            const own = this.settings.own(name, target);
            const known = lease.entries.find(entry => entry.name === name && entry.target === target);
            const before = known && known.written === own ? known.before : own;
            return known || this.settings.effective(name) !== written ? [{ name, target, before, written }] : [];
        });
        const others = lease.entries.filter(
            entry => !changed.some(({ name, target: at }) => name === entry.name && at === entry.target)
        );
        // Kept before anything is changed.
        await this.write({ entries: [...others, ...changed], holders: withHolder(lease.holders, this.holder) });
        for (const { name, written } of changed) {
            if (this.settings.own(name, target) !== written) {
                await this.settings.set(name, target, written);
            }
        }
    }

    /** Gives up what this window took; the settings are restored when no other one relies on them. */
    async release(): Promise<void> {
        const lease = await this.read();
        const holders = lease.holders.filter(pid => pid !== this.holder && isAlive(pid));
        if (holders.length > 0) {
            await this.write({ ...lease, holders });
            return;
        }
        for (const { name, target, before, written } of lease.entries) {
            if (this.settings.own(name, target) === written) {
                await this.settings.set(name, target, before);
            }
        }
        await rm(this.file, { force: true });
    }

    private async read(): Promise<Lease> {
        try {
            const lease = JSON.parse(await readFile(this.file, 'utf8')) as Lease;
            return Array.isArray(lease.entries) && Array.isArray(lease.holders) ? lease : NONE;
        } catch {
            // Nothing was taken.
            return NONE;
        }
    }

    private async write(lease: Lease): Promise<void> {
        await mkdir(dirname(this.file), { recursive: true });
        const unfinished = `${this.file}.${this.holder}`;
        await writeFile(unfinished, JSON.stringify(lease));
        await rename(unfinished, this.file);
    }
}

function withHolder(holders: readonly number[], holder: number): readonly number[] {
    return [...holders.filter(pid => pid !== holder && isAlive(pid)), holder];
}

function isAlive(pid: number): boolean {
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        return (error as NodeJS.ErrnoException).code === 'EPERM';
    }
}
