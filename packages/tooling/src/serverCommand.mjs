// npm run backup, npm run restore, npm run audit: installs and builds what is missing, then runs a command of the server.
import { isAbsolute, join } from 'node:path';
import { keepRunning } from './keepRunning.mjs';
import { runScript, setup } from './setup.mjs';

const [command, ...args] = process.argv.slice(2);
// npm changes to the top folder; paths are meant from where the command was typed.
const from = process.env.INIT_CWD ?? process.cwd();
const isPath = (arg, before) =>
  !arg.startsWith('--') && (command !== 'audit' || before === 'export' || before === '--against');
const meant = args.map((arg, index) =>
  isPath(arg, args[index - 1]) && !isAbsolute(arg) ? join(from, arg) : arg,
);

await runScript(async () => {
  await setup({ build: 'server' });
  return keepRunning([
    {
      program: process.execPath,
      args: ['--enable-source-maps', `apps/server/dist/${command}.mjs`, ...meant],
      env: { NODE_ENV: 'production' },
    },
  ]);
});
