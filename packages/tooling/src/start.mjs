// npm start: installs and builds what is missing, then runs the server until it is told to end.
import { keepRunning } from './keepRunning.mjs';
import { runScript, setup } from './setup.mjs';

await runScript(async () => {
  await setup({ build: true });
  return keepRunning([
    {
      program: process.execPath,
      args: ['--enable-source-maps', 'apps/server/dist/main.mjs'],
      env: { NODE_ENV: 'production' },
    },
  ]);
});
