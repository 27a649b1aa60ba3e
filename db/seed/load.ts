import { eq } from "drizzle-orm";
import { record } from "#app/features/audit/record.server.ts";
import { systemActor } from "#app/features/people/access.ts";
import { hashPassword } from "#app/features/people/password.server.ts";
import { addDays, dayOf, type Instant } from "#app/lib/clock.ts";
import type { ContentStore } from "#app/lib/content.server.ts";
import { ok, refused } from "#app/lib/result.ts";
import type { Store } from "#db/client.ts";
import { demoPassword } from "./accounts.ts";
import { demoPeople, demoPersonId, demoUnits } from "./people.ts";
import { liveStory } from "./story.ts";

export { demoAccounts } from "./accounts.ts";

/**
 * Loads the demo company into an empty database, once: its people first, then what they have lived through, by the same commands
 * the pages call. Ids are fixed; days count back from the day of loading, so that a licence is always about to end and an exam always
 * in progress. Answers `half-loaded` when that was interrupted, or is
 * going on in another process; `not-a-demo` for a database with a company of its own, which is left alone.
 */
export async function loadDemoOnce(house: { store: Store; content: ContentStore }, now: Instant): Promise<"loaded" | "already-loaded" | "half-loaded" | "not-a-demo"> {
  const { store } = house;
  const { settings, people } = store.t;
  const [mark] = await store.read.select().from(settings).where(eq(settings.key, "demo"));
  if (mark) return mark.value === loading ? "half-loaded" : "already-loaded";
  const [anyone] = await store.read.select({ id: people.id }).from(people).limit(1);
  if (anyone) return "not-a-demo";
  if (!(await loadPeople(store, now))) return "half-loaded";
  await liveStory({ ...house, newId: demoIds() }, now);
  await store.write(async (tx) => {
    await tx.update(settings).set({ value: dayOf(now) }).where(eq(settings.key, "demo"));
    await record(tx, { store, actor: systemActor, now, newId: () => "demo-loaded" }, { event: "demo.loaded", version: 1, subject: "demo", data: { people: demoPeople.length, units: demoUnits.length } });
  });
  return "loaded";
}

/** The mark of a company whose story is still being told: left behind when the process was stopped meanwhile. */
const loading = "loading";

/** Fixed ids in the order in which things happen: `demo-00001` … */
function demoIds(): () => string {
  let count = 0;
  return () => `demo-${String((count += 1)).padStart(5, "0")}`;
}

async function loadPeople(store: Store, now: Instant): Promise<boolean> {
  const { t } = store;
  const today = dayOf(now);
  const hiredOn = (years: number) => addDays(today, -(Math.round(years * 365.25) + 5));
  // One password for all, so one hash: forty would cost a start-up second for nothing.
  const passwordHash = await hashPassword(demoPassword);
  const result = await store.write(async (tx) => {
    const marked = await tx.insert(t.settings).values({ key: "demo", value: loading }).onConflictDoNothing().returning();
    // Another process of a group was first.
    if (marked.length === 0) return refused("already-loaded");
    await tx.insert(t.units).values([...demoUnits]);
    const rows = demoPeople.map((person) => ({ ...person, id: demoPersonId(person.staffNo), from: hiredOn(person.years) }));
    await tx.insert(t.people).values(rows.map(({ id, staffNo, name, from }) => ({ id, staffNo, name, hiredOn: from, createdAt: now })));
    await tx.insert(t.assignments).values(rows.map(({ id, unit, post, from }) => ({ id: `as-${id}`, personId: id, unitId: unit, post, fromOn: from })));
    await tx.insert(t.roleGrants).values(
      rows.flatMap(({ id, unit, roles = [], from }) =>
        [["learner", unit] as const, ...roles].map(([role, unitId]) => ({ id: `gr-${id}-${role}`, personId: id, role, unitId, fromOn: from })),
      ),
    );
    await tx.insert(t.accounts).values(rows.map(({ id }) => ({ personId: id, passwordHash, mustChange: false, state: "active" as const, changedAt: now })));
    return ok(null);
  });
  return result.ok;
}
