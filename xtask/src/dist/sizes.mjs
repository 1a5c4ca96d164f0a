// Sizes of files as they travel: raw, gzip and brotli at their best, as a server that compresses once sends them.
// In: paths. Out: one line a file, three numbers.
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

for (const path of process.argv.slice(1)) {
  const bytes = readFileSync(path);
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
  console.log(bytes.length, gzipSync(bytes, { level: 9 }).length, brotli.length);
}
