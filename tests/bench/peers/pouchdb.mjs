// SPDX-License-Identifier: GPL-3.0-or-later
// A change at one PouchDB until another shows it: two clients in memory, each replicating live
// with one server on loopback that runs in a process of its own. Prints milliseconds.
import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

const require = createRequire(`${process.cwd()}/package.json`);
const PouchDB = require('pouchdb-core')
    .plugin(require('pouchdb-adapter-memory'))
    .plugin(require('pouchdb-adapter-http'))
    .plugin(require('pouchdb-replication'))
    .plugin(require('pouchdb-mapreduce'));

const quiet = 100; // ms between two actions, as for Watchroom
const actions = Number(process.argv[2] ?? 300);

function serve() {
    const app = require('express')();
    const Memory = PouchDB.defaults({ adapter: 'memory' });
    app.use('/', require('express-pouchdb')(Memory, {
        inMemoryConfig: true, mode: 'minimumForPouchDB',
    }));
    const server = app.listen(0, '127.0.0.1', () => process.send(server.address().port));
    process.on('disconnect', () => process.exit(0));
}

function percentile(values, share) {
    values.sort((a, b) => a - b);
    return values[Math.max(0, Math.ceil(share * values.length) - 1)];
}

async function measure() {
    const server = fork(new URL(import.meta.url), ['serve']);
    const port = await new Promise((told) => { server.once('message', told); });
    const remote = `http://127.0.0.1:${port}/incidents`;
    const [one, two] = ['one', 'two'].map((name) => new PouchDB(name, { adapter: 'memory' }));
    one.replicate.to(remote, { live: true, retry: true });
    two.replicate.from(remote, { live: true, retry: true });
    const waiting = new Map();
    two.changes({ since: 'now', live: true }).on('change', ({ id }) => waiting.get(id)?.());
    const times = [];
    for (let i = -10; i < actions; ++i) { // the first ten warm both up
        await pause(quiet);
        const _id = `action-${i + 10}`;
        const began = performance.now();
        const arrived = new Promise((resolve) => { waiting.set(_id, resolve); });
        await one.put({ _id, text: `上行丢包 ${i}` });
        await arrived;
        if (i >= 0)
            times.push(performance.now() - began);
    }
    console.log(`pouchdb_p50 ${percentile(times, 0.5).toFixed(3)}`);
    console.log(`pouchdb_p99 ${percentile(times, 0.99).toFixed(3)}`);
    server.disconnect();
    process.exit(0);
}

if (process.argv[2] === 'serve')
    serve();
else
    await measure();
