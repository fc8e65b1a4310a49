import { dailyItems } from '../daily-items.ts';
import { type Dialect, exactness, type Reading } from '../dialect.ts';
import { isEmptyArray, type JsonItems, jsonItems, pointerFinder, pythonItems } from '../json-items.ts';

/**
 * The JSON of the daily-papers API of Hugging Face: an array of `{paper, title, numComments, …}`. Some archives hold
 * one object a line, or each object as a string of its Python literal, or wrap the array in an object.
 */
export const huggingfaceApi: Dialect = {
	name: 'huggingface-api',
	describes: 'one day of the daily-papers API of Hugging Face, as JSON',
	exactness: exactness.ownRecords,
	recognises(content) {
		// Whatever stands before it in its item, the first paper is not far: an item without one is a few thousand letters.
		const start = content.slice(0, 100_000);
		return /^\s*[[{]/.test(start) && (/["']paper\\?["']\s*:\s*\{/.test(start) || isEmptyArray(content));
	},
	read,
	finder: pointerFinder,
};

function read(content: string): Reading {
	const found = jsonItems(content);
	const list = found === null || found.items.length === 0 ? (pythonItems(content) ?? found ?? nothing) : found;
	const { entries, items, problems, day } = dailyItems(list);
	return { entries, accounting: { items }, problems, captured: null, daily: true, day };
}

const nothing: JsonItems = { pointer: '', items: [], broken: [], cut: true };
