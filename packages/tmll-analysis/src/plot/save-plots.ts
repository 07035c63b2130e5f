import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Plot } from './plot';
import { PlotTheme } from './plot-theme';
import { renderSvg } from './render-svg';

/**
 * Writes plots as SVG files, each named after its id. Node only.
 * @param folder is made when it is missing
 * @returns the paths of the files
 * @throws what the file system says when a file cannot be written
 */
export async function savePlots(plots: readonly Plot[], folder: string, theme?: PlotTheme): Promise<string[]> {
    await mkdir(folder, { recursive: true });
    const paths: string[] = [];
    for (const plot of plots) {
        const path = join(folder, `${plot.id}.svg`);
        await writeFile(path, renderSvg(plot, theme));
        paths.push(path);
    }
    return paths;
}
