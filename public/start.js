// Loads the app. The build fills in the names, which change with the content. A first visit begins
// with the part that reads and searches, and the rest comes after the first view; once the whole app is
// kept on the device, or a view of the rest is asked for, that starts at once.
const FIRST = ["./FIRST_JS", "./FIRST_WASM"];
const WHOLE = ["./WHOLE_JS", "./WHOLE_WASM"];

const start = async ([script, wasm]) => {
  const fetched = fetch(new URL(wasm, import.meta.url));
  const { default: init } = await import(script);
  await init({ module_or_path: fetched });
};

/** Whether something of the person's own is on the device: the first part does not know of it. */
const hasWork = () => {
  try {
    return Object.keys(localStorage).some((key) => /^pejlemaerke\/(record|pack|group|form|adopted)/.test(key));
  } catch {
    return false; // Blocked: then there is nothing.
  }
};

const isOfTheRest = /^#\/(maalinger|landsbyer|workshop|filer|ordlyd|om)(\/|$)/.test(location.hash);
if (isOfTheRest || window.name === "pejlemaerke-whole" || navigator.serviceWorker?.controller || hasWork()) {
  try {
    await start(WHOLE);
  } catch (error) {
    // An app that has begun must not begin a second time.
    if (!document.getElementById("shell")) throw error;
    document.documentElement.dataset.whole = "failed";
    await start(FIRST);
  }
} else {
  await start(FIRST);
}
