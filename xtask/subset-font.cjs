// Cuts a font down to the given characters: input.woff2 output.woff2 characters. harfbuzz's subsetter
// is called by its own functions; their numbers are those of its header hb-subset.h.
const fs = require("node:fs");
const { pathToFileURL } = require("node:url");

const [input, output, characters] = process.argv.slice(2);
const DROPPED_TABLES = 3, NAMES = 4, FEATURES = 6, NO_HINTING = 1, WRITABLE = 2;

/** A four-letter name as harfbuzz counts it. */
const tag = (name) => [...name].reduce((sum, letter) => (sum << 8) + letter.charCodeAt(0), 0);

async function main() {
  const { compress, decompress } = await import(pathToFileURL(require.resolve("woff2-encoder")).href);
  const module = fs.readFileSync(require.resolve("harfbuzzjs/dist/harfbuzz-subset.wasm"));
  const hb = (await WebAssembly.instantiate(module)).instance.exports;
  hb._initialize();

  const font = await decompress(fs.readFileSync(input));
  const start = hb.malloc(font.length);
  new Uint8Array(hb.memory.buffer).set(font, start);
  const face = hb.hb_face_create(hb.hb_blob_create(start, font.length, WRITABLE, 0, 0), 0);

  const plan = hb.hb_subset_input_create_or_fail();
  const add = (set, values) => values.forEach((value) => hb.hb_set_add(set, value));
  const keepOnly = (kind, values) => {
    const set = hb.hb_subset_input_set(plan, kind);
    hb.hb_set_clear(set);
    add(set, values);
  };
  add(hb.hb_subset_input_unicode_set(plan), [...characters].map((character) => character.codePointAt(0)));
  add(hb.hb_subset_input_set(plan, DROPPED_TABLES), ["STAT", "GDEF"].map(tag));
  keepOnly(NAMES, [0, 1, 2, 4, 6, 14]);
  keepOnly(FEATURES, ["kern", "liga"].map(tag));
  hb.hb_subset_input_set_flags(plan, NO_HINTING);

  const subset = hb.hb_subset_or_fail(face, plan);
  if (!subset) throw new Error(`${input} cannot be cut down`);
  const blob = hb.hb_face_reference_blob(subset);
  const at = hb.hb_blob_get_data(blob, 0);
  const bytes = new Uint8Array(hb.memory.buffer).slice(at, at + hb.hb_blob_get_length(blob));
  fs.writeFileSync(output, await compress(bytes));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
