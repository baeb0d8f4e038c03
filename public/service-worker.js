// Makes the app work without a network. One build is one cache, filled completely or not at all,
// keyed by content; the old one is kept until no tab uses it. What the first view does not need comes
// after it. The build fills in BUILD, FILES and LATER.
"use strict";

const BUILD = "BUILD_ID";
/** Every file of the build: its address within the scope and its SHA-256 as in `integrity`. */
const FILES = [];
/** The like of files that are fetched once the app stands. */
const LATER = [];
/** Caches belong to the whole origin, where another copy of the app may live in another folder. */
const PREFIX = `pejlemaerke-build ${new URL(registration.scope).pathname} `;
const CACHE = PREFIX + BUILD;
const PAGE = "index.html";

const address = (path) => new URL(path, registration.scope).href;

/** On bad networks an answer may never come, nor a refusal: so long is waited before asking anew, in milliseconds. */
const PATIENCE = 20_000;

/** Fetches a file; what hangs or fails is asked for once more, then without a limit: it may only be slow. */
async function fetchTwice(url, integrity) {
  const request = { integrity, cache: "no-cache" };
  try {
    return await fetch(url, { ...request, signal: AbortSignal.timeout(PATIENCE) });
  } catch {
    return fetch(url, request);
  }
}

/** Takes one file from an older build's cache when its content is the same, else from the network. */
async function obtain(path, integrity, older) {
  const url = address(path);
  const isNamedByContent = /-[0-9a-f]{16}\./.test(path);
  const kept = isNamedByContent ? await older(url) : undefined;
  if (kept) return kept;
  const response = await fetchTwice(url, integrity);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  // Some hosts send index.html on to its folder; a navigation may not be answered with that.
  return response.redirected ? new Response(await response.blob(), { headers: response.headers }) : response;
}

async function install() {
  const older = (url) => caches.match(url);
  const found = await Promise.all(FILES.map(async ([path, integrity]) => [path, await obtain(path, integrity, older)]));
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(found.map(([path, response]) => cache.put(address(path), response)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

/** Fetches what is still missing. What cannot be had now is asked for at the next visit. */
async function completeCache() {
  const cache = await caches.open(CACHE);
  await Promise.allSettled(LATER.map(async ([path, integrity]) => {
    if (await cache.match(address(path))) return;
    await cache.put(address(path), await obtain(path, integrity, (url) => caches.match(url)));
  }));
}

async function forgetOlderBuilds() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
  await clients.claim();
}

async function answer(request) {
  const url = new URL(request.url);
  const here = url.href.split(/[?#]/)[0];
  const isPage = request.mode === "navigate" && (here === registration.scope || here === address(PAGE));
  const cache = await caches.open(CACHE);
  const kept = await cache.match(isPage ? address(PAGE) : request, { ignoreSearch: request.mode === "navigate" });
  return kept ?? fetch(request);
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(forgetOlderBuilds().then(completeCache)));
addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && event.request.url.startsWith(registration.scope)) {
    event.respondWith(answer(event.request));
    if (event.request.mode === "navigate" && registration.active) event.waitUntil(completeCache());
  }
});
addEventListener("message", (event) => {
  if (event.data === "apply-update") skipWaiting();
});
