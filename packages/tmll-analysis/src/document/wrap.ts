/**
 * A text in lines of at most `width` characters, broken between words, and inside a word only where it does not fit a line.
 * Control characters, which could steer a terminal, become `�`; line breaks in the text stay.
 * @param width at least 1
 */
export function wrap(text: string, width: number): string[] {
    return text.split('\n').flatMap(line => wrapLine(plain(line), width));
}

/** A text in which nothing steers a terminal. */
export function plain(text: string): string {
    // eslint-disable-next-line no-control-regex
    return text.replace(/\t/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '�');
}

function wrapLine(text: string, width: number): string[] {
    const lines: string[] = [];
    let line = '';
    for (const word of text.split(' ').flatMap(each => pieces(each, width))) {
        if (line !== '' && line.length + 1 + word.length > width) {
            lines.push(line);
            line = word;
        } else {
            line = line === '' ? word : `${line} ${word}`;
        }
    }
    return [...lines, line];
}

function pieces(word: string, width: number): string[] {
    const parts = word.match(new RegExp(`.{1,${width}}`, 'gu'));
    return parts ?? [word];
}
