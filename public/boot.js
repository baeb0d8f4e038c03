// Runs before the first paint: sets the remembered language and appearance, so that nothing
// flashes, and says so in plain words if the app cannot start or go on. Keys as in
// src/store/names.rs.
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

  // The display face must not weigh on the first load: it comes once the app is kept on the device.
  // What the person reads stays where it is when it does: not every browser sees to that by itself.
  const face = async () => {
    const face = new FontFace("Newsreader", "url(newsreader.woff2)", { weight: "500 700" });
    try {
      await face.load();
    } catch {
      return; // The device's own serif stands in for it.
    }
    const isInSight = ({ top, bottom }) => bottom > 0 && top < innerHeight;
    const focused = document.activeElement;
    const anchor = focused !== document.body && isInSight(focused.getBoundingClientRect())
      ? focused : document.elementFromPoint(innerWidth / 2, innerHeight / 3);
    const top = () => (scrollY > 0 && anchor ? anchor.getBoundingClientRect().top : 0);
    root.style.overflowAnchor = "none";
    const before = top();
    document.fonts.add(face);
    scrollBy({ top: top() - before, behavior: "instant" });
    requestAnimationFrame(() => root.style.removeProperty("overflow-anchor"));
  };
  const worker = navigator.serviceWorker;
  if (worker?.controller) face();
  else if (worker) worker.ready.then(face);
  else addEventListener("load", face);

  const say = (what) => {
    for (const language of ["da", "en"]) {
      const wait = document.getElementById(`shell-wait-${language}`);
      if (wait && !wait.hidden) {
        wait.hidden = true;
        document.getElementById(`shell-${what}-${language}`).hidden = false;
      }
    }
  };
  const WORDS = {
    da: ["Appen er gået i stå", "Det, du har gemt, ligger stadig på denne enhed, og det, der stod i felterne, er lagt til side.", "Start appen igen", "Hent alt på nødsiden"],
    en: ["The app has stopped", "What you have saved is still on this device, and what stood in the fields was set aside.", "Start the app again", "Fetch everything on the recovery page"],
  };

  /** Sets aside what stands in fields: the app can no longer save it. */
  const rescue = () => {
    const fields = [...document.querySelectorAll("main textarea, main input[type=text]")].filter(({ value }) => value);
    fields.forEach(({ id, value }, number) => {
      try {
        localStorage.setItem(`pejlemaerke/rescued/${Date.now()}-${number}`, `${id}\n${value}`);
      } catch {
        // No room, or blocked: it still stands in the field, behind the message.
      }
    });
  };

  let isStopped = false;
  /** The app cannot go on after this: says so, and what is safe. */
  const stop = () => {
    if (isStopped || document.getElementById("shell")) return;
    isStopped = true;
    rescue();
    const [title, safe, again, recovery] = WORDS[root.lang] ?? WORDS.da;
    const make = (name, properties, ...children) => {
      const element = Object.assign(document.createElement(name), properties);
      element.append(...children);
      return element;
    };
    const dialog = make("dialog", { className: "stopped" },
      make("h2", {}, title),
      make("p", {}, safe),
      make("p", { className: "button-row" },
        make("button", { className: "button", onclick: () => location.reload() }, again),
        make("a", { className: "button is-quiet", href: "./recovery.html" }, recovery)));
    document.body.append(dialog);
    dialog.showModal();
  };
  const isFatal = (error) => error?.name === "RuntimeError";

  // Captured, since a script that does not arrive tells only itself.
  addEventListener("error", ({ target, error }) => {
    if (isFatal(error)) stop();
    if (target === window || target.tagName === "SCRIPT") say(location.protocol === "file:" ? "file" : "failed");
  }, true);
  addEventListener("unhandledrejection", ({ reason }) => {
    if (isFatal(reason)) stop();
    say("failed");
  });
  addEventListener("DOMContentLoaded", () => {
    if (location.protocol === "file:") say("file");
    else if (typeof WebAssembly !== "object") say("failed");
  });
})();
