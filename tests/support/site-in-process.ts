import { once } from "node:events";
import type { ServerBuild } from "@remix-run/node";
import { hashPassword } from "#app/features/people/password.server.ts";
import { readConfig } from "#app/lib/env.server.ts";
import { openLog } from "#app/lib/log.server.ts";
import { listen, loadBuild } from "#app/server.ts";
import { castNames, momentOf, type CastName, type TestHouse } from "./house.ts";

export const castPassword = "ein langes Kennwort";
let build: Promise<ServerBuild> | undefined;

export type Answer = { status: number; location: string | null; text: string; headers: Headers };
export type TestSite = {
  url: string;
  /** One request without following redirects; `as` signs in as a member of the cast. */
  ask: (path: string, options?: { as?: CastName | undefined; method?: string; body?: Record<string, string>; json?: unknown; headers?: Record<string, string> }) => Promise<Answer>;
};

/** The production build in this process, over the store of a story, with every member of the cast able to sign in. `npm test` builds first. */
export async function withSite(house: TestHouse, tell: (site: TestSite) => Promise<void>, at: string = "09:00"): Promise<void> {
  const { store } = house;
  const passwordHash = await hashPassword(castPassword);
  await store.write(async (tx) => {
    await tx.insert(store.t.accounts).values(castNames.map((name) => ({ personId: house.id(name), passwordHash, mustChange: false, state: "active" as const, changedAt: 0 })));
  });
  const config = { ...readConfig({ PORT: "0", LOG_LEVEL: "silent" }, "demo"), publicUrl: "http://localhost" };
  build ??= loadBuild();
  const { server, url } = await listen({ store, content: house.house().content, config, log: openLog("silent"), clock: () => momentOf(at) }, await build);
  const cookies = new Map<CastName, string>();
  const ask: TestSite["ask"] = async (path, { as, method = "GET", body, json, headers = {} } = {}) => {
    if (as && !cookies.has(as)) cookies.set(as, await signIn(url, staffNo(as)));
    const cookie = as ? cookies.get(as) : undefined;
    const response = await fetch(`${url}${path}`, { method, redirect: "manual", headers: { ...(cookie ? { cookie } : {}), ...(json !== undefined ? { "content-type": "application/json" } : {}), ...headers }, ...(json !== undefined ? { body: JSON.stringify(json) } : body ? { body: new URLSearchParams(body) } : {}) });
    return { status: response.status, location: response.headers.get("location"), text: await response.text(), headers: response.headers };
  };
  try {
    await tell({ url, ask });
  } finally {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  }
}

export function staffNo(name: CastName): string {
  return String(10001 + castNames.indexOf(name));
}

async function signIn(url: string, number: string): Promise<string> {
  const response = await fetch(`${url}/sign-in`, { method: "POST", redirect: "manual", body: new URLSearchParams({ staffNo: number, password: castPassword }) });
  const cookie = response.headers.get("set-cookie")?.split(";")[0];
  if (!cookie) throw new Error(`sign-in of ${number} answered ${response.status}`);
  return cookie;
}
