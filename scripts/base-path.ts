/** The path a site is served below, with a slash at both ends: `some/base`, `/some/base` and `/some/base/` alike. */
export function basePath(text: string): string {
	const parts = text.split('/').filter(Boolean);
	return parts.length === 0 ? '/' : `/${parts.join('/')}/`;
}
