import { asc, eq } from "drizzle-orm";
import { listAttended } from "#app/features/classes/queries.server.ts";
import { listCommitmentsWithStanding } from "#app/features/commitments/queries.server.ts";
import { modulesOf, tracksOf } from "#app/features/learning/catalogue.server.ts";
import { listAcknowledgements } from "#app/features/learning/reading-queries.server.ts";
import { modulesFor } from "#app/features/learning/tracks.ts";
import { listLicencesWithStanding } from "#app/features/licences/queries.server.ts";
import { can } from "#app/features/people/access.ts";
import type { Context } from "#app/features/people/context.ts";
import { findPerson, listAssignments } from "#app/features/people/people.server.ts";
import { dayOf } from "#app/lib/clock.ts";
import { listResults } from "./results.server.ts";

/**
 * The training archive 培训档案 of a person: where they worked, what they learned, what they were examined in, what they hold and owe, as of today.
 * For themselves, and for who may read archives of their unit (安然燃气客户服务规范, 培训考核: results are archived). Null for everybody else.
 */
export async function findArchive(context: Context, personId: string) {
  const { store, content, actor, now } = context;
  const person = await findPerson(context, personId);
  if (!person || !can(actor, "person.archive", { personId, unitPath: person.unitPath })) return null;
  const on = dayOf(now);
  const { completions } = store.t;
  const [assignments, completed, acknowledgements, results, licences, commitments, classes] = await Promise.all([
    listAssignments(context, personId),
    store.read.select({ moduleId: completions.moduleId, hash: completions.moduleHash, at: completions.completedAt }).from(completions).where(eq(completions.personId, personId)).orderBy(asc(completions.completedAt)),
    listAcknowledgements(context, personId),
    listResults(context, [personId]),
    listLicencesWithStanding(context, { personIds: [personId], on }),
    listCommitmentsWithStanding(context, { personIds: [personId], on }),
    listAttended(context, personId),
  ]);
  const modules = modulesOf(content);
  const due = modulesFor(person.post, tracksOf(content)).filter((id) => modules.has(id));
  const done = new Set(completed.map((one) => one.moduleId));
  const { id, name, staffNo, hiredOn, leftOn, post, unitName, unitPath } = person;
  return {
    on,
    person: { id, name, staffNo, hiredOn, leftOn, post, unitName },
    assignments,
    // The version stays with the record: a module that was rewritten since was completed as it was then.
    modules: completed.map((one) => ({ key: `${one.moduleId} ${one.hash}`, title: modules.get(one.moduleId)?.title ?? one.moduleId, version: one.hash.slice(0, 8), on: dayOf(one.at) })),
    acknowledgements,
    due: { total: due.length, left: due.filter((one) => !done.has(one)).map((one) => modules.get(one)?.title ?? one) },
    results,
    licences,
    commitments: commitments.map((one) => ({ ...one, licence: licences.find((licence) => licence.id === one.licenceId)?.number ?? "" })),
    classes,
    mayRecordLeaving: can(actor, "person.leave", { unitPath }),
    own: id === actor.personId,
  };
}
export type Archive = NonNullable<Awaited<ReturnType<typeof findArchive>>>;
