import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { modulesOf } from "#app/features/learning/catalogue.server.ts";
import { markSectionRead } from "#app/features/learning/commands.server.ts";
import { contentOf, type Module } from "#app/features/learning/module.ts";
import { paragraphsIn } from "#app/features/learning/places.ts";
import { findCover, findSection, planOf } from "#app/features/learning/queries.server.ts";
import { acknowledgeModule, keepPlace } from "#app/features/learning/reading-commands.server.ts";
import { acknowledgementsOf, placesOf } from "#app/features/learning/reading-queries.server.ts";
import { systemActor } from "#app/features/people/access.ts";
import type { Context } from "#app/features/people/context.ts";
import { findVersion, versionOf } from "#app/features/standards/versions.server.ts";
import { findArchive } from "#app/features/reports/archive.server.ts";
import { momentOf, story, type TestHouse } from "#tests/support/house.ts";
import { withSite } from "#tests/support/site-in-process.ts";

const reading = "repair-and-emergency";
const demanding = "gas-safety-basics";
type Person = Context & { actor: { personId: string } };

function moduleOf(context: Person, id: string): Module {
  const module = modulesOf(context.content).get(id);
  if (!module) throw new Error(`no module ${id}`);
  return module;
}

function keep(context: Person, section: number, paragraph: number, id = reading) {
  return keepPlace(context, id, { version: moduleOf(context, id).hash, section, paragraph });
}

async function placeIn(context: Person, id = reading) {
  return (await placesOf(context, context.actor.personId, [id])).get(id) ?? null;
}

async function readAll(context: Person, id: string) {
  for (const [index] of moduleOf(context, id).sections.entries()) expect(await markSectionRead(context, id, index + 1)).toMatchObject({ ok: true });
}

async function auditOf(house: TestHouse) {
  const { auditEvents } = house.store.t;
  return house.store.read.select().from(auditEvents);
}

/** The house after the text of a module changed. */
function rewritten(context: Person, id: string): Person {
  const modules = [...modulesOf(context.content).values()].map((module) => {
    if (module.id !== id) return module;
    const changed = { ...module, summary: `${module.summary}（改）` };
    return { ...changed, hash: versionOf(contentOf(changed)) };
  });
  return { ...context, content: { json: (file) => (file === "modules.json" ? modules : context.content.json(file)) } };
}

story("who reads on a phone goes on at the same paragraph on any other device", async (house) => {
  const phone = house.as("newcomer", "09:00");
  const before = await planOf(phone, phone.actor.personId);
  expect(before.goOn).toMatchObject({ place: null });
  expect(await keep(phone, 2, 3)).toEqual({ ok: true, value: null });
  const computer = house.as("newcomer", "18:00");
  const plan = await planOf(computer, computer.actor.personId);
  expect(plan.goOn).toMatchObject({ id: reading, place: { section: 2, paragraph: 3 }, progress: { state: "not-started" } });
  expect(await findCover(computer, computer.actor.personId, reading)).toMatchObject({ place: { section: 2, paragraph: 3 } });
  expect(await keep(computer, 3, 1)).toMatchObject({ ok: true });
  expect(await placeIn(phone)).toMatchObject({ section: 3, paragraph: 1, at: computer.now });
  expect(await placeIn(house.as("colleague"))).toBeNull();
  // It is no decision: neither audited nor a step of progress.
  expect(await auditOf(house)).toEqual([]);
  expect(plan.left).toEqual(before.left);
});

story("of places that cross on their way the newest by the server's clock stays", async (house) => {
  const times = ["09:07", "09:02", "09:09", "09:00", "09:05", "09:08", "09:01"];
  await Promise.all(times.map((at, index) => keep(house.as("newcomer", at), 1, index + 1)));
  expect(await placeIn(house.as("newcomer"))).toMatchObject({ section: 1, paragraph: 3, at: momentOf("09:09") });
  await keep(house.as("newcomer", "08:00"), 2, 1);
  expect(await placeIn(house.as("newcomer"))).toMatchObject({ section: 1, paragraph: 3 });
  expect(await house.store.read.select().from(house.store.t.readingPlaces)).toHaveLength(1);
});

story("going on without JavaScript overtakes an older place, and a newer place leads again", async (house) => {
  await keep(house.as("newcomer", "09:00"), 1, 4);
  const later = house.as("newcomer", "09:30");
  await markSectionRead(later, reading, 1);
  expect(await placeIn(later)).toBeNull();
  expect((await planOf(later, later.actor.personId)).goOn).toMatchObject({ id: reading, place: null, progress: { next: { kind: "section", section: 2 } } });
  await keep(house.as("newcomer", "09:40"), 2, 2);
  expect(await placeIn(later)).toMatchObject({ section: 2, paragraph: 2 });
});

story("a place that is not there, of another version or of nobody is refused and leaves nothing behind", async (house) => {
  const me = house.as("newcomer");
  const { hash, sections } = moduleOf(me, reading);
  const last = paragraphsIn(sections[0]?.tree ?? []);
  for (const [section, paragraph] of [[0, 1], [99, 1], [1, 0], [1, last + 1], [1.5, 1], [1, Number.NaN], [-1, -1]] as const)
    expect(await keepPlace(me, reading, { version: hash, section, paragraph })).toEqual({ ok: false, refusal: "no-such-place" });
  expect(await keepPlace(me, reading, { version: "older", section: 1, paragraph: 1 })).toEqual({ ok: false, refusal: "other-version" });
  expect(await keepPlace(me, "no-such-module", { version: hash, section: 1, paragraph: 1 })).toEqual({ ok: false, refusal: "no-such-module" });
  expect(await keepPlace({ ...me, actor: systemActor }, reading, { version: hash, section: 1, paragraph: 1 })).toEqual({ ok: false, refusal: "not-allowed" });
  expect(await house.store.read.select().from(house.store.t.readingPlaces)).toEqual([]);
  await keep(me, 1, last);
  expect(await placeIn(rewritten(me, reading)), "the text has changed since").toBeNull();
  expect(await placeIn(me)).toMatchObject({ section: 1, paragraph: last });
});

story("a section comes with the table of contents, its version and about how long each section takes", async (house) => {
  const me = house.as("newcomer");
  const module = moduleOf(me, reading);
  const shown = await findSection(me, me.actor.personId, reading, 1);
  expect(shown).toMatchObject({ version: module.hash, of: module.sections.length });
  expect(shown?.contents.map((one) => one.title)).toEqual(module.sections.map((section) => section.title));
  const minutes = (shown?.contents ?? []).map((one) => one.minutes);
  expect(minutes.every((one) => one >= 1)).toBe(true);
  expect(minutes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(module.minutes + module.sections.length);
});

story("a module that demands it is acknowledged once a version, with its hash and the time, and asked again when the text changes", async (house) => {
  const me = house.as("newcomer", "09:00");
  const { hash } = moduleOf(me, demanding);
  expect(moduleOf(me, demanding).acknowledge).toBe(true);
  expect(versionOf(contentOf(moduleOf(me, demanding)))).toBe(hash);
  expect(await acknowledgeModule(me, demanding, hash)).toEqual({ ok: false, refusal: "not-read-yet" });
  await readAll(me, demanding);
  const unacknowledged = async (context: Person) => (await planOf(context, context.actor.personId)).tracks.flatMap((track) => track.modules).find((one) => one.id === demanding)?.unacknowledged;
  expect(await unacknowledged(me)).toBe(true);
  const twice = await Promise.all([acknowledgeModule(me, demanding, hash), acknowledgeModule(me, demanding, hash)]);
  expect(twice.filter((one) => one.ok && one.value.acknowledged)).toHaveLength(1);
  expect(await acknowledgeModule(house.as("newcomer", "2026-11-30 10:00"), demanding, hash)).toEqual({ ok: true, value: { acknowledged: false } });
  const { acknowledgements, auditEvents } = house.store.t;
  expect(await house.store.read.select().from(acknowledgements)).toEqual([{ personId: me.actor.personId, moduleId: demanding, moduleHash: hash, at: me.now }]);
  expect(await house.store.read.select().from(auditEvents).where(eq(auditEvents.event, "learning.acknowledged"))).toMatchObject([{ actorId: me.actor.personId, subject: demanding }]);
  expect(await findVersion(house.store.read, me, "module", demanding, hash)).toMatchObject({ acknowledge: true });
  expect(await findCover(me, me.actor.personId, demanding)).toMatchObject({ acknowledgement: { version: hash, on: "2026-11-22", olderOn: null } });
  expect(await unacknowledged(me)).toBe(false);
  expect(await findArchive(house.as("manager"), me.actor.personId)).toMatchObject({ acknowledgements: [{ version: hash.slice(0, 8), on: "2026-11-22" }] });

  const after = rewritten(house.as("newcomer", "2026-12-01 09:00"), demanding);
  const newer = moduleOf(after, demanding).hash;
  expect(newer).not.toBe(hash);
  expect((await acknowledgementsOf(after, me.actor.personId, [demanding])).get(demanding)).toEqual({ version: newer, on: null, olderOn: "2026-11-22" });
  expect(await acknowledgeModule(after, demanding, hash), "the page of the old version").toEqual({ ok: false, refusal: "other-version" });
  expect(await acknowledgeModule(after, demanding, newer)).toEqual({ ok: false, refusal: "not-read-yet" });
  await readAll(after, demanding);
  expect(await acknowledgeModule(after, demanding, newer)).toEqual({ ok: true, value: { acknowledged: true } });
  expect(await house.store.read.select().from(acknowledgements)).toHaveLength(2);
});

story("what asks for no acknowledgement takes none, and nobody acknowledges in the system's name", async (house) => {
  const me = house.as("newcomer");
  await readAll(me, reading);
  expect(await acknowledgeModule(me, reading, moduleOf(me, reading).hash)).toEqual({ ok: false, refusal: "not-demanded" });
  expect((await findCover(me, me.actor.personId, reading))?.acknowledgement).toBeNull();
  expect(await acknowledgeModule(me, "no-such-module", "x")).toEqual({ ok: false, refusal: "no-such-module" });
  expect(await acknowledgeModule({ ...me, actor: systemActor }, demanding, moduleOf(me, demanding).hash)).toEqual({ ok: false, refusal: "not-allowed" });
  expect(await house.store.read.select().from(house.store.t.acknowledgements)).toEqual([]);
});

story("the page has a place for each paragraph, takes a place in passing, and keeps the look it was given", async (house) => {
  const me = house.as("newcomer");
  const { hash, sections } = moduleOf(me, reading);
  await withSite(house, async ({ ask }) => {
    const page = await ask(`/modules/${reading}/1`, { as: "newcomer" });
    const ids = [...page.text.matchAll(/ id="p-(\d+)"/g)].map((match) => Number(match[1]));
    expect(ids).toEqual(Array.from({ length: paragraphsIn(sections[0]?.tree ?? []) }, (_, index) => index + 1));
    expect(page.text).toContain('data-theme="system" data-size="standard"');

    const place = `/modules/${reading}/place`;
    const rubbish: Record<string, string>[] = [{ version: hash, section: "x", paragraph: "1" }, { version: hash, section: "1", paragraph: "99999" }, { version: "older", section: "1", paragraph: "1" }, { section: "1" }, { version: hash, section: "1e1", paragraph: "-1" }];
    for (const body of rubbish) expect(await ask(place, { as: "newcomer", method: "POST", body })).toMatchObject({ status: 204, text: "" });
    expect(await placeIn(me)).toBeNull();
    expect(await ask(place, { as: "newcomer", method: "POST", body: { version: hash, section: "1", paragraph: "2" } })).toMatchObject({ status: 204 });
    expect(await placeIn(me)).toMatchObject({ section: 1, paragraph: 2 });
    expect((await ask("/plan", { as: "newcomer" })).text).toContain(`/modules/${reading}/1#p-2`);
    expect((await ask(place, { as: "newcomer" })).location).toBe(`/modules/${reading}`);

    const look = await ask("/reading-look", { method: "POST", body: { from: `/modules/${reading}/1`, size: "huge", theme: "dark" } });
    expect(look.location).toBe(`/modules/${reading}/1`);
    expect(look.headers.get("set-cookie")).toContain("reader=huge.dark;");
    for (const from of ["https://elsewhere.example/", "//elsewhere.example/modules/a/1", "/sign-out"]) expect((await ask("/reading-look", { method: "POST", body: { from, size: "giant", theme: "x" } })).location).toBe("/plan");
    expect((await ask(`/modules/${demanding}`, { as: "newcomer", method: "POST", body: { version: "x" } })).status).toBe(422);
  });
});
