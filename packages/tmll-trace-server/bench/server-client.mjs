// What open.bench.mjs asks of a trace server, as a viewer would.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const KINDS = {
  TREE_TIME_XY: 'XY',
  TIME_GRAPH: 'timeGraph',
  GANTT_CHART: 'timeGraph',
  TREE_GENERIC_XY: 'genericXY',
  DATA_TREE: 'data',
  TABLE: 'table'
};

/** A trace server as a child process, and an experiment in it. */
export class ServerClient {
  static async start(dataFolder) {
    const serve = fileURLToPath(new URL('serve.mjs', import.meta.url));
    const child = fork(serve, dataFolder === undefined ? [] : [dataFolder], { execArgv: [] });
    const [url] = await once(child, 'message');
    return new ServerClient(child, url);
  }

  constructor(child, url) {
    this.child = child;
    this.url = url;
  }

  /** Opens a trace and waits until it is read; gives the slowest answer (ms) to how far that is. */
  async open(path) {
    const trace = await this.post('/traces', { uri: path });
    let experiment = await this.post('/experiments', { name: path, traces: [trace.UUID] });
    let slowest = 0;
    while (experiment.indexingStatus === 'RUNNING') {
      await new Promise(resolve => setTimeout(resolve, 10));
      const asked = performance.now();
      const text = await (await fetch(`${this.url}/experiments/${experiment.UUID}`)).text();
      slowest = Math.max(slowest, performance.now() - asked);
      experiment = JSON.parse(text);
      // Times as they were written: a double does not hold them.
      this.range = [/"start":(\d+)/.exec(text)[1], /"end":(\d+)/.exec(text)[1]];
    }
    this.experiment = experiment;
    return slowest;
  }

  outputs() {
    return fetch(`${this.url}/experiments/${this.experiment.UUID}/outputs`).then(response => response.json());
  }

  /** The entries of an output, the columns of a table. */
  tree(output) {
    return this.data(output, KINDS[output.type] === 'table' ? 'columns' : 'tree', this.times(2));
  }

  /** Asks a part of an output for parameters in JSON. */
  async data({ id, type }, part, parameters) {
    const path = `/experiments/${this.experiment.UUID}/outputs/${KINDS[type]}/${encodeURIComponent(id)}/${part}`;
    const response = await fetch(this.url + path, { method: 'POST', body: `{"parameters":{${parameters}}}` });
    const answer = await response.json();
    if (answer.status !== 'COMPLETED') {
      throw new Error(`${id}: ${JSON.stringify(answer).slice(0, 200)}`);
    }
    return answer.model;
  }

  /** So many times over the whole of the experiment, as JSON. */
  times(count) {
    return `"requested_timerange":{"start":${this.range[0]},"end":${this.range[1]},"nbTimes":${count}}`;
  }

  async post(path, parameters) {
    const body = JSON.stringify({ parameters });
    return (await fetch(this.url + path, { method: 'POST', body })).json();
  }

  /** CPU time and greatest memory of the server so far. */
  async usage() {
    this.child.send('usage');
    const [usage] = await once(this.child, 'message');
    return usage;
  }

  async stop() {
    const ended = once(this.child, 'exit');
    this.child.disconnect();
    await ended;
  }
}
