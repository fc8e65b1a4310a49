/**
 * What stands around the papers of a saved page, and may be passed over in silence there: the navigation of the site,
 * the controls of the page, and what the tools that save pages write of themselves.
 */
const words: ReadonlySet<string> = new Set(
	[
		[
			"hugging face's logo",
			'hugging face',
			'models',
			'datasets',
			'spaces',
			'buckets new',
			'buckets',
			'docs',
			'enterprise',
		],
		['pricing', 'log in', 'sign up', 'website', 'tasks', 'huggingchat', 'collections', 'languages', 'organizations'],
		[
			'community',
			'blog',
			'posts',
			'daily papers',
			'learn',
			'discord',
			'forum',
			'github',
			'solutions',
			'storage buckets',
		],
		['team & enterprise', 'hugging face pro', 'enterprise support', 'inference providers', 'inference endpoints'],
		['new', 'subscribe', 'by', 'ak', 'and the research community', 'daily', 'weekly', 'monthly', 'trending papers'],
		['trending', 'papers', 'previous', 'next', 'search', 'company', 'tos', 'terms of service', 'privacy', 'about'],
		['careers', 'jobs', 'system theme', 'system theme company', 'gradient-bird', 'view all', 'extracted text'],
		['web source', 'daily papers - hugging face', 'trending papers - hugging face', 'changelog', 'status', 'support'],
	].flat(),
);

const patterns: readonly RegExp[] = [
	/^get trending papers in your email inbox( once a day)?!?$/i,
	/^by ?ak and the research community$/i,
	/^hugging face - \d{4} - (trending|daily) papers$/i,
	/^© ?hugging face/i,
	/^<a id="[\w-]*"><\/a>$/,
	/^```\w*$/,
	/^[-*_]{3,}$/,
	/^[-*+•]$/,
	/^https:\/\/huggingface\.co\/?\S*$/,
];

/** A line that a tool wrote above the page, of the page: `- Source URL: …`. */
const ofTool =
	/^[-*] (url|title|captured|source|retrieved|fetched|generated|extraction|date|author|site)[\w ]*( \(\w+\))?:/i;

const longestChrome = 300;

/** Whether a text outside the papers is named as no part of them. Marks of Markdown and avatars do not matter. */
export function isPageChrome(text: string): boolean {
	if (text.length > longestChrome) return false;
	if (ofTool.test(text)) return true;
	const plain = plainOf(text);
	return plain === '' || words.has(plain.toLowerCase()) || patterns.some((pattern) => pattern.test(plain));
}

/** Without list marks, avatars, and where links lead. */
function plainOf(text: string): string {
	return text
		.trim()
		.replace(/^(?:[-*+]\s+)*/, '')
		.replace(/^#{1,6}\s+/, '')
		.replace(/\[[^\][]*\](?![([])\s*(?=\S)/g, '')
		.replace(/\[([^\][]*)\](?:\([^()\s]*\)|\[\d{1,5}\])/g, '$1')
		.replace(/[[\]]/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}
