// Loads the app. The build fills in the names, which change with the content.
import init from "./APP_JS";

await init({ module_or_path: new URL("./APP_WASM", import.meta.url) });
