// npm run dev: the server restarts when its sources change, the pages reload in place. Next runs beside the server
// here, not below it, so that a change of the server does not start the pages anew.
import { once } from 'node:events';
import { createServer } from 'node:net';
import { keepRunning } from './keepRunning.mjs';
import { binary, root } from './runCommand.mjs';
import { runScript, setup } from './setup.mjs';

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return String(port);
}

await runScript(async () => {
  await setup({ build: false });
  const webPort = await freePort();
  const port = process.env.PORT || '3000';
  const env = { NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' };
  return keepRunning([
    {
      program: binary('tsx'),
      args: [
        'watch',
        '--clear-screen=false',
        '--include',
        `${root}/packages/*/src/**`,
        'apps/server/src/main.ts',
      ],
      env: { ...env, PORT: port, WEB_URL: `http://127.0.0.1:${webPort}` },
    },
    {
      program: binary('next'),
      args: ['dev', '--port', webPort, '--hostname', '127.0.0.1'],
      cwd: `${root}/apps/web`,
      env: { ...env, JEJAK_INTERNAL_URL: `http://127.0.0.1:${port}` },
    },
  ]);
});
