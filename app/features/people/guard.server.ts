import { redirect, type AppLoadContext } from "@remix-run/node";
import type { Store } from "#db/client.ts";
import type { Instant } from "#app/lib/clock.ts";
import type { ContentStore } from "#app/lib/content.server.ts";
import type { Config } from "#app/lib/env.server.ts";
import type { NewId } from "#app/lib/ids.ts";
import type { Log } from "#app/lib/log.server.ts";
import { can, canSomewhere, type Action, type Subject } from "./access.ts";
import type { Context, House } from "./context.ts";
import type { Origin, SignedIn } from "./sessions.server.ts";

declare module "@remix-run/node" {
  interface AppLoadContext {
    store: Store;
    content: ContentStore;
    config: Config;
    log: Log;
    clock: () => Instant;
    newId: NewId;
    nonce: string;
    origin: Origin;
    /** The session of this request, looked up once. */
    session: () => Promise<SignedIn | null>;
  }
}

type Args = { request: Request; context: AppLoadContext };

/** The house as one request sees it, with one `now` for the whole of a command. */
export function houseOf({ store, content, clock, newId }: AppLoadContext): House {
  return { store, content, now: clock(), newId };
}

/** A page of one's own: who is not signed in goes to the sign-in page and comes back; who must change the password does that first. */
export async function signedIn({ request, context }: Args): Promise<Context & { actor: { personId: string }; sessionId: string }> {
  const session = await context.session();
  const { pathname, search } = new URL(request.url);
  const here = pathname.replace(/\.data$/, "") + search;
  if (session === null) throw redirect(`/sign-in?next=${encodeURIComponent(here)}`);
  if (session.mustChange && !pathname.startsWith("/account")) throw redirect("/account/password");
  return { ...houseOf(context), actor: session.actor, sessionId: session.sessionId };
}

/** Throws 404: for what does not exist, and for what the actor may not know of. */
export function notFound(): never {
  throw new Response(null, { status: 404, statusText: "Not Found" });
}

/** Throws 403: the page is known to exist, the actor's roles do not open it. */
export function forbidden(): never {
  throw new Response(null, { status: 403, statusText: "Forbidden" });
}

/** Signed in and allowed `action` over at least one unit, else 403. List pages then ask `unitsFor` inside the query. */
export async function signedInFor(args: Args, action: Action) {
  const context = await signedIn(args);
  if (!canSomewhere(context.actor, action)) forbidden();
  return context;
}

/** 404 unless `actor` may do `action` to `subject`: what one may not see does not exist. */
export function requireCan(context: Context, action: Action, subject: Subject): void {
  if (!can(context.actor, action, subject)) notFound();
}
