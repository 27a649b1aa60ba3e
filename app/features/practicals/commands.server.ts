import { and, eq, gte, isNull, lte, or } from "drizzle-orm";
import { record } from "#app/features/audit/record.server.ts";
import { can, unitsFor } from "#app/features/people/access.ts";
import type { Context } from "#app/features/people/context.ts";
import { findPerson } from "#app/features/people/people.server.ts";
import { listUnits } from "#app/features/people/units.server.ts";
import { findScheme } from "#app/features/standards/schemes.server.ts";
import { keepVersions } from "#app/features/standards/versions.server.ts";
import { dayOf } from "#app/lib/clock.ts";
import { ok, refused, type Result } from "#app/lib/result.ts";
import { isUniqueViolation } from "#db/client.ts";
import { findChecklist } from "./catalogue.server.ts";
import { practicalEvent } from "./events.ts";
import type { MarkEvent } from "./marks.ts";
import { assessedUnits, checklistOf, findOwn, listMarks, listSignatures, take } from "./practical.server.ts";
import { recordHash } from "./record.server.ts";
import { score, sortMarks, type PracticalResult, type Sorted } from "./scoring.ts";
import { decideStart, type StartRefusal } from "./start.ts";
import { nextState } from "./states.ts";

/**
 * Starts a practical of a candidate of the actor's units, for a scheme and one of its checklists.
 * Refusals: those of `decideStart`; `no-such-candidate` for whoever is outside the actor's units; `no-such-checklist`;
 * `under-way` while another practical of this candidate and checklist is neither signed nor annulled, also when two tablets start at once.
 */
export async function startPractical(
  context: Context,
  input: { candidateId: string; schemeId: string; checklistId: string },
): Promise<Result<{ id: string }, StartRefusal | "no-such-candidate" | "no-such-checklist" | "under-way">> {
  const { store, content, actor, now } = context;
  const { practicals, assessorAuthorisations } = store.t;
  const candidate = await findPerson(context, input.candidateId);
  if (!candidate || candidate.unitId === null || !can(actor, "practical.assess", { unitPath: candidate.unitPath })) return refused("no-such-candidate");
  const { unitId } = candidate;
  const assessorId = actor.personId ?? "";
  const found = findChecklist(content, input.checklistId);
  const scheme = findScheme(content, input.schemeId)?.scheme;
  if (!found || !scheme) return refused("no-such-checklist");
  const today = dayOf(now);
  const id = context.newId();
  try {
    return await store.write(async (tx) => {
      // Writing the rows back as they are holds them: an end of the authorisation waits for this start, or this start sees it.
      const authorisations = await tx
        .update(assessorAuthorisations)
        .set({ checklistId: input.checklistId })
        .where(
          and(
            eq(assessorAuthorisations.personId, assessorId),
            eq(assessorAuthorisations.checklistId, input.checklistId),
            lte(assessorAuthorisations.fromOn, today),
            or(isNull(assessorAuthorisations.toOn), gte(assessorAuthorisations.toOn, today)),
          ),
        )
        .returning();
      const decided = decideStart({ assessorId, candidate, scheme, checklistId: input.checklistId, authorisations, today });
      if (!decided.ok) return decided;
      const { authorisationId } = decided.value;
      await tx.insert(practicals).values({
        id,
        schemeId: scheme.id,
        checklistId: input.checklistId,
        checklistHash: found.hash,
        candidateId: candidate.id,
        assessorId,
        authorisationId,
        unitId,
        state: "open",
        startedAt: now,
      });
      await keepVersions(tx, context, "checklist", [{ key: input.checklistId, body: found.checklist }]);
      await record(tx, context, practicalEvent("practical.started", { subject: id, personId: candidate.id }, { schemeId: scheme.id, checklistId: input.checklistId, checklistHash: found.hash, authorisationId }));
      return ok({ id });
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refused("under-way");
    throw error;
  }
}

/**
 * Stores marks of an own, open practical, as many at once as the tablet has. A tap that is stored already adds nothing, so a replay is safe;
 * one whose sequence another device has used with another content comes back among `conflicts` and is not stored. `stored` are all marks afterwards.
 * Refusals: `no-such-practical`; `changed-meanwhile` when it is finished; `no-such-step`; `always-applies`.
 */
export async function markSteps(context: Context, id: string, incoming: readonly MarkEvent[]) {
  const { store, now } = context;
  const unitIds = await assessedUnits(context);
  return store.write(async (tx): Promise<Result<Sorted & { stored: MarkEvent[] }, "no-such-practical" | "changed-meanwhile" | "no-such-step" | "always-applies">> => {
    const taken = await take(tx, context, { id, from: "open", to: "open", unitIds });
    if (!taken.ok) return taken;
    const known = await listMarks(tx, context, id);
    const sorted = sortMarks(await checklistOf(tx, context, taken.value), known, incoming);
    if (!sorted.ok) return sorted;
    const { fresh } = sorted.value;
    if (fresh.length > 0) {
      await tx.insert(store.t.practicalMarks).values(fresh.map((event) => ({ practicalId: id, ...event, markedAt: now })));
      await record(tx, context, practicalEvent("practical.marked", { subject: id, personId: taken.value.candidateId }, { marks: fresh.map(({ step, seq, mark }) => `${step}#${seq} ${mark}`) }));
    }
    return ok({ ...sorted.value, stored: [...known, ...fresh] });
  });
}

/** Ends the assessing of an own practical and scores it. Refusals: `no-such-practical`; `changed-meanwhile`; `steps-open`, with how many. */
export async function finishPractical(context: Context, id: string) {
  const { store, now } = context;
  const { practicals } = store.t;
  const unitIds = await assessedUnits(context);
  return store.write(async (tx) => {
    const taken = await take(tx, context, { id, from: "open", to: "finished", unitIds });
    if (!taken.ok) return taken;
    const events = await listMarks(tx, context, id);
    const scored = score(await checklistOf(tx, context, taken.value), events);
    if (!scored.ok) return scored;
    const result: PracticalResult = scored.value;
    const hash = recordHash({ ...taken.value, practicalId: id, finishedAt: now, result }, events);
    await tx.update(practicals).set({ finishedAt: now, outcome: result.outcome, result, recordHash: hash }).where(eq(practicals.id, id));
    await record(tx, context, practicalEvent("practical.finished", { subject: id, personId: taken.value.candidateId }, { percent: result.percent, outcome: result.outcome, recordHash: hash }));
    return ok(result);
  });
}

/** Opens a finished practical again, to correct marks before anybody has signed. Refusals: `no-such-practical`; `changed-meanwhile`; `already-signed`. */
export async function reopenPractical(context: Context, id: string) {
  const { store } = context;
  const { practicals } = store.t;
  const unitIds = await assessedUnits(context);
  return store.write(async (tx) => {
    const taken = await take(tx, context, { id, from: "finished", to: "open", unitIds });
    if (!taken.ok) return taken;
    if ((await listSignatures(tx, context, id)).length > 0) return refused("already-signed");
    await tx.update(practicals).set({ finishedAt: null, outcome: null, result: null, recordHash: null }).where(eq(practicals.id, id));
    await record(tx, context, practicalEvent("practical.reopened", { subject: id, personId: taken.value.candidateId }, { recordHash: taken.value.recordHash ?? "" }));
    return ok(null);
  });
}

/**
 * Annuls a practical that was begun by mistake or cannot be ended: by its assessor until somebody has signed, by whoever authorises assessors there at any time before it is final.
 * It proves nothing afterwards, and the checklist is free for a new start. Refusals: `no-such-practical`; `changed-meanwhile`; `already-signed`.
 */
export async function annulPractical(context: Context, id: string, reason: string): Promise<Result<null, "no-such-practical" | "changed-meanwhile" | "already-signed">> {
  const { store, actor } = context;
  const { practicals } = store.t;
  const supervised = unitsFor(actor, "practical.authorise", await listUnits(context));
  const assessed = await assessedUnits(context);
  return store.write(async (tx) => {
    const [known] = await tx.select().from(practicals).where(eq(practicals.id, id));
    const supervises = known !== undefined && supervised.includes(known.unitId);
    const assesses = known !== undefined && (await findOwn(tx, context, id)) !== null && assessed.includes(known.unitId);
    if (!known || !(supervises || assesses)) return refused("no-such-practical");
    const next = nextState(known.state, "annul");
    if (!next.ok) return refused("changed-meanwhile");
    const changed = await tx
      .update(practicals)
      .set({ state: next.value })
      .where(and(eq(practicals.id, id), eq(practicals.state, known.state)))
      .returning();
    if (changed.length === 0) return refused("changed-meanwhile");
    if (!supervises && (await listSignatures(tx, context, id)).length > 0) return refused("already-signed");
    await record(tx, context, practicalEvent("practical.annulled", { subject: id, personId: known.candidateId }, { reason }));
    return ok(null);
  });
}
