import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync, unzipSync } from 'fflate';
import { topFolder } from '../../src/bundle/make-bundle.ts';
import { filesBelow } from '../../src/bundle/read-site.ts';
import { DaybookError } from '../../src/errors.ts';
import { runProgram } from '../processes.ts';
import { projectFolder } from '../project-folder.ts';
import { measured, type Usage } from './measured.ts';
import { type OfflineReads, offlineReads } from './offline-reads.ts';
import { grouped, megabytes, table } from './table.ts';

/** The offline copy of a site, measured. */
export interface BundleReport extends Usage {
	files: number;
	/** Of the zip, of what is in it, and of the files of the site, each compressed in the same way. */
	bytes: { zip: number; unpacked: number; site: number };
	searches: ({ text: string } & OfflineReads)[];
}

const queries = ['diffusion', 'large language models', 'quantization of weights', 'anomaly segmentation'];

/** Makes the offline copy of a built site and measures it: time, memory, sizes, and what searches read. */
export async function bundleBench(site: string, work: string): Promise<{ report: BundleReport; text: string }> {
	const folder = await mkdtemp(join(work, 'daybook-bench-bundle-'));
	try {
		const zip = join(folder, 'copy.zip');
		const args = [join(projectFolder, 'scripts/bundle.ts'), '--from', site, '--out', zip];
		const usage = await measured(async () => {
			if ((await runProgram(process.execPath, args, { output: 'stderr' })) !== 0) throw failed(site);
		});
		const written = await readFile(zip);
		const unpacked = Object.entries(unzipSync(written));
		const files = new Map(unpacked.map(([path, data]) => [path.slice(topFolder.length + 1), data]));
		const searches: BundleReport['searches'] = [];
		for (const text of queries) searches.push({ text, ...(await offlineReads(files, text)) });
		const bytes = {
			zip: written.byteLength,
			unpacked: unpacked.reduce((sum, [, data]) => sum + data.byteLength, 0),
			site: await zippedSize(site),
		};
		const report = { ...usage, files: files.size, bytes, searches };
		return { report, text: inWords(report) };
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** About what a zip of a folder takes: its headers are small beside it. */
async function zippedSize(folder: string): Promise<number> {
	let bytes = 0;
	for (const path of await filesBelow(folder)) bytes += deflateSync(await readFile(join(folder, path))).byteLength;
	return bytes;
}

function inWords({ files, bytes, searches, ...usage }: BundleReport): string {
	const rows = searches.map(({ text, rows, scripts }) => [
		text,
		grouped(rows),
		grouped(scripts.length),
		grouped(scripts.reduce((sum, script) => sum + script.bytes, 0) / 1000),
	]);
	return [
		`${grouped(files)} files in ${grouped(usage.wallSeconds, 1)} s, ${megabytes(usage.peakBytes, 0)} MB of memory`,
		`zip ${megabytes(bytes.zip, 1)} MB, unpacked ${megabytes(bytes.unpacked, 1)} MB; ` +
			`${grouped(bytes.zip / bytes.site, 2)} times the zip of the site`,
		'',
		table(['search', 'rows', 'scripts', 'KB read'], rows),
	].join('\n');
}

function failed(site: string): DaybookError {
	return new DaybookError({
		code: 'bench/bundle',
		message: 'The offline copy could not be made.',
		hint: 'mend what is said above',
		location: { file: site },
	});
}
