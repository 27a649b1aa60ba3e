import { benchContent } from "#tests/load/content.ts";
import { benchPages } from "#tests/load/pages.ts";
import { buildOnce } from "./serve/build-once.ts";

/** `npm run bench`: building the content, and the pages people wait for, each beside a reference of the same run. `--json` prints the figures alone; `--seconds N` measures pages longer. */
await buildOnce();
const at = process.argv.indexOf("--seconds");
await benchPages({ json: process.argv.includes("--json"), seconds: at > 0 ? Number(process.argv[at + 1]) : 5, content: benchContent() });
