import { request } from "node:http";
import { expect } from "vitest";
import { issueWithCommitment } from "#app/features/commitments/commands.server.ts";
import { createClass } from "#app/features/classes/commands.server.ts";
import { admitCandidates, closeSitting, createSitting, handIn, openSitting, releaseResults, startAttempt } from "#app/features/exams/commands.server.ts";
import { authoriseAssessor } from "#app/features/practicals/authorisation-commands.server.ts";
import { startPractical } from "#app/features/practicals/commands.server.ts";
import { handInPracticePaper, startPracticePaper } from "#app/features/practice/papers-commands.server.ts";
import { loadBuild } from "#app/server.ts";
import { insertPractical, insertTheory } from "#tests/support/evidence.ts";
import { castNames, momentOf, story, type CastName, type TestHouse } from "#tests/support/house.ts";
import { withSite } from "#tests/support/site-in-process.ts";

type Ids = Record<"class" | "licence" | "code" | "record" | "practical" | "sitting" | "attempt" | "sealed" | "grant" | "practised" | "paper", string>;

/** A company in which every page has something to show: a licensed technician, a running exam, a released one, an open practical. */
async function furnish(house: TestHouse): Promise<Ids> {
  const { store, id, as } = house;
  await insertTheory(house, { person: "technician" });
  const record = await insertPractical(house, { person: "technician", checklistId: "pc-home-visit", assessor: "otherAssessor" });
  await insertPractical(house, { person: "technician", checklistId: "pc-repair", assessor: "otherAssessor" });
  await insertPractical(house, { person: "technician", checklistId: "pc-meter-exchange", assessor: "otherAssessor" });
  const issued = await issueWithCommitment(as("issuer", "08:00"), { personId: id("technician"), schemeId: "repair" });
  if (!issued.ok) throw new Error(issued.refusal);
  const [licence] = await store.read.select().from(store.t.licences);

  const trainer = as("trainer", "08:00");
  const exam = { schemeId: "repair", unitId: "rongan", title: "维修上岗证理论考试", room: "一号教室", startsAt: momentOf("08:30"), endsAt: momentOf("12:00") };
  const begin = async (name: CastName) => {
    const sitting = await createSitting(trainer, exam);
    if (!sitting.ok) throw new Error(sitting.refusal);
    await admitCandidates(trainer, sitting.value.id, [id(name)]);
    await openSitting(trainer, sitting.value.id);
    const attempt = await startAttempt(as(name, "08:40"), sitting.value.id);
    if (!attempt.ok) throw new Error(attempt.refusal);
    return { sitting: sitting.value.id, attempt: attempt.value.attemptId };
  };
  const running = await begin("technician");
  const over = await begin("technician");
  await handIn(as("technician", "08:45"), over.attempt);
  await closeSitting(as("trainer", "08:50"), over.sitting);
  await releaseResults(as("trainer", "08:51"), over.sitting);

  const gathering = await createClass(trainer, { kind: "meeting", title: "十一月安全例会", unitId: "east", place: "会议室", startsAt: momentOf("08:45"), endsAt: momentOf("10:00"), minutes: 60, materials: "" });
  if (!gathering.ok) throw new Error(gathering.refusal);

  const grant = await authoriseAssessor(trainer, { personId: id("assessor"), checklistId: "pc-home-visit", fromOn: "2026-11-22", toOn: null });
  if (!grant.ok) throw new Error(grant.refusal);
  const practical = await startPractical(as("assessor", "08:30"), { candidateId: id("newcomer"), schemeId: "repair", checklistId: "pc-home-visit" });
  if (!practical.ok) throw new Error(practical.refusal);
  const practise = async () => {
    const started = await startPracticePaper(as("technician", "08:30"), "repair");
    if (!started.ok) throw new Error(started.refusal);
    return started.value.paperId;
  };
  const practised = await practise();
  const slots = Array.from({ length: 25 }, (_, index) => index + 1);
  // One of these fits whatever the first question is asked as.
  for (const response of ["a", true, 1, ["a"]]) await handInPracticePaper(as("technician", "08:40"), practised, slots.map((slot) => ({ slot, response })));
  const paper = await practise();
  return { class: gathering.value.id, practised, paper, licence: issued.value.licenceId, code: licence?.code ?? "", record, practical: practical.value.id, sitting: running.sitting, attempt: running.attempt, sealed: over.attempt, grant: grant.value.id };
}

const everyone = castNames;
const staff = { trainers: ["trainer"], assessors: ["assessor", "otherAssessor"], issuers: ["issuer"], readers: ["manager", "hr", "auditor"], admins: ["admin"] } as const;
/** Who works at 城东站. */
const ofEast: readonly CastName[] = ["newcomer", "technician", "colleague", "assessor", "manager"];
/** Who may look over 城东站: its manager, its company's HR, the group's auditor. The other company's manager may not. */
const overEast: readonly CastName[] = ["manager", "hr", "auditor"];

/**
 * Every address of the site, who may open it, and who may send to it. `anyone` needs no account. Who is not listed gets 403, 404, or is led
 * elsewhere; who sends without leave changes nothing. A new route that is not listed here fails the test.
 */
const pages: Record<string, { path: (ids: Ids) => string; opens: readonly CastName[] | "anyone"; sends?: readonly CastName[] | "anyone" }> = {
  "routes/home": { path: () => "/", opens: everyone },
  "routes/sign-in": { path: () => "/sign-in", opens: "anyone", sends: "anyone" },
  "routes/sign-out": { path: () => "/sign-out", opens: "anyone" },
  "routes/language": { path: () => "/language", opens: "anyone", sends: "anyone" },
  "routes/account": { path: () => "/account", opens: everyone, sends: everyone },
  "routes/account.password": { path: () => "/account/password", opens: everyone, sends: everyone },
  "routes/admin.people": { path: () => "/admin/people", opens: staff.admins },
  "routes/admin.people.new": { path: () => "/admin/people/new", opens: staff.admins, sends: staff.admins },
  "routes/admin.people.import": { path: () => "/admin/people/import", opens: staff.admins, sends: staff.admins },
  "routes/admin.people.template": { path: () => "/admin/people/import/template.csv", opens: staff.admins },
  "routes/admin.people.person": { path: () => "/admin/people/p-technician", opens: staff.admins, sends: staff.admins },
  "routes/inbox": { path: () => "/inbox", opens: everyone, sends: everyone },
  "routes/audit": { path: () => "/audit", opens: ["auditor", "admin"] },
  "routes/audit.export": { path: () => "/audit/export.csv", opens: ["auditor", "admin"] },
  "routes/units": { path: () => "/units", opens: [...overEast, "outsideManager"] },
  "routes/units.unit": { path: () => "/units/east", opens: overEast },
  "routes/units.export": { path: () => "/units/east/export.csv", opens: overEast },
  "routes/units.results": { path: () => "/units/east/results", opens: overEast },
  "routes/units.results-export": { path: () => "/units/east/results.csv", opens: overEast },
  "routes/progress": { path: () => "/progress", opens: ["trainer", "manager", "hr", "outsideManager"] },
  "routes/progress.unit": { path: () => "/progress/east", opens: ["trainer", "manager", "hr"], sends: ["trainer", "manager", "hr"] },
  "routes/progress.export": { path: () => "/progress/east/export.csv", opens: ["trainer", "manager", "hr"] },
  "routes/people.archive": { path: () => "/people/p-technician", opens: [...overEast, "technician"] },
  "routes/leaving": { path: () => "/people/p-newcomer/leaving", opens: ["hr", "admin"], sends: ["hr", "admin"] },
  "routes/licences": { path: () => "/licences", opens: everyone },
  "routes/licence": { path: ({ licence }) => `/licences/${licence}`, opens: ["technician", "issuer", ...overEast], sends: ["issuer", "manager"] },
  "routes/licence.certificate": { path: ({ licence }) => `/licences/${licence}/certificate.pdf`, opens: ["technician", "issuer", ...overEast] },
  "routes/issue": { path: () => "/issue", opens: staff.issuers },
  "routes/issue.person": { path: () => "/issue/p-newcomer/repair", opens: staff.issuers, sends: staff.issuers },
  "routes/verify": { path: ({ code }) => `/v/${code}`, opens: "anyone" },
  "routes/practicals": { path: () => "/practicals", opens: staff.assessors, sends: staff.assessors },
  "routes/practical": { path: ({ practical }) => `/practicals/${practical}`, opens: ["assessor"], sends: ["assessor"] },
  "routes/practical.marks": { path: ({ practical }) => `/practicals/${practical}/marks`, opens: "anyone", sends: ["assessor"] }, // leads to the practical itself, which decides
  "routes/practical.review": { path: ({ practical }) => `/practicals/${practical}/review`, opens: ["assessor"], sends: ["assessor"] },
  "routes/practical.record": { path: ({ record }) => `/practicals/${record}/record`, opens: ["technician", "otherAssessor", "issuer", ...overEast] },
  "routes/classes": { path: () => "/classes", opens: staff.trainers },
  "routes/classes.new": { path: () => "/classes/new", opens: staff.trainers, sends: staff.trainers },
  "routes/class": { path: (ids) => `/classes/${ids.class}`, opens: staff.trainers, sends: staff.trainers },
  "routes/class.code": { path: (ids) => `/classes/${ids.class}/code`, opens: staff.trainers },
  // Whoever belongs to the station, and nobody else.
  "routes/attend": { path: (ids) => `/attend/${ids.class}`, opens: ofEast, sends: ofEast },
  "routes/authorisations": { path: () => "/authorisations", opens: ["trainer", "admin"], sends: ["trainer", "admin"] },
  "routes/plan": { path: () => "/plan", opens: everyone },
  "routes/module": { path: () => "/modules/gas-safety-basics", opens: everyone, sends: everyone },
  "routes/module.place": { path: () => "/modules/gas-safety-basics/place", opens: everyone, sends: everyone },
  "routes/reading-look": { path: () => "/reading-look", opens: "anyone", sends: "anyone" },
  "routes/module.check": { path: () => "/modules/gas-safety-basics/check", opens: everyone, sends: everyone },
  "routes/module.print": { path: () => "/modules/gas-safety-basics/print", opens: everyone },
  "routes/module.brief": { path: () => "/modules/gas-safety-basics/brief", opens: everyone },
  "routes/module.try": { path: () => "/modules/gas-safety-basics/try/gs-010", opens: everyone, sends: everyone },
  "routes/module.section": { path: () => "/modules/gas-safety-basics/1", opens: everyone, sends: everyone },
  "routes/asks": { path: () => "/asks", opens: staff.trainers, sends: staff.trainers },
  "routes/practice": { path: () => "/practice", opens: everyone, sends: everyone },
  "routes/practice.paper": { path: ({ paper }) => `/practice/${paper}`, opens: ["technician"], sends: ["technician"] },
  "routes/practice.result": { path: ({ practised }) => `/practice/${practised}/result`, opens: ["technician"] },
  "routes/review": { path: () => "/review", opens: everyone, sends: everyone },
  "routes/clause": { path: () => "/clauses/anran/exam-both", opens: everyone },
  "routes/standards": { path: () => "/standards", opens: everyone },
  "routes/standards.coverage": { path: () => "/standards/coverage", opens: everyone },
  "routes/regulation": { path: () => "/standards/anran", opens: everyone },
  "routes/search": { path: () => "/search?q=30%E5%88%86%E9%92%9F", opens: everyone },
  "routes/help": { path: () => "/help", opens: everyone },
  "routes/help.page": { path: () => "/help/learner", opens: everyone },
  "routes/exams": { path: () => "/exams", opens: everyone, sends: everyone },
  "routes/sittings": { path: () => "/sittings", opens: staff.trainers },
  "routes/sittings.new": { path: () => "/sittings/new", opens: staff.trainers, sends: staff.trainers },
  "routes/sitting": { path: ({ sitting }) => `/sittings/${sitting}`, opens: staff.trainers, sends: staff.trainers },
  "routes/attempt": { path: ({ attempt }) => `/attempts/${attempt}`, opens: ["technician"], sends: ["technician"] },
  "routes/attempt.check": { path: ({ attempt }) => `/attempts/${attempt}/check`, opens: ["technician"], sends: ["technician"] },
  "routes/attempt.receipt": { path: ({ sealed }) => `/attempts/${sealed}/receipt`, opens: ["technician"] },
  "routes/result": { path: ({ sealed }) => `/results/${sealed}`, opens: ["technician", "trainer"] },
  // There only while measuring.
  "routes/bench": { path: () => "/bench/remix", opens: [] },
};

/** Let in: a page, or led on to one that is the person's own. */
const opened = (status: number, location: string | null) => status === 200 || (status >= 300 && status < 400 && !(location ?? "").startsWith("/sign-in"));

story("every route answers every role as the table says, and nobody who is not listed", async (house) => {
  const ids = await furnish(house);
  const routes = Object.keys((await loadBuild()).routes).filter((route) => route !== "root");
  expect(Object.keys(pages).sort()).toEqual(routes.sort());
  await withSite(house, async ({ ask }) => {
    const wrong: string[] = [];
    for (const page of Object.values(pages)) {
      const path = page.path(ids);
      const stranger = await ask(path);
      if (page.opens === "anyone" ? !opened(stranger.status, stranger.location) && !(stranger.location ?? "").startsWith("/") : opened(stranger.status, stranger.location)) wrong.push(`${path} as nobody: ${stranger.status}`);
      for (const name of castNames) {
        const { status, location } = await ask(path, { as: name });
        const expected = page.opens === "anyone" || page.opens.includes(name);
        if (opened(status, location) !== expected || (!expected && status !== 403 && status !== 404)) wrong.push(`${path} as ${name}: ${status} ${location ?? ""}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

story("who may not send changes nothing, and rubbish from who may is refused without a fault", async (house) => {
  const ids = await furnish(house);
  const { store } = house;
  const auditCount = async () => (await store.read.select({ event: store.t.auditEvents.event }).from(store.t.auditEvents)).filter(({ event }) => !event.startsWith("account.sign")).length;
  await withSite(house, async ({ ask }) => {
    const wrong: string[] = [];
    for (const name of castNames) await ask("/account", { as: name });
    const rubbish = { intent: "../../etc/passwd", id: "' or 1=1 --", personId: "p-technician", section: "-1", __proto__x: "1" };
    for (const page of Object.values(pages)) {
      const path = page.path(ids);
      const { sends = [] } = page;
      const before = await auditCount();
      for (const name of [undefined, ...castNames]) {
        const may = sends === "anyone" || (name !== undefined && sends.includes(name));
        if (may || path === "/sign-out") continue;
        const { status, location } = await ask(path, { as: name, method: "POST", body: rubbish });
        if (name === undefined ? !(location ?? "").startsWith("/sign-in") && status < 400 : status < 400 || status >= 500) wrong.push(`POST ${path} as ${name ?? "nobody"}: ${status} ${location ?? ""}`);
      }
      if ((await auditCount()) !== before) wrong.push(`POST ${path}: changed something`);
      for (const name of sends === "anyone" ? [undefined] : sends) {
        const { status } = await ask(path, { as: name, method: "POST", body: rubbish });
        if (status >= 500) wrong.push(`POST ${path} with rubbish as ${name ?? "nobody"}: ${status}`);
        const bodies = [{ headers: { "content-type": "application/json" } }, { headers: { "content-type": "multipart/form-data; boundary=x" } }, { body: { ...rubbish, note: "a\0b" } }];
        for (const body of bodies) {
          const answer = await ask(path, { as: name, method: "POST", ...body });
          if (answer.status >= 500) wrong.push(`POST ${path} with ${JSON.stringify(body)} as ${name ?? "nobody"}: ${answer.status}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

story("somebody else's ids do not exist for a learner", async (house) => {
  const ids = await furnish(house);
  await withSite(house, async ({ ask }) => {
    for (const path of [`/practice/${ids.paper}`, `/practice/${ids.practised}/result`, "/practice/none", `/attempts/${ids.attempt}`, `/attempts/${ids.attempt}/check`, `/attempts/${ids.sealed}/receipt`, `/results/${ids.sealed}`, `/licences/${ids.licence}`, `/licences/${ids.licence}/certificate.pdf`, `/practicals/${ids.record}/record`, "/people/p-technician", "/attempts/none", "/licences/none", "/v/none"])
      expect(await ask(path, { as: "outsider" }), path).toMatchObject({ status: 404 });
    const save = await ask(`/api/attempts/${ids.attempt}/answers`, { as: "outsider", method: "POST", headers: { "content-type": "application/json" } });
    expect([400, 404]).toContain(save.status);
  });
});

story("an address with a NUL, a body too long or of unknown length go no further than the door", async (house) => {
  await withSite(house, async ({ ask, url }) => {
    for (const path of ["/attempts/%00", "/v/%00", "/sign-in?next=%00"]) expect((await ask(path, { as: "technician" })).status, path).toBe(400);
    // Whoever is still sending when the answer comes may find the line cut instead.
    expect([413, "cut off"]).toContain(await ask("/sign-in", { method: "POST", body: { staffNo: "1".repeat(9_000_000) } }).then(({ status }) => status, () => "cut off"));
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new TextEncoder().encode("staffNo=1&")) });
    const answer = await fetch(`${url}/sign-in`, { method: "POST", body: endless, duplex: "half", headers: { "content-type": "application/x-www-form-urlencoded" } }).then(({ status }) => status, () => "cut off");
    expect([411, "cut off"]).toContain(answer);
    // fetch itself knows no TRACE.
    const traced = await new Promise((resolve, reject) => request(`${url}/`, { method: "TRACE" }, (response) => resolve(response.resume().statusCode)).on("error", reject).end());
    expect(traced).toBe(405);
    expect((await ask("/sign-in")).status).toBe(200);
  });
});

story("answers carry the security headers, and a foreign site cannot send in somebody's name", async (house) => {
  await withSite(house, async ({ ask }) => {
    const page = await ask("/sign-in");
    const policy = page.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("script-src 'self' 'nonce-");
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
    for (const [tag] of page.text.matchAll(/<script\b[^>]*>/g)) expect(tag).toContain(`nonce="${nonce}"`);
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(page.headers.get("x-content-type-options")).toBe("nosniff");
    expect(page.headers.get("x-powered-by")).toBeNull();

    const foreign = await ask("/account", { as: "technician", method: "POST", body: { intent: "end" }, headers: { origin: "https://elsewhere.example" } });
    expect(foreign.status).toBe(403);
    const crossSite = await ask("/sign-in", { method: "POST", body: { staffNo: "10001", password: "x" }, headers: { "sec-fetch-site": "cross-site" } });
    expect(crossSite.status).toBe(403);

    expect((await ask("/healthz")).text).toBe("ok");
    expect((await ask("/metrics")).text).toContain("http_request_duration_seconds");
    expect((await ask("/metrics", { headers: { "x-forwarded-for": "203.0.113.9" } })).status, "through a proxy nobody told us of").toBe(404);
    expect((await ask("/sign-in?next=https://elsewhere.example", { as: "technician" })).location).toBe("/");
    expect((await ask("/nirgends")).status).toBe(404);
  });
});
