export * from './render-text';
export * from './report-document';
