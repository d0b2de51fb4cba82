// SPDX-License-Identifier: GPL-3.0-or-later
// Opens uplot.html in a headless Chromium and prints the figures it sends back.
// uplot.mjs CHROMIUM; the packages are those of the working directory.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const page = new URL('uplot.html', import.meta.url);
const library = join(process.cwd(), 'node_modules/uplot/dist/uPlot.iife.min.js');
const profile = await mkdtemp(join(tmpdir(), 'uplot-'));
let browser;

async function end(status) {
    const gone = new Promise((resolve) => { browser.once('exit', resolve); });
    browser.kill();
    await gone;
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    process.exit(status);
}

const server = createServer(async (request, response) => {
    if (request.method === 'POST') {
        let figures = '';
        for await (const part of request)
            figures += part;
        process.stdout.write(figures);
        response.end();
        await end(0);
    } else {
        response.setHeader('Content-Type',
            request.url === '/' ? 'text/html' : 'text/javascript');
        response.end(await readFile(request.url === '/' ? page : library));
    }
});
server.listen(0, '127.0.0.1', () => {
    browser = spawn(process.argv[2], ['--headless', '--no-sandbox', '--disable-gpu',
        `--user-data-dir=${profile}`, '--window-size=1920,1080',
        `http://127.0.0.1:${server.address().port}/`], { stdio: 'ignore' });
    setTimeout(() => end(1), 60_000);
});
