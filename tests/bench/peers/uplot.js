// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the page that bench_chart's data is drawn on by uPlot: 8 charts x 4 series x 3,600 points.
// It redraws 25 times before it has loaded and leaves "typical noisy" medians in milliseconds.
//   node uplot.js > page.html && chromium --headless --dump-dom page.html
import { readFileSync } from 'node:fs';

const read = (name) => readFileSync(new URL(`node_modules/uplot/dist/${name}`, import.meta.url), 'utf8');

async function page() {
  const rounds = 25;
  const points = 3600;

  function random(seed) { // a small generator, so that each run draws the same
    let state = seed + 1;
    return () => {
      state = (state * 1664525 + 1013904223) % 4294967296;
      return state / 4294967296;
    };
  }

  function series(noisy, seed) {
    const next = random(seed);
    const values = [];
    let value = 50;
    for (let i = 0; i < points; ++i) {
      value = Math.min(100, Math.max(0, value + (next() + next() + next() - 1.5) * 3));
      values.push(noisy ? 25 + 50 * next() : value);
    }
    return values;
  }

  async function measure(noisy) {
    document.body.textContent = '';
    const times = Array.from({ length: points }, (_, i) => i);
    const charts = [];
    for (let c = 0; c < 8; ++c) {
      const data = [times];
      const lines = [{}];
      for (let s = 0; s < 4; ++s) {
        data.push(series(noisy, c * 4 + s));
        lines.push({ stroke: 'black', width: 1 });
      }
      charts.push(new uPlot({ width: 470, height: 510, series: lines, legend: { show: false },
        scales: { x: { time: false }, y: { range: [0, 100] } } }, data, document.body));
    }
    await null; // the first draw
    const lengths = [];
    for (let round = 0; round < rounds; ++round) {
      const begun = performance.now();
      for (const chart of charts)
        chart.setScale('x', { min: round % 2, max: points - 2 + (round % 2) });
      await null; // uPlot draws in a microtask
      for (const chart of charts)
        chart.ctx.getImageData(0, 0, 1, 1); // the canvas paints what it was told
      lengths.push(performance.now() - begun);
    }
    lengths.sort((a, b) => a - b);
    return lengths[Math.floor(rounds / 2)];
  }

  const result = `${(await measure(false)).toFixed(1)} ${(await measure(true)).toFixed(1)}`;
  document.body.textContent = `result: ${result}`;
}

console.log(`<!doctype html><meta charset="utf-8"><style>${read('uPlot.min.css')}
body { margin: 0; width: 1920px; display: flex; flex-wrap: wrap; }</style><body></body>
<script>${read('uPlot.iife.min.js')}</script><script>(${page})();</script>`);
