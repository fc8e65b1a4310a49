import { run } from './command.ts';
import { enrichCommand } from './enrich/enrich-command.ts';
import { realWorld } from './real-world.ts';

await run(enrichCommand(realWorld));
