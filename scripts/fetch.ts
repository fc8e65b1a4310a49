import { run } from './command.ts';
import { fetchCommand } from './fetch/fetch-command.ts';
import { realWorld } from './real-world.ts';

await run(fetchCommand(realWorld));
