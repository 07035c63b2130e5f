export * from './protocol';
export * from './user-data-folder';
