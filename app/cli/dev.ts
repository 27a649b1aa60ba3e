import { createServer } from "vite";
import { isServerBuild } from "#app/server.ts";
import { demoAccounts, loadDemoOnce } from "#db/seed/load.ts";
import { readContent, writeContent } from "./content/compile.ts";
import { printProblems } from "./content/problems.ts";
import { configure, openBuiltContent, openHouse } from "./serve/house.ts";
import { serve } from "./serve/run.ts";

/** `npm run dev`: watch mode. Pages and content follow the files; a change under db/ or in app/server.ts wants a restart. */
async function compileContent(): Promise<boolean> {
  const { source, problems } = await readContent("content");
  if (problems.length > 0) console.error(printProblems(problems));
  else writeContent(source, "build/content");
  return problems.length === 0;
}

if (!(await compileContent())) process.exit(1);
const config = configure("demo");
const house = await openHouse(config);
await loadDemoOnce(house, Date.now());
const vite = await createServer({ server: { middlewareMode: true } });
vite.watcher.add("content").on("all", (_event, file) => {
  if (!file.includes("content/")) return;
  // A new store makes every catalogue read anew.
  void compileContent().then((compiled) => {
    if (compiled) house.content = openBuiltContent();
  });
});
const url = await serve(config, house, {
  files: vite.middlewares,
  async build() {
    const build: unknown = await vite.ssrLoadModule("virtual:remix/server-build");
    if (!isServerBuild(build)) throw new Error("Vite gave no Remix build");
    return build;
  },
});
console.log(`${url}  (${demoAccounts.map(({ staffNo, role }) => `${staffNo} ${role}`).join(", ")}; password ${demoAccounts[0]?.password})`);
