import { buildOnce } from "./serve/build-once.ts";

/** `npm run build`: content and site, unless what is there was built from the same files. `--force` builds anyway. */
await buildOnce({ force: process.argv.includes("--force") });
