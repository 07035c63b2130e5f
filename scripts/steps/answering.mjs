/**
 * Waits until a server answers.
 * @param {string} address
 * @param {number} limitMs
 */
export async function answering(address, limitMs) {
  const deadline = Date.now() + limitMs;
  while (Date.now() < deadline) {
    const answered = await fetch(address, { signal: AbortSignal.timeout(2000) }).then(
      response => response.ok,
      () => false
    );
    if (answered) {
      return;
    }
    await new Promise(again => setTimeout(again, 250));
  }
  throw new Error(`The server did not answer at ${address} within ${limitMs / 1000} s: see its messages above.`);
}
