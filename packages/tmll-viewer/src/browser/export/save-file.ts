import { PaneTarget } from '../commands/pane-target';

/** Hands a file to the browser, which puts it where downloads go. */
export function saveFile(content: Blob, name: string): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(content);
    link.download = name;
    link.click();
    // The browser reads the content after the click has been handled.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** `w-kernel-ust CPU Usage.csv`, without what file systems do not like. */
export function fileNameOf({ session, outputId }: PaneTarget, extension: string): string {
    const output = session.outputs.find(({ id }) => id === outputId)?.name ?? outputId;
    const name = `${session.experiment.name} ${output}`.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '_').slice(0, 120);
    return `${name}.${extension}`;
}
