export * from './escape-markup';
export * from './line-points';
export * from './plot';
export * from './plot-theme';
export * from './time-axis';
