import { and, eq, gte, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { record } from "#app/features/audit/record.server.ts";
import { unitsFor } from "#app/features/people/access.ts";
import type { Context } from "#app/features/people/context.ts";
import { findPerson } from "#app/features/people/people.server.ts";
import { listUnits } from "#app/features/people/units.server.ts";
import { dayOf, type Day } from "#app/lib/clock.ts";
import { ok, refused, type Result } from "#app/lib/result.ts";
import { decideEnd, overlap } from "./authorisation.ts";
import { findChecklist } from "./catalogue.server.ts";
import { practicalEvent } from "./events.ts";

export type AuthoriseRefusal = "no-such-person" | "no-such-checklist" | "oneself" | "not-an-assessor" | "in-the-past" | "already-authorised";

/**
 * Authorises an assessor for a checklist, from a day on, until a day or until ended; both days inclusive.
 * Refusals: `no-such-person` for whoever is outside the actor's units; `not-an-assessor` without the role today; `oneself`; `in-the-past`, because what was
 * assessed without an authorisation stays so; `already-authorised` when a period overlaps, so that one end really ends it.
 */
export async function authoriseAssessor(context: Context, input: { personId: string; checklistId: string; fromOn: Day; toOn: Day | null }): Promise<Result<{ id: string }, AuthoriseRefusal>> {
  const { store, actor, now } = context;
  const { people, roleGrants, assessorAuthorisations } = store.t;
  const today = dayOf(now);
  const person = await findPerson(context, input.personId);
  const units = unitsFor(actor, "practical.authorise", await listUnits(context));
  if (!person || person.unitId === null || !units.includes(person.unitId)) return refused("no-such-person");
  if (person.id === actor.personId || actor.personId === null) return refused("oneself");
  if (!findChecklist(context.content, input.checklistId)) return refused("no-such-checklist");
  if (input.fromOn < today) return refused("in-the-past");
  const id = context.newId();
  const grantedBy = actor.personId;
  return store.write(async (tx) => {
    // Writing the person back as they are holds the row: of two grants at once the second sees the first.
    await tx.update(people).set({ staffNo: sql`${people.staffNo}` }).where(eq(people.id, person.id));
    const roles = await tx
      .select({ id: roleGrants.id })
      .from(roleGrants)
      .where(and(eq(roleGrants.personId, person.id), eq(roleGrants.role, "assessor"), lte(roleGrants.fromOn, today), or(isNull(roleGrants.toOn), gte(roleGrants.toOn, today))));
    if (roles.length === 0) return refused("not-an-assessor");
    const known = await tx.select().from(assessorAuthorisations).where(and(eq(assessorAuthorisations.personId, person.id), eq(assessorAuthorisations.checklistId, input.checklistId)));
    if (known.some((one) => overlap(one, input))) return refused("already-authorised");
    await tx.insert(assessorAuthorisations).values({ id, personId: person.id, checklistId: input.checklistId, fromOn: input.fromOn, toOn: input.toOn, grantedBy, grantedAt: now });
    await record(tx, context, practicalEvent("assessor.authorised", { subject: id, personId: person.id }, { checklistId: input.checklistId, fromOn: input.fromOn, toOn: input.toOn }));
    return ok({ id });
  });
}

/**
 * Ends an authorisation with `lastOn`, inclusive. Refusals: `no-such-authorisation` outside the actor's units; `oneself`;
 * `not-earlier` and `used-after` as `decideEnd` says; `changed-meanwhile`.
 */
export async function endAuthorisation(
  context: Context,
  input: { id: string; lastOn: Day },
): Promise<Result<null, "no-such-authorisation" | "oneself" | "not-earlier" | "used-after" | "changed-meanwhile">> {
  const { store, actor } = context;
  const { assessorAuthorisations, practicals } = store.t;
  const units = unitsFor(actor, "practical.authorise", await listUnits(context));
  const [known] = await store.read.select().from(assessorAuthorisations).where(eq(assessorAuthorisations.id, input.id));
  const person = known ? await findPerson(context, known.personId) : null;
  if (!known || !person || person.unitId === null || !units.includes(person.unitId)) return refused("no-such-authorisation");
  if (person.id === actor.personId) return refused("oneself");
  return store.write(async (tx) => {
    // The end is written first: a start under way has the row and is waited for, a later one finds it ended.
    const ended = await tx
      .update(assessorAuthorisations)
      .set({ toOn: input.lastOn })
      .where(and(eq(assessorAuthorisations.id, input.id), known.toOn === null ? isNull(assessorAuthorisations.toOn) : eq(assessorAuthorisations.toOn, known.toOn)))
      .returning();
    if (ended.length === 0) return refused("changed-meanwhile");
    const used = await tx.select({ startedAt: practicals.startedAt }).from(practicals).where(and(eq(practicals.authorisationId, input.id), inArray(practicals.state, ["open", "finished", "signed"])));
    const decided = decideEnd(known, input.lastOn, used.map((one) => dayOf(one.startedAt)));
    if (!decided.ok) return decided;
    await record(tx, context, practicalEvent("assessor.authorisation-ended", { subject: input.id, personId: known.personId }, { checklistId: known.checklistId, lastOn: input.lastOn, toOnBefore: known.toOn }));
    return ok(null);
  });
}
