// Runs before the first paint: sets the remembered language and appearance, so that nothing
// flashes, and says so in plain words if the app cannot start. Keys as in src/store/preferences.rs.
"use strict";
(() => {
  const root = document.documentElement;
  try {
    const { language, appearance } = JSON.parse(localStorage.getItem("pejlemaerke/preferences")) ?? {};
    if (language === "da" || language === "en") root.lang = language;
    if (["light", "dark", "contrast"].includes(appearance)) root.dataset.appearance = appearance;
  } catch {
    // Blocked or unreadable: the defaults stand, and the app itself tells of it.
  }

  const say = (what) => {
    for (const language of ["da", "en"]) {
      const wait = document.getElementById(`shell-wait-${language}`);
      if (wait && !wait.hidden) {
        wait.hidden = true;
        document.getElementById(`shell-${what}-${language}`).hidden = false;
      }
    }
  };
  // Captured, since a script that does not arrive tells only itself.
  addEventListener("error", ({ target }) => {
    if (target === window || target.tagName === "SCRIPT") say(location.protocol === "file:" ? "file" : "failed");
  }, true);
  addEventListener("unhandledrejection", () => say("failed"));
  addEventListener("DOMContentLoaded", () => {
    if (location.protocol === "file:") say("file");
    else if (typeof WebAssembly !== "object") say("failed");
  });
})();
