import { TspError } from 'tmll-tsp';

/** What browsers say of any connection that fails; it explains nothing. */
const EMPTY_DETAIL = /^(failed to fetch|load failed|networkerror)/i;

/**
 * An error in one sentence for a notification or a pane. What the trace server refused is told in its own words; where it is
 * supposed to be is named only when there was no answer from it.
 */
export function userSentence(error: unknown): string {
    if (error instanceof TspError) {
        const { title, detail, status, url } = error;
        const what = detail && !EMPTY_DETAIL.test(detail) ? `${withoutStop(title)}: ${withoutStop(detail)}` : title;
        const where = status === undefined && url ? ` (${originOf(url)})` : '';
        return asSentence(withoutStop(what) + where);
    }
    return asSentence(error instanceof Error && error.message !== '' ? error.message : String(error));
}

function originOf(url: string): string {
    return URL.canParse(url) ? new URL(url).origin : url;
}

function withoutStop(text: string): string {
    return text.trim().replace(/\.$/, '');
}

function asSentence(text: string): string {
    const trimmed = text.trim();
    return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
