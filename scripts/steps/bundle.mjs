import esbuild from 'esbuild';

/**
 * Bundles the parts of an application one after the other, or all again whenever a file changes.
 * @param {import('esbuild').BuildOptions[]} parts
 * @param {boolean} watch
 */
export async function bundle(parts, watch) {
  const contexts = await Promise.all(parts.map(options => esbuild.context(options)));
  if (watch) {
    await Promise.all(contexts.map(context => context.watch()));
    return;
  }
  try {
    for (const context of contexts) {
      await context.rebuild();
      await context.dispose();
    }
  } catch {
    // esbuild has told what is wrong.
    process.exit(1);
  }
}
