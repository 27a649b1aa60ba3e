import type { ServerBuild } from "@remix-run/node";
import { gradeWaiting, sealOverdue } from "#app/features/exams/commands.server.ts";
import type { ContentStore } from "#app/lib/content.server.ts";
import type { Config } from "#app/lib/env.server.ts";
import { newId } from "#app/lib/ids.ts";
import { openLog } from "#app/lib/log.server.ts";
import { listen, type DevServer } from "#app/server.ts";
import type { Store } from "#db/client.ts";
import { stop } from "./house.ts";

const sealEveryMs = 5_000;

/**
 * Serves until the process is told to stop; then lets running requests finish and closes the store. Resolves with the address once it
 * listens. `parts.content` is read at each request, so that the watch mode can replace it.
 */
export async function serve(config: Config, parts: { store: Store; content: ContentStore }, build: ServerBuild | DevServer): Promise<string> {
  const log = openLog(config.logLevel);
  const clock = () => Date.now();
  // One paper that cannot be graded is an error to look into, not a reason to shut the whole site.
  const seal = () => sealOverdue({ ...parts, now: clock(), newId }).catch((error: unknown) => log.error({ err: error }, "sealing overdue papers failed"));
  // Papers whose time ran out while no server was there are sealed before the first request.
  await seal();
  const ungraded = await gradeWaiting({ ...parts, now: clock(), newId });
  if (ungraded > 0) log.error({ ungraded }, "papers wait that cannot be graded: see attempt.grading-failed in the audit log");
  const { server, url } = await listen(Object.assign(parts, { config, log, clock }), build).catch((error: unknown) =>
    stop(error instanceof Error && "code" in error && error.code === "EADDRINUSE" ? `Port ${config.port} is in use; set PORT to another one.` : `Cannot listen: ${String(error)}`),
  );
  const sealing = setInterval(() => void seal(), sealEveryMs);
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
