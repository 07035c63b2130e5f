import { TspError } from 'tmll-tsp';

/**
 * An error in one sentence for a notification or a pane. What the trace server refused is told in its own words; the address
 * is named only when there was no answer from it.
 */
export function userSentence(error: unknown): string {
    if (error instanceof TspError && error.status !== undefined) {
        return asSentence(error.detail ? `${withoutStop(error.title)}: ${error.detail}` : error.title);
    }
    return asSentence(error instanceof Error && error.message !== '' ? error.message : String(error));
}

function withoutStop(text: string): string {
    return text.trim().replace(/\.$/, '');
}

function asSentence(text: string): string {
    const trimmed = text.trim();
    return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
