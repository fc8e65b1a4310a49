import { answer } from './pagefind-files.ts';

/** Put into Pagefind's runtime in place of the global `fetch`. */
const insteadOfFetch = answer;

export { insteadOfFetch as fetch };
