import { createServer } from 'node:net';

/** The first port from `first` on that can be listened on at 127.0.0.1. @param {number} first */
export async function freePort(first) {
  for (let port = first; port < first + 100; port++) {
    if (await isFree(port)) {
      return port;
    }
  }
  throw new Error(`None of the ports ${first} to ${first + 99} is free on 127.0.0.1: end what uses them, or set PORT.`);
}

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  return new Promise(answer => {
    const probe = createServer();
    probe.once('error', () => answer(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => answer(true)));
  });
}
