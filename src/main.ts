/** The process: arguments in, exit code out. Everything else takes what it needs as arguments. */
import { fileURLToPath } from 'node:url';
import { runCli } from './cli.ts';

const interrupt = new AbortController();
// The first Ctrl-C asks to stop cleanly, a second one ends the process as usual.
process.once('SIGINT', () => interrupt.abort());
process.once('SIGTERM', () => interrupt.abort());

// Whoever reads may have seen enough: `build --stdout | head`.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
}

const code = await runCli(process.argv.slice(2), {
  env: process.env,
  cwd: process.cwd(),
  platform: process.platform,
  packageRoot: fileURLToPath(new URL('..', import.meta.url)),
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  signal: interrupt.signal,
});
// After a request to stop, whatever is still under way has nothing more to tell.
if (interrupt.signal.aborted) process.exit(code);
process.exitCode = code;
