import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type EmbeddedMongo, startEmbeddedMongo } from '../src/index.ts';

let dataDir = '';
const databases: EmbeddedMongo[] = [];
const clients: MongoClient[] = [];
const messages: string[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'jejak-test-'));
});

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
  await Promise.all(databases.splice(0).map((database) => database.stop()));
  await rm(dataDir, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedMongo> {
  const database = await startEmbeddedMongo({ dataDir, log: (message) => messages.push(message) });
  databases.push(database);
  return database;
}

function connect(uri: string): MongoClient {
  const client = new MongoClient(uri, {
    serverSelectionTimeoutMS: 10_000,
    writeConcern: { w: 1, journal: true },
  });
  clients.push(client);
  return client;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('answers ordinary drivers at its address', async () => {
  const database = await start();
  const items = connect(database.uri).db('a').collection<{ _id: string }>('items');
  await items.insertOne({ _id: 'one' });
  expect(await items.find().toArray()).toEqual([{ _id: 'one' }]);
});

test('a journaled write survives kill -9 of the engine, which comes back at the same address', async () => {
  const database = await start();
  const items = connect(database.uri).db('a').collection<{ _id: number }>('items');
  const firstPid = database.pid;
  if (firstPid === null) throw new Error('no engine');
  for (let round = 0; round < 20; round += 1) await items.insertOne({ _id: round });
  const died = new Promise<string>((resolve) => {
    const end = database.onExit((how) => {
      end();
      resolve(how);
    });
  });
  process.kill(firstPid, 'SIGKILL');
  expect(await died).toBe('SIGKILL');
  await expect.poll(() => database.pid, { timeout: 20_000 }).not.toBe(null);
  expect(await connect(database.uri).db('a').collection('items').countDocuments()).toBe(20);
  expect(database.pid).not.toBe(firstPid);
}, 40_000);

test('a second engine on the same folder is refused by name', async () => {
  await start();
  await expect(start()).rejects.toThrow(`The data folder ${dataDir} is in use by another server.`);
}, 20_000);

test('ends with the process that started it, and the folder is free again', async () => {
  const parent = fork(join(import.meta.dirname, 'parent.mjs'), [dataDir], { execArgv: ['--import', 'tsx'] });
  const [message] = (await once(parent, 'message')) as [{ pid: number; uri: string }];
  await connect(message.uri).db('a').collection('items').insertOne({ kept: true });
  expect(isAlive(message.pid)).toBe(true);
  parent.kill('SIGKILL');
  await expect.poll(() => isAlive(message.pid), { timeout: 10_000 }).toBe(false);
  const again = await start();
  expect(await connect(again.uri).db('a').collection('items').countDocuments()).toBe(1);
}, 40_000);

test('stop leaves no process behind', async () => {
  const database = await start();
  const { pid } = database;
  if (pid === null) throw new Error('no engine');
  await database.stop();
  expect(isAlive(pid)).toBe(false);
});
