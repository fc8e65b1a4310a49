import { resolve } from 'node:path';
import { readArchive } from '../../src/store/read.ts';
import { placedCards } from '../../src/views/cards.ts';
import { cardCount } from '../card-count.ts';
import { command, run } from '../command.ts';
import { drawCards } from '../pictures/draw-cards.ts';
import { writeIcons } from '../pictures/icons.ts';

const program = command('draw-pictures', 'Puts icons and social cards beside the pages of a site.')
	.requiredOption('--archive <dir>', 'the archive')
	.requiredOption('--dist <dir>', 'the built site')
	.requiredOption('--cache <dir>', 'where pictures are kept from build to build')
	.requiredOption('--cards <number>', 'how many papers, the newest, have a card of their own', cardCount)
	.action(async (options: { archive: string; dist: string; cache: string; cards: number; json: boolean }) => {
		const site = resolve(options.dist);
		await writeIcons(site);
		const { drawn, fromCache } = await drawCards(placedCards(readArchive(resolve(options.archive)), options.cards), {
			site,
			cache: resolve(options.cache),
			now: new Date(),
			onProgress: (done) => console.error(`pictures: ${done.drawn} drawn, ${done.fromCache} from the cache`),
		});
		if (options.json) console.log(JSON.stringify({ drawn, fromCache }));
		else console.log(`pictures: ${drawn} cards drawn, ${fromCache} from the cache`);
	});

await run(program);
