import { accessSync, constants, mkdirSync } from "node:fs";
import { join } from "node:path";
import { openContent, type ContentStore } from "#app/lib/content.server.ts";
import { ConfigError, readConfig, type Config } from "#app/lib/env.server.ts";
import { openStore, type Store } from "#db/client.ts";

/** Opens the compiled content of this checkout. */
export function openBuiltContent(): ContentStore {
  return openContent(join(import.meta.dirname, "..", "..", "..", "build", "content"));
}

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

/** Opens store and content for a command or a server; a folder or a database that cannot be used is a sentence. */
export async function openHouse(config: Config): Promise<{ store: Store; content: ContentStore }> {
  try {
    mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
    accessSync(config.dataDir, constants.W_OK);
  } catch (error) {
    stop(`DATA_DIR ${config.dataDir} cannot be used: ${error instanceof Error ? error.message : String(error)}`);
  }
  const store = await openStore({ databaseUrl: config.databaseUrl, file: config.databaseFile }).catch((error: unknown) =>
    stop(`The database cannot be opened: ${error instanceof Error ? error.message : String(error)}`),
  );
  return { store, content: openBuiltContent() };
}
