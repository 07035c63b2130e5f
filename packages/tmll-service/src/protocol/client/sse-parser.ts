/**
 * Takes a `text/event-stream` apart, piece by piece as it arrives (WHATWG HTML, "Server-sent events"). Only `data` fields
 * are of interest; comments, ids, names and retry times are left out.
 */
export class SseParser {
    private rest = '';
    private data: string[] = [];

    /** @returns the data of the events that are complete with this piece */
    push(piece: string): string[] {
        const lines = (this.rest + piece).split(/\r\n|\n|\r(?!$)/);
        this.rest = lines.pop() ?? '';
        const events: string[] = [];
        for (const line of lines) {
            if (line === '') {
                if (this.data.length > 0) {
                    events.push(this.data.join('\n'));
                }
                this.data = [];
            } else if (line.startsWith('data:')) {
                this.data.push(line.slice(5).replace(/^ /, ''));
            }
        }
        return events;
    }
}
