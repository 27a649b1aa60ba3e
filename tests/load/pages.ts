import autocannon from "autocannon";
import Database from "better-sqlite3";
import { join } from "node:path";
import { z } from "zod";
import { demoPassword } from "#db/seed/accounts.ts";
import { startSite, type Site } from "#tests/support/site.ts";
import type { ContentFigures } from "./content.ts";
import { machine, usageOf } from "./machine.ts";

type Figure = { name: string; perSecond: number; ratioToExpress: number; p50Ms: number; p95Ms: number; p99Ms: number; cpuMsPerRequest: number; memoryMb: number; refused: number };
type Target = { name: string; path: string; cookie?: string; save?: { attemptId: string; slots: number } };

const connections = 10;

/** Starts the production build on a fresh demo company and measures each target in turn, the references first. */
export async function benchPages({ json, seconds, content }: { json: boolean; seconds: number; content: ContentFigures }): Promise<void> {
  const site = await startSite({ BENCH_ROUTES: "1" });
  try {
    const candidate = await signIn(site, "10238");
    const attempt = await startAttempt(site, candidate);
    const targets: Target[] = [
      { name: "express route", path: "/bench/express" },
      { name: "remix resource route", path: "/bench/remix" },
      { name: "plan page", path: "/plan", cookie: await signIn(site, "10301") },
      { name: "module page", path: "/modules/gas-safety-basics/1", cookie: candidate },
      { name: "search", path: `/search?${new URLSearchParams({ q: "报修 30分钟" }).toString()}`, cookie: candidate },
      { name: "answer save", path: `/api/attempts/${attempt.attemptId}/answers`, cookie: candidate, save: attempt },
      { name: "verification page", path: `/v/${licenceCode(site)}` },
    ];
    const figures: Figure[] = [];
    for (const target of targets) {
      await measure(site, target, 1);
      const measured = await measure(site, target, seconds);
      figures.push({ ...measured, ratioToExpress: measured.perSecond / (figures[0]?.perSecond ?? measured.perSecond) });
      if (!json) console.error(`  ${target.name} …`);
    }
    const where = machine();
    if (json) console.log(JSON.stringify({ ...where, engine: "sqlite", connections, seconds, content, figures }, null, 2));
    else print(where, figures, content);
    const broken = figures.filter((figure) => figure.refused > 0);
    if (broken.length > 0) {
      console.error(`Answers other than 2xx: ${broken.map((figure) => `${figure.name} ${figure.refused}`).join(", ")}`);
      process.exitCode = 1;
    }
  } finally {
    await site.stop();
  }
}

let sequence = 0;

async function measure(site: Site, target: Target, duration: number): Promise<Omit<Figure, "ratioToExpress">> {
  const before = usageOf(site.pid);
  const { save } = target;
  const options: autocannon.Options = {
    url: site.url,
    connections,
    duration,
    requests: [
      {
        method: save ? "POST" : "GET",
        path: target.path,
        headers: { ...(target.cookie ? { cookie: target.cookie } : {}), ...(save ? { "content-type": "application/json" } : {}) },
        ...(save
          ? {
              // Every save is a new event: a change of mind, one sequence further.
              setupRequest: (request: autocannon.Request) => {
                sequence += 1;
                return { ...request, body: JSON.stringify({ answers: [{ slot: (sequence % save.slots) + 1, seq: 1000 + sequence, response: null }] }) };
              },
            }
          : {}),
      },
    ],
  };
  const times: number[] = [];
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(options, (error: unknown, done) => (error ? reject(error instanceof Error ? error : new Error("the load driver failed")) : resolve(done)));
    run.on("response", (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  });
  const after = usageOf(site.pid);
  times.sort((a, b) => a - b);
  const percentile = (part: number) => Math.round((times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0) * 100) / 100;
  return {
    name: target.name,
    perSecond: Math.round(result.requests.average),
    p50Ms: percentile(0.5),
    p95Ms: percentile(0.95),
    p99Ms: percentile(0.99),
    cpuMsPerRequest: Math.round(((after.cpuSeconds - before.cpuSeconds) * 1_000_000) / Math.max(1, result.requests.total)) / 1000,
    memoryMb: after.memoryMb,
    refused: result.non2xx + result.errors,
  };
}

async function signIn(site: Site, staffNo: string): Promise<string> {
  const response = await fetch(`${site.url}/sign-in`, { method: "POST", redirect: "manual", headers: { "content-type": "application/x-www-form-urlencoded" }, body: new URLSearchParams({ staffNo, password: demoPassword }) });
  const cookie = response.headers.get("set-cookie")?.split(";")[0];
  if (!cookie) throw new Error(`cannot sign in as ${staffNo}: ${response.status}`);
  return cookie;
}

const Row = z.object({ value: z.string() });

/** One value read straight from the demo database. */
function look(site: Site, query: string): string {
  const database = new Database(join(site.dataDir, "lms.sqlite"), { readonly: true });
  try {
    return Row.parse(database.prepare(query).get()).value;
  } finally {
    database.close();
  }
}

async function startAttempt(site: Site, cookie: string): Promise<{ attemptId: string; slots: number }> {
  const sittingId = look(site, "select a.sitting_id as value from admissions a join sittings s on s.id = a.sitting_id where a.person_id = 'p-10238' and s.state = 'open'");
  const response = await fetch(`${site.url}/exams`, { method: "POST", redirect: "manual", headers: { cookie, "content-type": "application/x-www-form-urlencoded" }, body: new URLSearchParams({ intent: "start", sittingId }) });
  const attemptId = /\/attempts\/([^/?]+)/.exec(response.headers.get("location") ?? "")?.[1];
  if (!attemptId) throw new Error(`the paper did not open: ${response.status} ${await response.text()}`);
  const slots = z.array(z.unknown()).parse(JSON.parse(look(site, `select paper as value from attempts where id = '${attemptId}'`))).length;
  return { attemptId, slots };
}

function licenceCode(site: Site): string {
  return look(site, "select code as value from licences order by created_at desc limit 1");
}

function print(where: ReturnType<typeof machine>, figures: readonly Figure[], content: ContentFigures): void {
  console.log(`${where.cpu}, ${where.cores} cores, ${where.memoryGb} GB, Node ${where.node}, SQLite, ${where.date}; ${connections} connections`);
  console.log(["".padEnd(22), "per s", "ratio", "p50", "p95", "p99", "CPU ms", "MB"].map((head, index) => (index === 0 ? head : head.padStart(8))).join(""));
  for (const one of figures) {
    const cells = [one.perSecond, one.ratioToExpress.toFixed(3), one.p50Ms, one.p95Ms, one.p99Ms, one.cpuMsPerRequest.toFixed(2), one.memoryMb];
    console.log(one.name.padEnd(22) + cells.map((cell) => String(cell).padStart(8)).join(""));
  }
  console.log(`content: built in ${content.seconds.toFixed(1)} s, again after one module changed in ${content.changedSeconds.toFixed(1)} s; ${content.ratio.toFixed(1)} times parsing its YAML alone (${content.referenceSeconds.toFixed(1)} s)`);
}
