/** What the framework and one query cost at least: hono, one route, one row of the same file by its id. */
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import Sqlite from 'better-sqlite3';
import { Hono } from 'hono';

const [path = '', port = ''] = process.argv.slice(2);
const sqlite = new Sqlite(path, { readonly: true });
const one = sqlite.prepare('select * from lead where id = ?');
const app = new Hono();
app.get('/leads/:id', (context) => context.json(one.get(context.req.param('id'))));
createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false })).listen(
  Number(port),
  '127.0.0.1',
);
