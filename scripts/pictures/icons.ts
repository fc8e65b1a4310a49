import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

/** As `public/icon.svg` has it. */
const ground = '#8a3018';

/** Writes the icons of a site beside its `icon.svg`, drawn from that: for browsers that want pixels, and for phones. */
export async function writeIcons(site: string): Promise<void> {
	const svg = await readFile(join(site, 'icon.svg'), 'utf8');
	const write = async (name: string, bytes: Uint8Array) => await writeFile(join(site, name), bytes);
	await write('icon-192.png', await drawn(svg, 192));
	await write('icon-512.png', await drawn(svg, 512));
	// Of a maskable icon any edge may be cut: all of the drawing is within the middle four fifths.
	await write('icon-maskable.png', await onGround(await drawn(svg, 410), 512));
	await write('apple-touch-icon.png', await onGround(await drawn(svg, 180), 180));
	await write('favicon.ico', iconFile(await drawn(svg, 32), 32));
}

async function drawn(svg: string, size: number): Promise<Buffer> {
	const units = 32;
	return await sharp(Buffer.from(svg), { density: (72 * size) / units })
		.resize(size, size)
		.png({ compressionLevel: 9 })
		.toBuffer();
}

/** A square without transparent corners. */
async function onGround(picture: Buffer, size: number): Promise<Buffer> {
	return await sharp({ create: { width: size, height: size, channels: 3, background: ground } })
		.composite([{ input: picture }])
		.png({ compressionLevel: 9 })
		.toBuffer();
}

/** The container of `favicon.ico`: a header, one entry, and the PNG as it is. */
function iconFile(png: Uint8Array, size: number): Uint8Array {
	const header = new DataView(new ArrayBuffer(22));
	header.setUint16(2, 1, true);
	header.setUint16(4, 1, true);
	header.setUint8(6, size);
	header.setUint8(7, size);
	header.setUint16(10, 1, true);
	header.setUint16(12, 32, true);
	header.setUint32(14, png.length, true);
	header.setUint32(18, header.byteLength, true);
	return Buffer.concat([new Uint8Array(header.buffer), png]);
}
