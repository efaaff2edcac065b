// Draws the app's icons from one mark: node tools/icons.mjs (the PNG files are committed).
import * as fs from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';

const folder = path.resolve(import.meta.dirname, '../libs/web/public/icons');
const STROKES = '<path d="M8 13v6M13 9v14M19 12.5v7M24 15v2" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"/>';

/** `radius` of the corners and `scale` of the mark, in the 32 unit square; a maskable icon fills it and keeps to its middle. */
const drawing = (radius, scale) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="${radius}" fill="#c93c1d"/><g transform="translate(16 16) scale(${scale}) translate(-16 -16)">${STROKES}</g></svg>`;

const ICONS = [
  ['icon-192.png', 192, drawing(8, 1)],
  ['icon-512.png', 512, drawing(8, 1)],
  ['maskable-512.png', 512, drawing(0, 0.78)],
  ['apple-touch-180.png', 180, drawing(0, 0.9)],
  // Status bar and badge of notifications: only its shape is read.
  ['badge-96.png', 96, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="4 5 24 22">${STROKES}</svg>`],
];

fs.mkdirSync(folder, { recursive: true });
for (const [name, size, svg] of ICONS) {
  await sharp(Buffer.from(svg), { density: 1200 }).resize(size, size, { fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } }).png({ compressionLevel: 9, palette: true }).toFile(path.join(folder, name));
}
