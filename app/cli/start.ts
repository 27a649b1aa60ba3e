import "./serve/production-mode.ts";
import { demoAccounts, loadDemoOnce } from "#db/seed/load.ts";
import { loadBuild } from "#app/server.ts";
import { buildOnce } from "./serve/build-once.ts";
import { configure, openHouse, stop } from "./serve/house.ts";
import { serve } from "./serve/run.ts";

/** `npm start`: builds what changed, opens the database, loads the demo company into a new one, serves, and prints who can sign in. */
await buildOnce();
const config = configure("demo");
const house = await openHouse(config);
const loaded = await loadDemoOnce(house, Date.now());
if (loaded === "half-loaded") {
  const remedy = config.databaseUrl ? "empty that PostgreSQL database" : `delete ${config.dataDir}`;
  stop(`The demo company is being loaded by another process, or its loading was interrupted. Wait a moment and start again; if it says the same, ${remedy} first.`);
}
const url = await serve(config, house, await loadBuild());
console.log(`\n安然燃气培训与持证平台  ${url}\n`);
if (loaded === "not-a-demo") console.log("This database holds a company of its own; no demo accounts.");
else {
  console.log("演示账号 demo sign-ins (工号 / 密码):");
  for (const account of demoAccounts) console.log(`  ${account.staffNo}  ${account.password}  ${account.role}  ${account.name}`);
}
