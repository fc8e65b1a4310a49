import type { Dialect } from './dialect.ts';
import { huggingfaceApi } from './dialects/huggingface-api.ts';
import { huggingfaceCompactText } from './dialects/huggingface-compact-text.ts';
import { huggingfaceText } from './dialects/huggingface-text.ts';

/** Every dialect that Daybook reads, in the order in which they are asked whether they know a content. */
export const dialects: readonly Dialect[] = [huggingfaceApi, huggingfaceCompactText, huggingfaceText];

/** What a listing of this dialect is, in words; the name of a dialect that is not known here. */
export function dialectInWords(name: string): string {
	return dialects.find((dialect) => dialect.name === name)?.describes ?? name;
}
