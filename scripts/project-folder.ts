import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project, whatever the working directory is. */
export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));
