/** Standard error: messages in lines of their own and, on a terminal, one line that tells how far a command is. */
export class StandardError {
    private isProgressShown = false;

    constructor(private readonly stream: NodeJS.WriteStream = process.stderr) {}

    say(message: string): void {
        this.clear();
        this.stream.write(`tmll: ${message}\n`);
    }

    progress(message: string): void {
        if (this.stream.isTTY) {
            this.clear();
            this.stream.write(message.slice(0, this.stream.columns - 1));
            this.isProgressShown = true;
        }
    }

    /** Takes the progress away. */
    clear(): void {
        if (this.isProgressShown) {
            this.stream.clearLine(0);
            this.stream.cursorTo(0);
            this.isProgressShown = false;
        }
    }
}
