// npm run backup, npm run restore: installs and builds what is missing, then runs a command of the server.
import { isAbsolute, join } from 'node:path';
import { keepRunning } from './keepRunning.mjs';
import { runScript, setup } from './setup.mjs';

const [command, ...args] = process.argv.slice(2);
// npm changes to the top folder; paths are meant from where the command was typed.
const from = process.env.INIT_CWD ?? process.cwd();
const pathOf = (arg) => (arg.startsWith('--') || isAbsolute(arg) ? arg : join(from, arg));

await runScript(async () => {
  await setup({ build: 'server' });
  return keepRunning([
    {
      program: process.execPath,
      args: ['--enable-source-maps', `apps/server/dist/${command}.mjs`, ...args.map(pathOf)],
      env: { NODE_ENV: 'production' },
    },
  ]);
});
