import { AddressTable } from './address-table';

/** Bytes of a page. */
export const PAGE_BYTES = 4096;

/** The pages in which a process has live blocks. A page with a single live byte cannot be given back to the system. */
export class TouchedPages {
    /** How many blocks share a page with others' ends. */
    private readonly shared = new AddressTable();
    /** Pages that one block fills. */
    private whole = 0;

    get count(): number {
        return this.shared.size + this.whole;
    }

    /** @param sign 1 for a block handed out, -1 for one given back */
    change(address: number, size: number, sign: 1 | -1): void {
        const first = Math.floor(address / PAGE_BYTES);
        const last = Math.floor((address + Math.max(size, 1) - 1) / PAGE_BYTES);
        this.shared.add(first, sign);
        if (last > first) {
            this.shared.add(last, sign);
            this.whole += sign * (last - first - 1);
        }
    }
}
