/** Opening traces on a trace server, and fetching series and tables from it. */
export * from './trace';
