/** Texts that occur again and again, each kept once and known by a number from 0. */
export class TextTable {
    private readonly texts: string[] = [];
    private readonly indexes = new Map<string, number>();

    /** The number of a text. */
    indexOf(text: string): number {
        let index = this.indexes.get(text);
        if (index === undefined) {
            index = this.texts.length;
            this.texts.push(text);
            this.indexes.set(text, index);
        }
        return index;
    }

    /** The text of a number; undefined when no text has it. */
    at(index: number): string | undefined {
        return this.texts[index];
    }
}
