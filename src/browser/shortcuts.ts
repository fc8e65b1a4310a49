/** A pressed key as far as shortcuts look at it. */
export interface PressedKey {
	key: string;
	ctrlKey: boolean;
	altKey: boolean;
	metaKey: boolean;
	/** The key was held down. */
	repeat: boolean;
	/** It writes a sign together with other keys. */
	isComposing: boolean;
	/** What it was pressed in takes text or keys of its own. */
	inField: boolean;
	/** Commands are given with Ctrl on this system, and not with ⌘. */
	ctrlCommands: boolean;
}

export type Shortcut = 'search' | 'next' | 'previous' | 'open' | 'help';

const shortcuts = new Map<string, Shortcut>([
	['/', 'search'],
	['j', 'next'],
	['k', 'previous'],
	['o', 'open'],
	['?', 'help'],
]);

/** On Apple's systems Ctrl belongs to the text. */
export const ctrlCommands = !/^(Mac|iP)/.test(navigator.platform);

/** The keys, as people read them. */
export const shortcutWords: readonly (readonly [keys: readonly string[], words: string])[] = [
	[['/', ctrlCommands ? 'Ctrl K' : '⌘ K'], 'search'],
	[['j'], 'the next paper of a list'],
	[['k'], 'the one before it'],
	[['o', 'Enter'], 'open the paper'],
	[['?'], 'this list'],
];

/** What a key asks for, or null: whatever a field, the browser or the system could want is left to them. */
export function shortcutOf({ key, repeat, isComposing, inField, ctrlCommands, ...held }: PressedKey): Shortcut | null {
	if (isComposing || inField || held.altKey) return null;
	if (held.ctrlKey || held.metaKey) {
		const isCommand = ctrlCommands ? !held.metaKey : !held.ctrlKey;
		return isCommand && key.toLowerCase() === 'k' && !repeat ? 'search' : null;
	}
	const shortcut = shortcuts.get(key) ?? null;
	return repeat && shortcut !== 'next' && shortcut !== 'previous' ? null : shortcut;
}
