import { readListings } from '../../src/archive/read-listings.ts';
import { mergeListings } from '../../src/listings/merge.ts';
import { capturedFiles } from '../listing-files.ts';

/** What `bench --read` measures: the listings of a folder, read and merged, and nothing made of them. */
const [folder = '.'] = process.argv.slice(2);
const { papers } = mergeListings(readListings(capturedFiles(folder), folder).listings);
console.error(`${papers.length} papers read and merged.`);
