export * from './findings-section';
export * from './provenance-section';
export * from './result-document';
export * from './trace-report';
