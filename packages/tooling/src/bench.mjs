// npm run bench: measures this server beside its peers and writes bench/RESULTS.md.
import { runCommand } from './runCommand.mjs';
import { runScript, setup } from './setup.mjs';

await runScript(async () => {
  await setup({ build: true });
  const args = ['--import', 'tsx', 'bench/src/run.ts', ...process.argv.slice(2)];
  const { code } = await runCommand(process.execPath, args, { env: { NODE_ENV: 'production' } });
  return code;
});
