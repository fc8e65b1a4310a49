import { DaybookError } from '../../src/errors.ts';
import type { AnyManifest, Fingerprint } from '../../src/exports/verification.ts';
import { type Requester, requester } from '../../src/sources/requests.ts';
import { realWorld } from '../real-world.ts';
import { fingerprint } from './files.ts';

/** Asked at the same time, as a browser does. */
const atOnce = 6;

/** Larger than any file that Pages serves. */
const most = 2 ** 30;

export function siteRequester(): Requester {
	return requester(realWorld, {
		agent: 'Daybook verify',
		gap: 0,
		tries: 4,
		most,
		patience: 30_000,
		longest: 600_000,
	});
}

/** The text of a published manifest. Throws what a requester does. */
export async function publishedManifest(url: string): Promise<string> {
	const answer = await siteRequester().get(url, { accept: 'application/json' });
	return answer === 'unchanged' ? '' : new TextDecoder().decode(answer.fresh);
}

/** The files that a manifest names, as the site serves them; those that it does not serve are left out. */
export async function foundPublished(
	url: string,
	{ files }: AnyManifest,
	onProgress: (asked: number) => void,
): Promise<Map<string, Fingerprint>> {
	const found = new Map<string, Fingerprint>();
	const left = files.values();
	let asked = 0;
	const askAll = async (site: Requester) => {
		for (const { path } of left) {
			const served = await fileAt(site, new URL(path.split('/').map(encodeURIComponent).join('/'), url).href);
			if (served !== null) found.set(path, served);
			asked += 1;
			onProgress(asked);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, () => askAll(siteRequester())));
	return found;
}

async function fileAt(site: Requester, url: string): Promise<Fingerprint | null> {
	try {
		const answer = await site.get(url, { accept: '*/*' });
		return answer === 'unchanged' ? null : fingerprint(answer.fresh);
	} catch (error) {
		if (error instanceof DaybookError && error.code === 'source/refused') return null;
		throw error;
	}
}
