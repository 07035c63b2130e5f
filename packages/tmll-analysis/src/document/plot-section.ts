import { Plot } from '../plot/plot';
import { DocumentSection } from './report-document';

/** A section of pictures. They are made when its blocks are first asked for: a view that shows others never pays for them. */
export function plotSection(title: string, plots: () => readonly Plot[]): DocumentSection {
    let blocks: DocumentSection['blocks'] | undefined;
    return {
        title,
        get blocks() {
            return (blocks ??= plots().map(plot => ({ kind: 'plot', plot })));
        }
    };
}
