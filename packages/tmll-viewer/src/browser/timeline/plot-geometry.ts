/**
 * Where plots lie in their panes, so that one time is at one place on screen in all of them. The column left of the plots,
 * with the entry trees, has the width `--tmll-tree-width` of the tab.
 */
export const Y_AXIS_WIDTH = 56;
/** Free pixels above and below the plot of a chart. */
export const PLOT_PADDING_TOP = 8;
export const PLOT_PADDING_BOTTOM = 6;
