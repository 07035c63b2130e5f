export * from './augmented-dickey-fuller';
