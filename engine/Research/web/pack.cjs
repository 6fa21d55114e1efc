'use strict';
// Compresses a file as browsers unpack it (DecompressionStream): pack.cjs FROM TO. Node is there wherever npm is.
const { readFileSync, writeFileSync } = require('node:fs');
const { gzipSync } = require('node:zlib');

const [from, to] = process.argv.slice(2);
writeFileSync(to, gzipSync(readFileSync(from), { level: 9 }));
