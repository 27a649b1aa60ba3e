import { mkdirSync } from "node:fs";
import type { ServerBuild } from "@remix-run/node";
import { sealOverdue } from "#app/features/exams/commands.server.ts";
import type { ContentStore } from "#app/lib/content.server.ts";
import { ConfigError, readConfig, type Config } from "#app/lib/env.server.ts";
import { newId } from "#app/lib/ids.ts";
import { openLog } from "#app/lib/log.server.ts";
import { listen, openBuiltContent, type DevServer } from "#app/server.ts";
import { openStore, type Store } from "#db/client.ts";

/** Ends the process with one sentence a person can act on. */
export function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

/** The configuration, or a sentence and the end. */
export function configure(mode: "demo" | "production"): Config {
  try {
    return readConfig(process.env, mode);
  } catch (error) {
    if (error instanceof ConfigError) stop(`Configuration: ${error.message}`);
    throw error;
  }
}

/** Opens store and content for a command or a server; a database that cannot be reached is a sentence. */
export async function openHouse(config: Config): Promise<{ store: Store; content: ContentStore }> {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const store = await openStore({ databaseUrl: config.databaseUrl, file: config.databaseFile }).catch((error: unknown) =>
    stop(`The database cannot be opened: ${error instanceof Error ? error.message : String(error)}`),
  );
  return { store, content: openBuiltContent() };
}

const sealEveryMs = 5_000;

/**
 * Serves until the process is told to stop; then lets running requests finish and closes the store. Resolves with the address once it
 * listens. `parts.content` is read at each request, so that the watch mode can replace it.
 */
export async function serve(config: Config, parts: { store: Store; content: ContentStore }, build: ServerBuild | DevServer): Promise<string> {
  const log = openLog(config.logLevel);
  const clock = () => Date.now();
  const seal = () => sealOverdue({ ...parts, now: clock(), newId });
  // Papers whose time ran out while no server was there are sealed before the first request.
  await seal();
  const { server, url } = await listen(Object.assign(parts, { config, log, clock }), build).catch((error: unknown) =>
    stop(error instanceof Error && "code" in error && error.code === "EADDRINUSE" ? `Port ${config.port} is in use; set PORT to another one.` : `Cannot listen: ${String(error)}`),
  );
  const sealing = setInterval(() => void seal().catch((error: unknown) => log.error({ err: error }, "sealing overdue papers failed")), sealEveryMs);
  let closing = false;
  const close = () => {
    if (closing) return;
    closing = true;
    clearInterval(sealing);
    server.close(() => void parts.store.close().then(() => process.exit(0)));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), 5_000).unref();
  };
  process.on("SIGTERM", close);
  process.on("SIGINT", close);
  return url;
}
