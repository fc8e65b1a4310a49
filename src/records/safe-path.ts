/** What Windows allows in no name, controls, and marks that turn the direction of what follows or cannot be seen. */
const forbidden = /[<>:"\\|?*\p{Cc}\p{Cs}\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/u;

/** Devices of Windows, whatever their ending: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])\s*(?:\.|$)/i;

/** In bytes of UTF-8, as the file systems of Linux count; others allow more. */
const longestName = 255;

/**
 * Whether a path with `/` stays in its folder, and can be made on Linux, macOS and Windows alike: no part is empty,
 * `.` or `..`, a device, longer than 255 bytes, or ends in a dot or a space.
 */
export function isSafePath(path: string): boolean {
	return path.split('/').every(isSafeName);
}

function isSafeName(name: string): boolean {
	return (
		name !== '' &&
		!/[. ]$/.test(name) &&
		!forbidden.test(name) &&
		!device.test(name) &&
		new TextEncoder().encode(name).length <= longestName
	);
}

/** The same for all paths that macOS and Windows take for one: they know no case, and macOS no forms of Unicode. */
export function foldedPath(path: string): string {
	return path.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFC');
}
