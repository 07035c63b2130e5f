import { type FileHandle, open, stat } from 'node:fs/promises';
import { FunctionRange } from 'tmll-analysis/algorithms';

/** Sections of an ELF file that are of use here (gABI, chapter 4). */
const SHT_SYMTAB = 2;
const SHT_NOTE = 7;
const SHT_DYNSYM = 11;
const STT_FUNC = 2;
const STT_GNU_IFUNC = 10;
const NT_GNU_BUILD_ID = 3;

/** What a damaged file may make us read at most. */
const MAX_SECTION_BYTES = 1 << 28;
const MAX_SECTIONS = 10_000;

interface Section {
    readonly type: number;
    readonly offset: number;
    readonly size: number;
    readonly link: number;
    readonly entrySize: number;
}

/** What an ELF file tells of its functions. */
export interface ElfSymbols {
    /** Hexadecimal; undefined when the file has none. */
    readonly buildId?: string;
    /** From `.symtab`, else `.dynsym`; addresses as the file has them. */
    readonly functions: readonly FunctionRange[];
}

/**
 * Reads the functions of an ELF file, 32 or 64 bits, of either byte order.
 * @returns undefined when the file is no ELF file or is damaged
 * @throws what the file system says when it cannot be read
 */
export async function readElf(path: string): Promise<ElfSymbols | undefined> {
    // The path may come from a trace: opening a pipe or a device could take for ever.
    if (!(await stat(path)).isFile()) {
        return undefined;
    }
    const file = await open(path);
    try {
        return await new ElfReader(file).read();
    } catch (error) {
        if (error instanceof RangeError) {
            return undefined;
        }
        throw error;
    } finally {
        await file.close();
    }
}

class ElfReader {
    private isWide = true;
    private isLittle = true;

    constructor(private readonly file: FileHandle) {}

    async read(): Promise<ElfSymbols | undefined> {
        const identity = await this.bytes(0, 16);
        if (identity.toString('latin1', 0, 4) !== '\x7fELF') {
            return undefined;
        }
        this.isWide = identity[4] === 2;
        this.isLittle = identity[5] === 1;
        const sections = await this.sections();
        const table =
            sections.find(({ type }) => type === SHT_SYMTAB) ?? sections.find(({ type }) => type === SHT_DYNSYM);
        const functions = table ? await this.functions(table, sections) : [];
        return { buildId: await this.buildId(sections), functions };
    }

    private async sections(): Promise<Section[]> {
        const header = await this.bytes(0, this.isWide ? 64 : 52);
        const offset = this.address(header, this.isWide ? 40 : 32);
        const entrySize = this.half(header, this.isWide ? 58 : 46);
        const count = Math.min(this.half(header, this.isWide ? 60 : 48), MAX_SECTIONS);
        const table = await this.bytes(offset, entrySize * count);
        return Array.from({ length: count }, (_, index): Section => {
            const at = index * entrySize;
            return this.isWide
                ? {
                      type: this.word(table, at + 4),
                      offset: this.address(table, at + 24),
                      size: this.address(table, at + 32),
                      link: this.word(table, at + 40),
                      entrySize: this.address(table, at + 56)
                  }
                : {
                      type: this.word(table, at + 4),
                      offset: this.word(table, at + 16),
                      size: this.word(table, at + 20),
                      link: this.word(table, at + 24),
                      entrySize: this.word(table, at + 36)
                  };
        });
    }

    private async functions(table: Section, sections: readonly Section[]): Promise<FunctionRange[]> {
        const names = sections.at(table.link);
        const entrySize = Math.max(table.entrySize, this.isWide ? 24 : 16);
        if (!names) {
            return [];
        }
        const symbols = await this.bytes(table.offset, table.size);
        const strings = await this.bytes(names.offset, names.size);
        const found: FunctionRange[] = [];
        for (let at = 0; at + entrySize <= symbols.length; at += entrySize) {
            const type = symbols[at + (this.isWide ? 4 : 12)] & 0xf;
            const start = this.address(symbols, at + (this.isWide ? 8 : 4));
            const size = this.isWide ? this.address(symbols, at + 16) : this.word(symbols, at + 8);
            if ((type === STT_FUNC || type === STT_GNU_IFUNC) && start > 0) {
                const from = this.word(symbols, at);
                const name = strings.toString('utf8', from, Math.max(from, strings.indexOf(0, from)));
                found.push({ name, start, end: start + Math.max(size, 1) });
            }
        }
        return found;
    }

    private async buildId(sections: readonly Section[]): Promise<string | undefined> {
        for (const { offset, size } of sections.filter(({ type }) => type === SHT_NOTE)) {
            const note = await this.bytes(offset, size);
            for (let at = 0; at + 12 <= note.length;) {
                const [nameSize, valueSize] = [this.word(note, at), this.word(note, at + 4)];
                const value = at + 12 + Math.ceil(nameSize / 4) * 4;
                const isGnu = note.toString('latin1', at + 12, at + 15) === 'GNU';
                if (isGnu && this.word(note, at + 8) === NT_GNU_BUILD_ID) {
                    return note.toString('hex', value, value + valueSize);
                }
                at = value + Math.ceil(valueSize / 4) * 4;
            }
        }
        return undefined;
    }

    /** @throws RangeError when the file has no such bytes */
    private async bytes(offset: number, length: number): Promise<Buffer> {
        if (length > MAX_SECTION_BYTES) {
            throw new RangeError('The section is too large.');
        }
        const buffer = Buffer.alloc(length);
        const { bytesRead } = await this.file.read(buffer, 0, length, offset);
        if (bytesRead < length) {
            throw new RangeError('The file is cut.');
        }
        return buffer;
    }

    private half(bytes: Buffer, at: number): number {
        return this.isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
    }

    private word(bytes: Buffer, at: number): number {
        return this.isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
    }

    /** An address or a size. */
    private address(bytes: Buffer, at: number): number {
        if (!this.isWide) {
            return this.word(bytes, at);
        }
        return Number(this.isLittle ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at));
    }
}
