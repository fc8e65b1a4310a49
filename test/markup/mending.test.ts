import { describe, expect, test } from 'vitest';
import { renderAbstract, renderTitle } from '../../src/markup/render.ts';
import { editedText } from './shown-text.ts';

/** As an editor would write it, formulas as LaTeX. */
const edited = (captured: string) =>
	editedText(renderAbstract(captured).html).replace(/ +(?=[}_^)])|(?<=\\[a-z]+ ) +/g, '');

describe('formulas that lost their backslashes', () => {
	test.each([
		['a rate of rho^2 in total', 'a rate of $\\rho^2$ in total'],
		['trained 7.5times longer, then 3-4times', 'trained $7.5\\times$ longer, then $3\\text{–}4\\times$'],
		['images of 64times64 pixels', 'images of $64\\times 64$ pixels'],
		['a point y in R^k of it', 'a point $y \\in \\mathbb{R}^k$ of it'],
		['a map Bin R^{ptimes q} exists', 'a map $B\\in \\mathbb{R}^{p\\times q}$ exists'],
		['the ell_1 ball (an ell_1 ball)', 'the $\\ell_1$ ball (an $\\ell_1$ ball)'],
		['holds with epsilon-optimal cost', 'holds with $\\epsilon$-optimal cost'],
		['in time O(k log k), not O(k^3)', 'in time $O(k \\log k)$, not $O(k^{3})$'],
		['the norm of {bf V}_t grows', 'the norm of $\\mathbf{V}_t$ grows'],
		['a loss mathcal{J}(w) here', 'a loss $\\mathcal{J}(w)$ here'],
		['when 3.2 pm 0.1 is reached', 'when $3.2 \\pm 0.1$ is reached'],
		['about sim40 users', 'about $\\sim 40$ users'],
		['the sets |A cup B| are', 'the sets $|A \\cup B|$ are'],
		['CQ^2: a name', '$\\mathrm{CQ}^2$: a name'],
		['text rightarrow image', 'text $\\rightarrow$ image'],
	])('%s', (captured, shown) => {
		expect(
			edited(captured)
				.replace(/([_^])\{(\d)\}/g, '$1$2')
				.replace(/ +/g, ' '),
		).toBe(shown.replace(/([_^])\{(\d)\}/g, '$1$2').replace(/ +/g, ' '));
	});

	test.each([
		'six times faster at all times',
		'the alpha release and beta testing of gamma rays',
		'in or to the top of it, min and max',
		'files like my_data_set and MODEL_NAME or a_long_name',
		'a 5 pm meeting, a bin, a sin, the pin',
		'VGG_19 and AP_M as names',
		'pairs (xi, yi) of samples',
		'what is left of sqrt{frac{a}{b}} and epsilon{d}cdot q',
		'an order T^2/3 that lost its braces',
		'log-likelihood, k-means, n-gram, p-value, L2 loss, F1 score',
		'between 1/3 and 2/3, in/out, and/or, TCP/IP',
		'a set {True, False} of two',
		'the price is $5 now and $10 later',
		'Phi-3.5-vision, alpha-1 and beta-2 names',
		'top_k=50 and min_p=0.1 as options',
		'10^-3, Ca^2+ and cm^-1',
		'what is left: n{d}, W{k}',
		'costs $5/GPU-hour, or 3$ per unit',
		'vitamin K in Y, class C in B',
		'fox2017gym and box2019a',
	])('%s stays', (captured) => {
		expect(edited(captured)).toBe(captured);
		expect(renderAbstract(captured).changes).toEqual([]);
	});
});

describe('LaTeX and Markdown that authors left', () => {
	test.each([
		['40\\% of R\\&D', '40% of R&amp;D'.replace('&amp;', '&#x26;')],
		[
			"Erd\\H{o}s, G\\\"odel, Poincar\\'e, \\c{C}elik, {\\'E}mile, \\o re",
			'Erdős, Gödel, Poincaré, Çelik, Émile, ø re',
		],
		[
			'the {\\em main} and \\textbf{bold} and \\texttt{x} part',
			'the <em>main</em> and <strong>bold</strong> and <code>x</code> part',
		],
		['so~\\cite{key} it is \\citep{a,b}.', 'so it is.'],
		['e.g.~this, \\ie that, \\etc.', 'e.g. this, i.e. that, etc.'],
		['our \\method{} wins', 'our method wins'],
		["``quoted'' and `single'", '“quoted” and ‘single’'],
		['one -- two, three--four, 5--6', 'one – two, three—four, 5–6'],
		['**strong** and *weak* but not a*b*c', '<strong>strong</strong> and <em>weak</em> but not a*b*c'],
		['run `make all` now', 'run <code>make all</code> now'],
		['{Grouped words} here', 'Grouped words here'],
		['[our page](https://a.example/b)', '<a href="https://a.example/b" rel="noopener nofollow ugc">our page</a>'],
		['\\texttt{a\\_b} and 90\\%', '<code>a_b</code> and 90%'],
		['We do. \\\\ \\textbf{Method:} so', 'We do. <strong>Method:</strong> so'],
		['# no heading, <b>no</b> HTML', '# no heading, &#x3C;b>no&#x3C;/b> HTML'],
	])('%s', (captured, html) => {
		expect(renderAbstract(captured).html.replace(/\s+(?=\.)/g, '')).toBe(html);
	});

	test('formulas with delimiters are set, and those that do not parse stay and are told', () => {
		const { text, refused } = renderAbstract('with $\\alpha_1$, \\(n^2\\) and $\\nosuch{$ or $x_$');
		expect(text).toBe('with α₁, n² and $\\nosuch{$ or $x_$');
		expect(refused).toEqual(['$\\nosuch{$', '$x_$']);
	});

	test('addresses lose what is not theirs', () => {
		const link = '<a href="https://a.example/b" rel="noopener nofollow ugc">https://a.example/b</a>';
		for (const captured of [
			'https://a.example/b{our page}',
			'\\url{https://a.example/b}',
			'\\href{https://a.example/b}{here}',
		]) {
			expect(renderAbstract(`At ${captured}.`).html).toBe(`At ${link}.`);
		}
	});
});

test('each change keeps its code, its place and what stood there', () => {
	const captured = 'We use nu^2 -- so~it is 5\\%.';
	const { changes } = renderAbstract(captured);
	expect(changes).toEqual([
		{ code: 'math-restored', from: 7, before: 'nu^2', after: 'ν²' },
		{ code: 'dash', from: 12, before: '--', after: '–' },
		{ code: 'tie', from: 17, before: '~', after: ' ' },
		{ code: 'latex-escape', from: 25, before: '\\%', after: '%' },
	]);
	for (const { from, before } of changes) expect(captured.slice(from, from + before.length)).toBe(before);
});

test.each([
	['with ell_infty norm', 'ell_infty l infinity'],
	['for nu^2 here', 'nu^2 nu squared'],
	['a plain text', null],
])('%s is found by %s', (captured, forms) => {
	expect(renderTitle(captured).searchText).toBe(forms);
});
