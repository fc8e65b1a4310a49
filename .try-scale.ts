import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { chromium } from 'playwright-core';
import { startStaticServer } from './scripts/static-server.ts';
const folder = process.argv[2];
await mkdir(folder + '/client', { recursive: true });
for (const n of await readdir('src/search/client')) await writeFile(`${folder}/client/${n.replace('.ts', '.js')}`, stripTypeScriptTypes(await readFile('src/search/client/' + n, 'utf8')).replaceAll(/(from '.*)\.ts'/g, "$1.js'"));
await writeFile(folder + '/index.html', '<!doctype html><html lang="en"><meta charset="utf-8"><script src="pagefind/open.js"></script></html>');
const server = await startStaticServer({ folder, base: '/', port: 0 });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage();
let bytes = 0; const cdp = await page.context().newCDPSession(page);
page.on('response', async (r) => { bytes += Number((await r.body().catch(() => Buffer.alloc(0))).length); });
await page.goto(server.url);
for (const text of ['diffusion', 'large language models', 'a', 'quantization of weights']) for (const order of ['relevance', 'date', 'comments']) {
  bytes = 0;
  const r = await page.evaluate(`(async () => { const t0 = performance.now(); const { openSearch } = await import('/client/search.js'); window.o ??= openSearch(window.daybookSearch); const s = await window.o; const t1 = performance.now(); const f = await s.search({ text: ${JSON.stringify(text)}, topic: null, year: null, order: '${order}' }); const t2 = performance.now(); const rows = await f.next(10); const t3 = performance.now(); return { open: Math.round(t1 - t0), search: Math.round(t2 - t1), rows: Math.round(t3 - t2), total: f.total, dates: rows.slice(0,3).map(r => r.date), c: rows.slice(0,3).map(r=>r.comments) }; })()`);
  await page.waitForTimeout(200);
  console.log(text, order, JSON.stringify(r), Math.round(bytes / 1024) + ' KB');
}
const t = await page.evaluate(`(async()=>{const s=await window.o; const t0=performance.now(); await s.counts({text:'diffusion',topic:null,year:null,order:'date'}); return performance.now()-t0})()`); console.log('counts', t);
await browser.close(); await server.close();
