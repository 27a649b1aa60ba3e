import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "#app/features/people/guard.server.ts";

/** What a Remix resource route costs at the least: the reference of `npm run bench`. There only while measuring. */
export function loader({ context }: LoaderFunctionArgs) {
  if (!context.config.benchRoutes) notFound();
  return new Response("ok", { headers: { "Content-Type": "text/plain" } });
}
