import { join } from 'node:path';

/**
 * The five seed listings in a folder of their source, as `content/listings` has it. They are a copy: whoever publishes
 * an archive of other listings has the same proof.
 */
export const seedListings = join(import.meta.dirname, 'fixtures/seeds/listings');
