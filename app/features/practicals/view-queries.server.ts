import { and, eq } from "drizzle-orm";
import { can, unitPath } from "#app/features/people/access.ts";
import type { Context } from "#app/features/people/context.ts";
import { listPeople, type PersonCard } from "#app/features/people/people.server.ts";
import { listUnits } from "#app/features/people/units.server.ts";
import { findClause, standardsOf } from "#app/features/standards/catalogue.server.ts";
import { findScheme } from "#app/features/standards/schemes.server.ts";
import { viewClause } from "#app/features/standards/topic-view.ts";
import type { Checklist } from "./checklist.ts";
import { latestMarks, type MarkEvent } from "./marks.ts";
import { assessedUnits, checklistOf, findOwn, listMarks, listSignatures, type Practical } from "./practical.server.ts";
import { recordHash } from "./record.server.ts";
import { clausesToTrain, PracticalResult, score } from "./scoring.ts";
import type { Assessing, ClauseRef, PracticalHead, PracticalView, StepView } from "./views.ts";

/** The clauses of a list of ids; one that this build no longer has is shown by its id. */
function clauseRefs(context: Context, ids: readonly string[]): ClauseRef[] {
  const standards = standardsOf(context.content);
  return ids.map((id) => {
    const found = findClause(standards, id);
    if (!found) return { id, to: null, regulation: id, place: "", duty: "" };
    const { to, regulation, place, duty } = viewClause(found.clause, found.regulation, undefined);
    return { id, to, regulation, place, duty };
  });
}

function stepViews(context: Context, checklist: Checklist): StepView[] {
  let number = 0;
  return checklist.sections.flatMap((section) =>
    section.steps.map((step) => {
      number += 1;
      const { id, title, look, critical, mayNotApply } = step;
      return { id, number, section: section.title, title, look, abnormal: step.abnormal ?? null, critical, mayNotApply, clauses: clauseRefs(context, step.clauses) };
    }),
  );
}

async function headOf(context: Context, practical: Practical, checklist: Checklist): Promise<PracticalHead> {
  const people = await listPeople(context, { ids: [practical.candidateId, practical.assessorId] });
  const card = (id: string) => people.find((one) => one.id === id);
  const short = (person: PersonCard | undefined) => ({ name: person?.name ?? "", staffNo: person?.staffNo ?? "" });
  return {
    id: practical.id,
    state: practical.state,
    title: checklist.title,
    schemeTitle: findScheme(context.content, practical.schemeId)?.scheme.title ?? practical.schemeId,
    minutes: checklist.minutes,
    policy: checklist.policy,
    candidate: short(card(practical.candidateId)),
    assessor: short(card(practical.assessorId)),
    startedAt: practical.startedAt,
    finishedAt: practical.finishedAt,
    signedAt: practical.signedAt,
    recordHash: practical.recordHash,
  };
}

/** What the assessing screen needs of an own practical; null when it is not the actor's. Marks are the latest of each step. */
export async function findAssessing(context: Context, id: string): Promise<Assessing | null> {
  const { store } = context;
  const practical = await findOwn(store.read, context, id);
  if (!practical || !(await assessedUnits(context)).includes(practical.unitId)) return null;
  const checklist = await checklistOf(store.read, context, practical);
  const marks = [...latestMarks(await listMarks(store.read, context, id)).values()];
  return { ...(await headOf(context, practical, checklist)), steps: stepViews(context, checklist), marks };
}

/** The whole of a practical as its assessor reviews and signs it: marks, the result (while open, what it would be now), signatures. Null when it is not the actor's. */
export async function findReview(context: Context, id: string): Promise<PracticalView | null> {
  const { store } = context;
  const practical = await findOwn(store.read, context, id);
  if (!practical || !(await assessedUnits(context)).includes(practical.unitId)) return null;
  return wholeOf(context, practical);
}

/**
 * A signed record, for its candidate and assessor, for those who keep archives or issue licences over the unit it was taken in or the candidate's unit of today.
 * Null for everybody else, and while it is not signed. `intact` says whether marks and result still give the hash that was signed.
 */
export async function findRecord(context: Context, id: string): Promise<PracticalView | null> {
  const { store, actor } = context;
  const { practicals } = store.t;
  const [practical] = await store.read.select().from(practicals).where(and(eq(practicals.id, id), eq(practicals.state, "signed")));
  if (!practical) return null;
  const [candidate] = await listPeople(context, { ids: [practical.candidateId] });
  const subject = { personId: practical.candidateId, unitPath: [...unitPath(await listUnits(context), practical.unitId), ...(candidate?.unitPath ?? [])] };
  const own = practical.assessorId === actor.personId;
  if (!own && !can(actor, "person.archive", subject) && !can(actor, "licence.read", subject)) return null;
  return wholeOf(context, practical);
}

async function wholeOf(context: Context, practical: Practical): Promise<PracticalView> {
  const { store } = context;
  const checklist = await checklistOf(store.read, context, practical);
  const events: MarkEvent[] = await listMarks(store.read, context, practical.id);
  const latest = latestMarks(events);
  const scored = score(checklist, events);
  const stored = practical.result === null ? null : PracticalResult.parse(practical.result);
  const signatures = await listSignatures(store.read, context, practical.id);
  const intact =
    stored !== null && practical.finishedAt !== null && practical.recordHash === recordHash({ ...practical, practicalId: practical.id, finishedAt: practical.finishedAt, result: stored }, events);
  return {
    ...(await headOf(context, practical, checklist)),
    steps: stepViews(context, checklist).map((step) => ({ ...step, mark: latest.get(step.id)?.mark ?? null, note: latest.get(step.id)?.note ?? null })),
    left: scored.ok ? 0 : scored.open,
    result: stored ?? (scored.ok ? scored.value : null),
    toTrain: clauseRefs(context, clausesToTrain(checklist, events)),
    signatures: signatures.map(({ role, decision, reason, signedAt }) => ({ role, decision, reason, signedAt })),
    intact: intact && signatures.every((one) => one.recordHash === practical.recordHash),
  };
}
