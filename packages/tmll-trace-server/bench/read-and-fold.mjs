// Reads a trace with every field of every event, folds all values into a checksum, and prints one line of JSON:
// what was read and what it cost this process. Started by read.bench.mjs, so that nothing else is measured.
import { openCtfTrace } from '../lib/ctf/index.js';

const trace = await openCtfTrace(process.argv[2]);
const folds = trace.eventTypes.map(foldOf);
const cursor = trace.read();
let events = 0;
let checksum = 0;
for (let event = cursor.next(); event; event = cursor.next()) {
  events++;
  checksum = (checksum + event.time + folds[event.type.index](event)) % 0x1_0000_0000;
}
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
process.stdout.write(
  JSON.stringify({ events, checksum, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMB: maxRSS / 1024 })
);

/** A function that touches every value of an event of the type. */
function foldOf(type) {
  const terms = [
    ...type.fields.map(field => termOf(field, `event.fields[${JSON.stringify(field.name)}]`)),
    ...type.context.map(field => termOf(field, `event.context[${JSON.stringify(field.name)}]`))
  ];
  return new Function('fold', `return event => ${terms.join(' + ') || '0'};`)(fold);
}

function termOf({ kind }, value) {
  return kind === 'float' ? value : `fold(${value})`;
}

function fold(value) {
  switch (typeof value) {
    case 'number':
      return value;
    case 'bigint':
      return Number(value & 0xffff_ffffn);
    case 'string': {
      let sum = value.length;
      for (let index = 0; index < value.length; index++) {
        sum += value.charCodeAt(index);
      }
      return sum;
    }
    default:
      return Object.values(value).reduce((sum, member) => sum + fold(member), 1);
  }
}
