import "./serve/production-mode.ts";
import { existsSync } from "node:fs";
import { loadBuild } from "#app/server.ts";
import { configure, openHouse, stop } from "./serve/house.ts";
import { serve } from "./serve/run.ts";

/** `npm run serve`: production. No demo data; refuses to start half-configured or without a build. */
const config = configure("production");
if (!existsSync("build/stamp")) stop("There is no build: run npm run build first.");
const house = await openHouse(config);
const [anyone] = await house.store.read.select({ id: house.store.t.people.id }).from(house.store.t.people).limit(1);
if (!anyone) console.error("There is nobody in the database yet: npm run lms -- admin create --help");
console.log(`Serving ${config.publicUrl} on ${await serve(config, house, await loadBuild())}`);
