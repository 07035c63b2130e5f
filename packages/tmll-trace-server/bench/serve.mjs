// A trace server in a process of its own for open.bench.mjs, so that nothing of the client is measured: sends its URL, and for each
// message what it has used so far. Argument: the folder where it keeps what it reads; none: nowhere.
import { startTraceServer } from '../lib/index.js';

const server = await startTraceServer({ dataFolder: process.argv[2] });
process.on('message', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.send({ cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMB: maxRSS / 1024 });
});
process.on('disconnect', () => process.exit());
process.send(server.url);
