import { benchPages } from "#tests/load/pages.ts";
import { buildOnce } from "./serve/build-once.ts";

/** `npm run bench`: the pages people wait for, beside two reference routes of the same process. `--json` prints the figures alone; `--seconds N` measures longer. */
await buildOnce();
const at = process.argv.indexOf("--seconds");
await benchPages({ json: process.argv.includes("--json"), seconds: at > 0 ? Number(process.argv[at + 1]) : 5 });
