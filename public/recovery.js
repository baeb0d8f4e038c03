// Reads everything the app keeps on the device and hands it out as it stands, changing nothing; only
// packs, which nobody could read otherwise, are unpacked in the file.
// It works when the app cannot start, so it shares nothing with it but names. Keys as in
// src/store/names.rs.
"use strict";
(() => {
  const ALL = "pejlemaerke/";
  const PREFERENCES = `${ALL}preferences`;
  const ADOPTED = `${ALL}adopted-wording`;
  const RECORD = `${ALL}record/`;
  const PACK = `${ALL}pack/`;
  const QUARANTINE = `${ALL}quarantine/`;
  const RESCUED = `${ALL}rescued/`;

  const DATABASE = "pejlemaerke";
  const JOURNAL = { name: "journal", da: "Journalen", en: "The journal" };
  const SNAPSHOTS = { name: "snapshots", da: "Samlingen af øjebliksbilleder", en: "The collection of snapshots" };

  /** A browser that has not answered after so many milliseconds is not waited for. */
  const PATIENCE = 10_000;

  const TITLE = { da: "Nødside · Pejlemærke", en: "Recovery page · Pejlemærke" };

  const element = (id) => document.getElementById(id);
  const language = () => (document.documentElement.lang === "en" ? "en" : "da");

  // Reading.

  /** A reason of this page's own, in both languages; the browser's own come as they are. */
  const refusal = (da, en) => Object.assign(new Error(en), { told: { da, en } });
  const late = () => refusal(
    "browseren svarede ikke; luk andre faner med appen, og genindlæs siden",
    "the browser did not answer; close other tabs with the app, and reload this page",
  );

  function why(error) {
    if (error?.told) return error.told;
    const reason = String(error).replace(/\.$/, "");
    return { da: reason, en: reason };
  }

  function unread(what, error) {
    const { da, en } = why(error);
    return { da: `${what.da} kunne ikke læses (${da}).`, en: `${what.en} could not be read (${en}).` };
  }

  /** The texts in localStorage by name, or null where the browser does not let the page in. */
  function readLocal(problems) {
    let names;
    try {
      names = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at));
    } catch (error) {
      const what = { da: "Det, appen har gemt i browserens lager (localStorage),", en: "What the app keeps in the browser’s storage (localStorage)" };
      problems.push(unread(what, error));
      return null;
    }
    const local = {};
    for (const name of names.filter((name) => name?.startsWith(ALL)).sort()) {
      try {
        const text = localStorage.getItem(name);
        // Null when another tab has taken it away in between.
        if (text !== null) local[name] = text;
      } catch (error) {
        problems.push(unread({ da: `”${name}”`, en: `“${name}”` }, error));
      }
    }
    return local;
  }

  function inTime(promise) {
    let timer;
    const limit = new Promise((_, reject) => {
      timer = setTimeout(() => reject(late()), PATIENCE);
    });
    return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
  }

  const ask = (request) => inTime(new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      event.preventDefault();
      reject(request.error);
    };
  }));

  /** Whether there may be a database: also true where the browser cannot tell. */
  async function mayBeThere() {
    try {
      const databases = await inTime(indexedDB.databases());
      return databases.some(({ name }) => name === DATABASE);
    } catch {
      return true;
    }
  }

  /** The database in whatever version it has, or null where there is none. Never makes one. */
  function open() {
    return new Promise((resolve, reject) => {
      const request = indexedDB.open(DATABASE);
      let isNew = false;
      let isGivenUp = false;
      const giveUp = (error) => {
        isGivenUp = true;
        reject(error);
      };
      const timer = setTimeout(() => giveUp(late()), PATIENCE);
      request.onupgradeneeded = () => {
        // Opened without a version, only a database that was not there comes here.
        isNew = true;
        request.transaction.abort();
      };
      request.onblocked = () => {
        clearTimeout(timer);
        giveUp(refusal(
          "en anden fane er i gang med den; luk fanen, og genindlæs siden",
          "another tab is busy with it; close that tab, and reload this page",
        ));
      };
      request.onerror = (event) => {
        event.preventDefault();
        clearTimeout(timer);
        if (isNew) resolve(null);
        else reject(request.error);
      };
      request.onsuccess = () => {
        clearTimeout(timer);
        const database = request.result;
        // The app may want to upgrade it meanwhile and must not wait for this page.
        database.onversionchange = () => database.close();
        if (isGivenUp) database.close();
        else resolve(database);
      };
    });
  }

  /** Each value by itself, so that one that is damaged does not take the others with it. */
  async function readOneByOne(store, entries, problems) {
    const values = [];
    for (const key of await ask(entries().getAllKeys())) {
      try {
        values.push(await ask(entries().get(key)));
      } catch (error) {
        const what = { da: `${store.da}: nummer ${key}`, en: `${store.en}: number ${key}` };
        problems.push(unread(what, error));
        if (error?.told) {
          // No answer at all: waiting as long for each of the rest would help nobody.
          problems.push(unread({ da: `${store.da}: resten`, en: `${store.en}: the rest` }, error));
          break;
        }
      }
    }
    return values;
  }

  function asText(value, store, problems) {
    if (typeof value === "string") return value;
    problems.push({
      da: `${store.da}: noget stod ikke som tekst og er skrevet om til det i filen.`,
      en: `${store.en}: something did not stand as text and has been rewritten as such in the file.`,
    });
    try {
      return JSON.stringify(value) ?? String(value);
    } catch {
      return String(value);
    }
  }

  /** The texts of an object store, or null where it cannot be read. */
  async function readStore(database, store, problems) {
    if (!database.objectStoreNames.contains(store.name)) return [];
    const entries = () => database.transaction(store.name, "readonly").objectStore(store.name);
    const all = async () => ask(entries().getAll());
    try {
      const values = await all().catch((error) => {
        if (error?.told) throw error;
        return readOneByOne(store, entries, problems);
      });
      return values.map((value) => asText(value, store, problems));
    } catch (error) {
      problems.push(unread(store, error));
      return null;
    }
  }

  async function readDatabase(problems) {
    let database = null;
    try {
      if (await mayBeThere()) database = await open();
    } catch (error) {
      const what = { da: "Databasen med journal og øjebliksbilleder", en: "The database of journal and snapshots" };
      problems.push(unread(what, error));
      return { journal: null, snapshots: null };
    }
    if (!database) return { journal: [], snapshots: [] };
    try {
      // What the last import changed stands in the journal and the snapshots too.
      const known = [JOURNAL.name, SNAPSHOTS.name, "imports"];
      for (const name of Array.from(database.objectStoreNames).filter((name) => !known.includes(name))) {
        problems.push({
          da: `Der ligger også noget under navnet ”${name}”, som denne side ikke kender. Det er ikke med i filen, men er ikke rørt.`,
          en: `There is also something under the name “${name}”, which this page does not know. It is not in the file, but has not been touched.`,
        });
      }
      // Both at once, so that an upgrade by the app cannot come between them.
      const [journal, snapshots] = await Promise.all(
        [JOURNAL, SNAPSHOTS].map((store) => readStore(database, store, problems)),
      );
      return { journal, snapshots };
    } finally {
      database.close();
    }
  }

  /** What is on the device; null stands for what could not be read, and `problems` say why. */
  async function read() {
    const problems = [];
    const local = readLocal(problems);
    const { journal, snapshots } = await readDatabase(problems);
    return { at: new Date(), local, journal, snapshots, problems };
  }

  // Unpacking, as in src/store/packing.rs.

  /** Signs from U+3400 on as bytes, each sign 15 bits; null where there is another sign. */
  function toBytes(text) {
    const bytes = new Uint8Array(Math.floor((text.length * 15) / 8));
    let [bits, count, to] = [0, 0, 0];
    for (let at = 0; at < text.length; at += 1) {
      const number = text.charCodeAt(at) - 0x3400;
      if (number < 0 || number > 0x7fff) return null;
      // Fewer than 8 bits are left of what came before.
      bits = ((bits & 0xff) << 15) | number;
      for (count += 15; count >= 8; to += 1) {
        count -= 8;
        bytes[to] = bits >> count;
      }
    }
    return bytes;
  }

  /** An LZ4 block of a text of so many bytes, or null where it is damaged. */
  function decompress(bytes, size) {
    const text = new Uint8Array(size);
    let [from, to] = [0, 0];
    const longer = (length) => {
      let more = length === 15 ? 255 : 0;
      for (let sum = length; ; sum += more) {
        if (more !== 255) return sum;
        more = bytes[from++];
      }
    };
    while (from < bytes.length) {
      const token = bytes[from++];
      const plain = longer(token >> 4);
      // Past the end lengths are NaN, of which no comparison is true.
      if (!(from + plain <= bytes.length && to + plain <= size)) return null;
      text.set(bytes.subarray(from, from + plain), to);
      from += plain;
      to += plain;
      if (from === bytes.length) break;
      const back = bytes[from] | (bytes[from + 1] << 8);
      from += 2;
      const again = longer(token & 15) + 4;
      if (!(back > 0 && back <= to && to + again <= size)) return null;
      for (const end = to + again; to < end; to += 1) text[to] = text[to - back];
    }
    return to === size ? text : null;
  }

  /** What was packed, or null where it cannot be unpacked. */
  function unpack(packed) {
    const bytes = toBytes(packed.slice(1));
    if (!bytes) return null;
    // Behind the last byte stands a 1, and then zeros.
    const end = bytes.length - (bytes.at(-1) === 0 ? 2 : 1);
    if (end < 4 || bytes[end] !== 1) return null;
    const size = new DataView(bytes.buffer).getUint32(0, true);
    const text = size <= 64 * 2 ** 20 ? decompress(bytes.subarray(4, end), size) : null;
    try {
      return text && new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(text);
    } catch {
      return null;
    }
  }

  /** A pack as the JSON it holds, which the app takes back too; every other text as it stands. */
  function legible(name, text) {
    const isPack = name.startsWith(PACK) || name.startsWith(QUARANTINE + PACK);
    return (isPack && text.startsWith("z") ? unpack(text) : null) ?? text;
  }

  /** A text of the database: packs stand in it one a line. */
  const legibleLines = (text) => text.split("\n").map((line) => (line.startsWith("z") ? unpack(line) : null) ?? line).join("\n");

  /** The file's content. Packs are unpacked; all other texts are kept as they stand, and so are packs
   *  that cannot be unpacked. */
  function toExport({ at, local, journal, snapshots, problems }) {
    return {
      format: "pejlemaerke/raw",
      version: 1,
      exported: at.toISOString(),
      local: Object.fromEntries(Object.entries(local ?? {}).map(([name, text]) => [name, legible(name, text)])),
      journal: (journal ?? []).map(legibleLines),
      snapshots: (snapshots ?? []).map(legibleLines),
      problems: problems.map((problem) => problem[language()]),
    };
  }

  const gather = async () => toExport(await read());

  // JSON escapes lone surrogates, which a file in UTF-8 could not hold.
  const toText = (found) => JSON.stringify(toExport(found), null, 2);

  function fileName(at) {
    const two = (number) => String(number).padStart(2, "0");
    const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join("-");
    return `pejlemaerke-raa-${day}-${two(at.getHours())}${two(at.getMinutes())}.json`;
  }

  // Counting.

  /** The records of a pack, or null where it cannot be read as one. */
  function packed(text) {
    try {
      const records = JSON.parse(text);
      return Array.isArray(records) ? records : null;
    } catch {
      return null;
    }
  }

  /** The different records, and how many packs there are that cannot be looked into. */
  function countRecords(local) {
    const ids = new Set();
    let closed = 0;
    for (const [name, text] of Object.entries(local)) {
      if (name.startsWith(RECORD)) ids.add(name.slice(RECORD.length));
      if (!name.startsWith(PACK)) continue;
      const records = packed(legible(name, text));
      if (!records) closed += 1;
      // A record that came in a pack and was changed since is kept in both places.
      records?.forEach((record, at) => ids.add(record?.id ?? `${name}/${at}`));
    }
    return { records: ids.size, closed };
  }

  const countUnder = (local, start) => Object.keys(local).filter((name) => name.startsWith(start)).length;
  const lengthOf = (texts) => texts.reduce((sum, text) => sum + text.length, 0);

  /** Which sentence tells best what was found. */
  function stateOf({ local, journal, snapshots, problems }) {
    const names = Object.keys(local ?? {});
    const isWork = (name) => [RECORD, PACK, QUARANTINE, RESCUED].some((start) => name.startsWith(start));
    if (names.some(isWork) || journal?.length || snapshots?.length) return "work";
    if (local === null) return "blocked";
    if (problems.length) return "unsure";
    return names.length ? "settings" : "nothing";
  }

  // Showing. Everything is written in both languages; the style shows the one that is chosen.

  function both(da, en) {
    const span = (tag, text) => {
      const span = document.createElement("span");
      span.className = tag;
      span.lang = tag;
      span.textContent = text;
      return span;
    };
    return [span("da", da), span("en", en)];
  }

  const figure = (number) => both(number.toLocaleString("da-DK"), number.toLocaleString("en-GB"));
  const unknown = () => both("ukendt", "unknown");

  function say(place, template, word = {}) {
    const words = element(template).content.cloneNode(true);
    for (const here of words.querySelectorAll("[data-word]")) {
      here.textContent = word[here.closest(".en") ? "en" : "da"];
    }
    element(place).replaceChildren(words);
  }

  const tell = (what, word) => say("told", `told-${what}`, word);

  function showCounts({ local, journal, snapshots }) {
    const show = (what, nodes) => element(`count-${what}`).replaceChildren(...nodes);
    const showLocal = (what, nodes) => show(what, local ? nodes(local) : unknown());
    showLocal("records", (local) => {
      const { records, closed } = countRecords(local);
      if (!closed) return figure(records);
      const packs = closed === 1 ? ["1 samling", "1 pack"] : [`${closed} samlinger`, `${closed} packs`];
      return [...figure(records), ...both(` og ${packs[0]}, der ikke kan tælles`, ` and ${packs[1]} that cannot be counted`)];
    });
    show("journal", journal ? figure(journal.length) : unknown());
    show("snapshots", snapshots ? figure(snapshots.length) : unknown());
    showLocal("quarantined", (local) => figure(countUnder(local, QUARANTINE)));
    showLocal("rescued", (local) => figure(countUnder(local, RESCUED)));
    showLocal("wording", (local) => (ADOPTED in local ? both("gemt", "kept") : both("ikke gemt", "not kept")));
    const parts = [local && Object.values(local), journal, snapshots];
    const [da, en] = parts.includes(null) ? ["mindst ", "at least "] : ["", ""];
    show("characters", parts.some(Boolean) ? [...both(da, en), ...figure(lengthOf(parts.flatMap((texts) => texts ?? [])))] : unknown());
  }

  function row(name, length) {
    const row = document.createElement("tr");
    const head = document.createElement("th");
    const cell = document.createElement("td");
    head.scope = "row";
    head.append(...name);
    cell.append(...figure(length));
    row.append(head, cell);
    return row;
  }

  function showList({ local, journal, snapshots }) {
    const rows = Object.entries(local ?? {}).map(([name, text]) => row([name], text.length));
    journal?.forEach((text, at) => rows.push(row(both(`Journal, nr. ${at + 1}`, `Journal, no. ${at + 1}`), text.length)));
    snapshots?.forEach((text, at) => rows.push(row(both(`Øjebliksbillede nr. ${at + 1}`, `Snapshot no. ${at + 1}`), text.length)));
    element("rows").replaceChildren(...rows);
    element("list").hidden = rows.length === 0;
  }

  function showProblems(problems) {
    const items = problems.map(({ da, en }) => {
      const item = document.createElement("li");
      item.append(...both(da, en));
      return item;
    });
    element("problems").replaceChildren(...items);
    element("trouble").hidden = items.length === 0;
  }

  let shownState = "";

  function show(found) {
    const state = stateOf(found);
    // Said once only, since it is read aloud each time.
    if (state !== shownState) say("state", `state-${state}`);
    shownState = state;
    const isEmpty = [Object.keys(found.local ?? {}), found.journal ?? [], found.snapshots ?? []].every((list) => !list.length);
    for (const id of ["download", "copy", "steps"]) element(id).hidden = isEmpty;
    element("rest").hidden = isEmpty;
    element("back").classList.toggle("is-quiet", !isEmpty);
    showCounts(found);
    showList(found);
    showProblems(found.problems);
  }

  // Doing.

  let latest = null;

  async function refresh() {
    latest = await read();
    show(latest);
    return latest;
  }

  async function download() {
    const found = await refresh();
    const address = URL.createObjectURL(new Blob([toText(found)], { type: "application/json" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = fileName(found.at);
    link.click();
    // Some browsers still read it while the person chooses where to put the file.
    setTimeout(() => URL.revokeObjectURL(address), 10 * 60_000);
    tell("saved", { da: link.download, en: link.download });
  }

  async function copy() {
    // What was read last: Safari forgets that a button was pressed while it reads anew.
    const text = toText(latest ?? await refresh());
    const isCopied = await copied(text);
    element("by-hand").hidden = isCopied;
    tell(isCopied ? "copied" : "marked");
    if (isCopied) return;
    const field = element("text");
    field.value = text;
    field.focus();
    field.setSelectionRange(0, text.length);
  }

  async function copied(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  }

  function speak(chosen) {
    document.documentElement.lang = chosen;
    document.title = TITLE[chosen];
  }

  /** Language and appearance as the app remembers them. */
  function prefer() {
    try {
      const { language, appearance } = JSON.parse(localStorage.getItem(PREFERENCES)) ?? {};
      if (language === "en") speak("en");
      if (["light", "dark", "contrast"].includes(appearance)) document.documentElement.dataset.appearance = appearance;
    } catch {
      // Blocked or unreadable: Danish stands, and what is found tells of it.
    }
  }

  /** What goes wrong unforeseen is said as well. */
  const saying = (deed) => () => deed().catch((error) => tell("failed", why(error)));

  window.pejlemaerkeRecovery = { gather };

  prefer();
  element("language").addEventListener("click", () => speak(language() === "en" ? "da" : "en"));
  element("download").addEventListener("click", saying(download));
  element("copy").addEventListener("click", saying(copy));
  // The app may have written meanwhile, in another tab or before a step back to this page.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) saying(refresh)();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) saying(refresh)();
  });
  saying(refresh)();
})();
