// The process around Next. It lives exactly as long as its standard input is open, so it ends with the server however
// that ends, and it tells the server the port it was given.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [dir, mode] = process.argv.slice(2);
process.stdin.on('end', () => process.exit(0));
process.stdin.on('error', () => process.exit(0));
process.stdin.resume();
// The server decides when the pages end: a terminal's interrupt reaches the whole group.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
process.chdir(dir);

const { default: next } = await import(
  pathToFileURL(createRequire(`${dir}/package.json`).resolve('next')).href
);
const server = createServer();
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address();
const app = next({ dev: mode === 'development', dir, hostname: '127.0.0.1', port });
await app.prepare();
const handle = app.getRequestHandler();
const upgrade = app.getUpgradeHandler();
server.keepAliveTimeout = 75_000;
server.on('request', (request, response) => {
  handle(request, response).catch(() => response.destroy());
});
if (mode === 'development') {
  server.on('upgrade', (request, socket, head) => {
    upgrade(request, socket, head).catch(() => socket.destroy());
  });
}
process.send({ port });
