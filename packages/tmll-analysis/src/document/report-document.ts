import { Plot } from '../plot/plot';
import { TracePlace } from '../series/time-series';

/**
 * What a result means, in words, numbers and pictures: the one form from which terminal text (`renderText`), HTML
 * (`renderHtml`) and views are made. All texts are plain; nothing in them is markup.
 */
export interface ReportDocument {
    readonly title: string;
    readonly sections: readonly DocumentSection[];
}

/** Sections without blocks are left out when a document is rendered. */
export interface DocumentSection {
    readonly title: string;
    readonly blocks: readonly DocumentBlock[];
}

export type DocumentBlock = TextBlock | MetricsBlock | ListBlock | TableBlock | PlotBlock;

/** A paragraph. */
export interface TextBlock {
    readonly kind: 'text';
    readonly text: string;
}

/** Names and values, ready for people: `Peak Memory Usage`, `626 KiB`. */
export interface MetricsBlock {
    readonly kind: 'metrics';
    readonly metrics: readonly { readonly name: string; readonly value: string }[];
}

/** Sentences in an order that matters. */
export interface ListBlock {
    readonly kind: 'list';
    readonly items: readonly string[];
}

export interface TableBlock {
    readonly kind: 'table';
    readonly columns: readonly TableBlockColumn[];
    /** As many cells a row as there are columns. */
    readonly rows: readonly (readonly string[])[];
    /** For each row what it speaks of, so that a view can go there; undefined for rows without a place. */
    readonly places?: readonly (TracePlace | undefined)[];
}

export interface TableBlockColumn {
    readonly title: string;
    /** Numbers are best aligned to the right. Default: left. */
    readonly align?: 'left' | 'right';
}

/** A picture; terminals leave it out. */
export interface PlotBlock {
    readonly kind: 'plot';
    readonly plot: Plot;
}
