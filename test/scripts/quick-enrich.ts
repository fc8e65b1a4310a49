import { run } from '../../scripts/command.ts';
import { enrichCommand } from '../../scripts/enrich/enrich-command.ts';
import { simulatedWorld } from '../sources/simulated-world.ts';

/** The command as a process of its own, in which waiting takes no time. */
await run(enrichCommand(simulatedWorld('2026-03-01T12:00:00Z')));
