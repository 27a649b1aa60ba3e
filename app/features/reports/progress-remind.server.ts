import { record } from "#app/features/audit/record.server.ts";
import { notifyOnce } from "#app/features/notifications/notify.server.ts";
import type { Actor } from "#app/features/people/access.ts";
import { unitPath } from "#app/features/people/access.ts";
import type { Context } from "#app/features/people/context.ts";
import { listUnits } from "#app/features/people/units.server.ts";
import { dayOf } from "#app/lib/clock.ts";
import { ok, refused, type Result } from "#app/lib/result.ts";
import { learnerReminded } from "./events.ts";
import { progressIn } from "./progress-queries.server.ts";
import { findReadableUnit } from "./unit.server.ts";

/** Why somebody who was ticked got no reminder: it is oneself, nothing is left to learn, or one has reached them today already. */
export type Skipped = "self" | "complete" | "reminded-today";
export type Reminders = { reminded: string[]; skipped: { name: string; why: Skipped }[] };

const speakers = ["trainer", "manager", "hr"] as const;

/** In which of the roles that read progress the actor speaks to people of a unit. */
function speaksAs(actor: Actor, path: readonly string[]): (typeof speakers)[number] {
  return speakers.find((role) => actor.grants.some((grant) => grant.role === role && path.includes(grant.unitId))) ?? "trainer";
}

/**
 * Reminds people of a unit (and below it) of the core modules they have left, each at most once a day (Asia/Shanghai), whoever reminds. Answers by name
 * who was reminded and who was not, and why. Refusals: `no-such-unit`, also for one the actor may not know of; `no-such-person` when one of them does not
 * work there today, and then nobody is reminded; `nobody-ticked`.
 */
export async function remindLearners(context: Context, unitId: string, personIds: readonly string[]): Promise<Result<Reminders, "no-such-unit" | "no-such-person" | "nobody-ticked">> {
  const { store, actor, now } = context;
  const unit = await findReadableUnit(context, unitId, "progress.read");
  if (!unit) return refused("no-such-unit");
  if (personIds.length === 0) return refused("nobody-ticked");
  const wanted = new Set(personIds);
  const today = dayOf(now);
  const people = await progressIn(context, { unitIds: unit.within, personIds: [...wanted] }, today);
  if (people.length !== wanted.size) return refused("no-such-person");
  const units = await listUnits(context);
  return store.write(async (tx) => {
    const reminders: Reminders = { reminded: [], skipped: [] };
    // Always in the order of ids: two trainers who tick the same people wait for each other instead of blocking each other.
    for (const person of people.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      const { id, name, current } = person;
      const left = person.open.length;
      const skip = (why: Skipped) => reminders.skipped.push({ name, why });
      if (id === actor.personId) skip("self");
      else if (current === null) skip("complete");
      else {
        const as = speaksAs(actor, unitPath(units, person.unitId));
        const sent = await notifyOnce(tx, context, `reminder-${id}-${today}`, { personId: id }, id, { kind: "learning.reminded", as, by: actor.name, left, title: current.title });
        if (!sent) skip("reminded-today");
        else {
          await record(tx, context, learnerReminded(id, { unitId, left, moduleId: current.id }));
          reminders.reminded.push(name);
        }
      }
    }
    return ok(reminders);
  });
}
