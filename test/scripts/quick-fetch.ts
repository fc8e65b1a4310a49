// The command as a process, in a world where waiting takes no time: tests stop it in the midst of its work.
import { run } from '../../scripts/command.ts';
import { fetchCommand } from '../../scripts/fetch/fetch-command.ts';
import { simulatedWorld } from '../sources/simulated-world.ts';

await run(fetchCommand(simulatedWorld(process.env['DAYBOOK_TEST_NOW'] ?? '')));
