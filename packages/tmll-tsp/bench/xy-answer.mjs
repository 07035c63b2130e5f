// Serves one XY answer as a trace server does, in a process of its own. Tells its parent port and size.
import { createServer } from 'node:http';

const SERIES = 8;
const POINTS = 65_536;
const START = 1448652394359148425n;

/** A generator with a fixed seed (Park and Miller, 1988). */
let state = 42;
const random = () => (state = (state * 48271) % 2147483647) / 2147483647;

const list = make => Array.from({ length: POINTS }, (_, index) => make(index)).join(',');

/** Every second series has counts, the others measured values of all digits. */
const series = Array.from({ length: SERIES }, (_, id) => {
  const times = list(index => START + BigInt(index) * 1_000_000n);
  const values = list(() => (id % 2 ? `${Math.floor(random() * 1000)}.0` : random()));
  const description = '{"label":"","unit":"","dataType":"NUMBER"}';
  return (
    `{"seriesId":${id},"seriesName":"s${id}","xValues":[${times}],"yValues":[${values}],` +
    `"xValuesDescription":${description},"yValuesDescription":${description},"style":{"values":{}}}`
  );
});
const body = Buffer.from(
  `{"status":"COMPLETED","statusMessage":"","model":{"title":"","series":[${series.join(',')}]}}`
);

const server = createServer((_, response) =>
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(body)
).listen(0, '127.0.0.1', () =>
  process.send({ port: server.address().port, bytes: body.length, points: SERIES * POINTS })
);
