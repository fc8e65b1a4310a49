import { sha256 } from '../records/hash.ts';
import type { Slug } from '../records/paper.ts';

/** How many hues `hues.css` has, as classes `hue-0` to `hue-11`. */
export const hueCount = 12;

/**
 * The hue of a topic, from 0: the same on every page, in every build and whatever other topics there are. Topics
 * share hues, so a hue is never the only sign of one.
 */
export function topicHue(slug: Slug): number {
	return Number.parseInt(sha256(slug).slice(0, 8), 16) % hueCount;
}
