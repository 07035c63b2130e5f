export * from './escape-markup';
export * from './line-points';
export * from './band';
export * from './mark-list';
export * from './row-line';
export * from './plot';
export * from './plot-theme';
export * from './time-axis';
