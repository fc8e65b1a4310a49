import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { replaceFile } from '../../src/store/replace-file.ts';
import { thisProcess } from '../this-process.ts';
import type { Picture } from './take.ts';

/** A sheet is small enough to be looked at whole. */
const columns = { narrow: 6, wide: 3 } as const;
const rows = 2;
const gap = 16;
const caption = 28;

/** Puts pictures of one look side by side, with their names, into as many sheets as it takes: `<start>-1.png` … */
export async function contactSheets(pictures: readonly Picture[], width: number, start: string): Promise<string[]> {
	const [across, cell] = width < 600 ? [columns.narrow, 300] : [columns.wide, 600];
	const height = 900;
	const files: string[] = [];
	for (let at = 0; at < pictures.length; at += across * rows) {
		const shown = pictures.slice(at, at + across * rows);
		const file = `${start}-${files.length + 1}.png`;
		const tiles = await Promise.all(
			shown.map(async ({ page, file, overflows }, index) => {
				const left = gap + (index % across) * (cell + gap);
				const top = gap + Math.floor(index / across) * (height + caption + gap);
				const name = `${page.name}${overflows ? ' (scrolls sideways)' : ''}`;
				return [
					{ input: await tile(file, cell, height), left, top: top + caption },
					{ input: Buffer.from(captionSvg(name, page.path, cell)), left, top },
				];
			}),
		);
		const lines = Math.ceil(shown.length / across);
		const picture = await sharp({
			create: {
				width: gap + Math.min(shown.length, across) * (cell + gap),
				height: gap + lines * (height + caption + gap),
				channels: 3,
				background: '#8a8f98',
			},
		})
			.composite(tiles.flat())
			.png()
			.toBuffer();
		await replaceFile(file, thisProcess, (fresh) => writeFile(fresh, picture));
		files.push(file);
	}
	return files;
}

/** The top of a picture, at the width of its cell. */
async function tile(file: string, width: number, height: number): Promise<Buffer> {
	const { data, info } = await sharp(file).resize({ width }).toBuffer({ resolveWithObject: true });
	if (info.height <= height) return data;
	return await sharp(data).extract({ left: 0, top: 0, width: info.width, height }).toBuffer();
}

function captionSvg(name: string, path: string, width: number): string {
	const words = `${name}  ${path.length > 70 ? `${path.slice(0, 70)}…` : path}`;
	const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${caption}"><text y="20" font-family="sans-serif" font-size="14" fill="#fff">${escaped}</text></svg>`;
}
