import type { Store } from "#db/client.ts";
import type { ContentStore } from "#app/lib/content.server.ts";
import type { Instant } from "#app/lib/clock.ts";
import type { NewId } from "#app/lib/ids.ts";
import type { Actor } from "./access.ts";

/** What every command and query is handed: where data and content are, who acts, when, and where ids come from. */
export type Context = { store: Store; content: ContentStore; actor: Actor; now: Instant; newId: NewId };

/** The house without anybody in it: what a page that needs no account works with. */
export type House = Omit<Context, "actor">;
