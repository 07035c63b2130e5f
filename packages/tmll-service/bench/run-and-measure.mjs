// Runs a script in this process, with its arguments, and says at the end on standard error what the process used.
import { createRequire } from 'node:module';

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const peakMB = process.resourceUsage().maxRSS / 1024;
  process.stderr.write(`\n${JSON.stringify({ cpu: (user + system) / 1e6, peakMB })}\n`);
});
process.argv.splice(1, 1);
createRequire(import.meta.url)(process.argv[1]);
