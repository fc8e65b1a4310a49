import type { Link } from '../records/listing.ts';

type Kind = Link['kind'];

/** What stands behind an address, by its host (without `www.`), and where needed by its path. */
const kindsByHost: readonly (readonly [host: RegExp, path: RegExp, kind: Kind])[] = [
	[/^(huggingface\.co|hf\.co)$/, /^\/datasets\/./, 'data'],
	[/^(huggingface\.co|hf\.co)$/, /^\/papers\/./, 'paper'],
	[/^(huggingface\.co|hf\.co)$/, /^\/(spaces|collections|blog|docs|organizations|learn|posts)\//, 'other'],
	[/^(huggingface\.co|hf\.co)$/, /^\/[^/]+\/[^/]+/, 'model'],
	[/^(huggingface\.co|hf\.co)$/, /^/, 'other'],
	[/^(modelscope\.cn|kaggle\.com)$/, /^\/models\/./, 'model'],
	[/^(modelscope\.cn|kaggle\.com)$/, /^\/datasets\/./, 'data'],
	[/^(zenodo\.org|figshare\.com|datadryad\.org|dataverse\.harvard\.edu|data\.mendeley\.com|openml\.org)$/, /^/, 'data'],

	[/^((gist|raw)\.)?(github|githubusercontent)\.com$/, /^\/./, 'code'],
	[/^(gitlab|bitbucket|codeberg|sourceforge|gitee)\.(com|org|net)$/, /^\/./, 'code'],
	[/^(gitlab|git|code)\./, /^\/./, 'code'],
	[/^(anonymous\.4open\.science|pypi\.org|colab\.research\.google\.com)$/, /^\/./, 'code'],

	[/^((export\.)?arxiv|ar5iv\.labs\.arxiv)\.org$/, /^\/./, 'paper'],
	[/^(dx\.)?doi\.org$/, /^\/./, 'paper'],
	[/^(aclanthology|openreview|jmlr|biorxiv|medrxiv|semanticscholar|pnas|dl\.acm)\.(org|net)$/, /^\/./, 'paper'],
	[/^(proceedings\.mlr\.press|(papers|proceedings)\.(nips|neurips)\.cc|openaccess\.thecvf\.com)$/, /^\/./, 'paper'],
	[/^(ieeexplore\.ieee\.org|link\.springer\.com|nature\.com|sciencedirect\.com|papers\.ssrn\.com)$/, /^\/./, 'paper'],

	[/\.(github|gitlab)\.io$/, /^/, 'project'],
	[/\.(pages\.dev|vercel\.app|netlify\.app|notion\.site|web\.app|webflow\.io)$/, /^/, 'project'],
	[/^sites\.google\.com$/, /^\/(view|site)\/./, 'project'],
	[/^(aka\.ms|bit\.ly|tinyurl\.com|goo\.gl|t\.co|youtu\.be|youtube\.com|x\.com|twitter\.com)$/, /^/, 'other'],
	// A site that has a name of its own and is given whole is, in an abstract, the site of the work.
	[/^/, /^\/?$/, 'project'],
];

/** What an http or https address leads to. `url` can be parsed (`URL.canParse`). */
export function linkKind(url: string): Kind {
	const { hostname, pathname } = new URL(url);
	const host = hostname.replace(/^www\./, '');
	return kindsByHost.find(([hosts, paths]) => hosts.test(host) && paths.test(pathname))?.[2] ?? 'other';
}
