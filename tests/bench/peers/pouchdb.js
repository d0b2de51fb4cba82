// SPDX-License-Identifier: GPL-3.0-or-later
// A document put at one client until the other client's change feed has it: two clients in live
// replication with one server on loopback, all in memory. Prints "p50 p99" in milliseconds.
//   node pouchdb.js [documents]
import express from 'express';
import expressPouch from 'express-pouchdb';
import PouchCore from 'pouchdb-core';
import find from 'pouchdb-find';
import http from 'pouchdb-adapter-http';
import memory from 'pouchdb-adapter-memory';
import replication from 'pouchdb-replication';

const count = Number(process.argv[2] ?? 300);
const PouchDB = PouchCore.plugin(memory).plugin(http).plugin(replication).plugin(find);
const Server = PouchDB.defaults({ adapter: 'memory' });

const app = express();
app.use('/', expressPouch(Server, { inMemoryConfig: true, mode: 'minimumForPouchDB' }));
const listener = app.listen(0, '127.0.0.1');
await new Promise((ready) => listener.on('listening', ready));
const url = `http://127.0.0.1:${listener.address().port}/incidents`;
await new Server('incidents').info();

const clients = ['one', 'two'].map((name) => new PouchDB(name, { adapter: 'memory' }));
const links = clients.map((client) => client.sync(url, { live: true, retry: true }));
await new Promise((settled) => setTimeout(settled, 2000));

const waiting = new Map();
const feed = clients[1].changes({ since: 'now', live: true }).on('change', (change) => {
  waiting.get(change.id)?.();
});

const times = [];
for (let i = 0; i < count; ++i) {
  await new Promise((pause) => setTimeout(pause, 100)); // as a person acts
  const id = `entry-${i}`;
  const arrived = new Promise((done) => waiting.set(id, done));
  const begun = performance.now();
  await clients[0].put({ _id: id, text: 'Carrier called', at: new Date().toISOString() });
  await arrived;
  times.push(performance.now() - begun);
}
times.sort((a, b) => a - b);
console.log(`${times[Math.floor(count / 2)].toFixed(2)} ${times[Math.floor(count * 0.99)].toFixed(2)}`);
feed.cancel();
links.forEach((link) => link.cancel());
process.exit(0);
