// @ts-check
// Runs in the head of every page, before anything is painted, and so is no module. What a reader chose stands in
// attributes of <html>: styles and scripts read it there, and whoever changes one of these attributes has it kept.
// A browser that keeps nothing, or keeps it for each file alone, loses a preference and nothing else.
{
	const root = document.documentElement;

	/** @type {Readonly<Record<string, readonly string[]>>} */
	const choices = { theme: ['light', 'dark'], density: ['compact', 'titles'], shortcuts: ['off'] };

	const key = 'daybook-reading';

	/** @returns {Record<string, unknown>} */
	const kept = () => {
		try {
			return Object(JSON.parse(localStorage.getItem(key) ?? '{}'));
		} catch {
			return {};
		}
	};

	/** What was kept becomes attributes; what nobody chose, or this version does not know, becomes none. */
	const apply = () => {
		const settings = kept();
		for (const [name, values] of Object.entries(choices)) {
			const value = values.find((each) => each === settings[name]);
			if (root.dataset[name] === value) continue;
			if (value === undefined) delete root.dataset[name];
			else root.dataset[name] = value;
		}
	};

	const keep = () => {
		const settings = Object.fromEntries(Object.keys(choices).map((name) => [name, root.dataset[name]]));
		try {
			localStorage.setItem(key, JSON.stringify(settings));
		} catch {
			// Then it holds for this page.
		}
	};

	/** Colours what the browser draws around the page as the page is coloured. */
	const frame = () => {
		const { theme } = root.dataset;
		for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
			const scheme = meta.getAttribute('data-scheme');
			meta.setAttribute(
				'media',
				theme === undefined ? `(prefers-color-scheme: ${scheme})` : theme === scheme ? 'all' : 'not all',
			);
		}
	};

	root.dataset.script = '';
	apply();
	frame();
	new MutationObserver(() => {
		keep();
		frame();
	}).observe(root, { attributeFilter: Object.keys(choices).map((name) => `data-${name}`) });

	// Chosen in another window, or before the reader went back to this page.
	addEventListener('storage', (event) => {
		if (event.key === key) apply();
	});
	addEventListener('pageshow', (event) => {
		if (event.persisted) apply();
	});
}
