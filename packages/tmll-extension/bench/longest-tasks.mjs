/**
 * The tasks of the thread that draws a page, out of a recording of Chromium's.
 * @param {any[]} events of its trace @param {number} limitMs
 * @returns {{ longest: number; count: number; what: string[] }} CPU ms of the longest; how many are longer than the limit, and what
 * these did for most of their time
 */
export function longestTasks(events, limitMs) {
  const main = events.find(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const own = events.filter(({ tid, pid, ph }) => ph === 'X' && tid === main?.tid && pid === main?.pid);
  const tasks = own.filter(({ name }) => name === 'RunTask').sort((a, b) => (b.tdur ?? 0) - (a.tdur ?? 0));
  const long = tasks.filter(({ tdur = 0 }) => tdur / 1000 > limitMs);
  return {
    longest: (tasks[0]?.tdur ?? 0) / 1000,
    count: long.length,
    what: long.slice(0, 5).map(task => describe(task, own))
  };
}

function describe({ ts, dur, tdur }, own) {
  const inside = own
    .filter(event => event.ts >= ts && event.ts + (event.dur ?? 0) <= ts + dur && !event.name.endsWith('RunTask'))
    .sort((a, b) => (b.dur ?? 0) - (a.dur ?? 0))
    .slice(0, 4)
    .map(({ name, dur: length, args }) => {
      const { functionName = '', type = '' } = args?.data ?? {};
      return `${name} ${functionName}${type} ${((length ?? 0) / 1000).toFixed(0)} ms`;
    });
  return `${(tdur / 1000).toFixed(0)} ms: ${inside.join(', ')}`;
}
