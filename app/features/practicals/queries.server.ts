import { and, asc, desc, eq, gte, inArray, isNull, like, lte, ne, or } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "#app/features/people/context.ts";
import { findPerson, isNewestAssignment } from "#app/features/people/people.server.ts";
import { schemesOf } from "#app/features/standards/schemes.server.ts";
import { dayOf } from "#app/lib/clock.ts";
import { checklistsOf } from "./catalogue.server.ts";
import { stepsOf } from "./checklist.ts";
import { listSignedPracticals } from "./outcomes.server.ts";
import { assessedUnits } from "./practical.server.ts";
import { decideStart, type StartRefusal } from "./start.ts";
import type { PracticalState } from "./states.ts";
import type { OwnPractical } from "./views.ts";

const Titled = z.object({ title: z.string(), sections: z.array(z.object({ steps: z.array(z.unknown()) })) });

/** Practicals of the actor's as they stand in a list; the title is that of the checklist's version begun with. */
async function listOwn(context: Context, states: readonly PracticalState[], limit: number) {
  const { store, actor } = context;
  const { practicals, people, contentVersions } = store.t;
  const rows = await store.read
    .select({
      id: practicals.id,
      state: practicals.state,
      startedAt: practicals.startedAt,
      signedAt: practicals.signedAt,
      outcome: practicals.outcome,
      name: people.name,
      staffNo: people.staffNo,
      body: contentVersions.body,
    })
    .from(practicals)
    .innerJoin(people, eq(people.id, practicals.candidateId))
    .innerJoin(contentVersions, isVersionOf(context))
    .where(and(eq(practicals.assessorId, actor.personId ?? ""), inArray(practicals.state, [...states])))
    .orderBy(desc(practicals.startedAt))
    .limit(limit);
  return rows.map(({ body, ...row }) => {
    const { title, sections } = Titled.parse(body);
    return { ...row, title, steps: sections.reduce((sum, section) => sum + section.steps.length, 0) };
  });
}

function isVersionOf({ store }: Pick<Context, "store">) {
  const { practicals, contentVersions } = store.t;
  return and(eq(contentVersions.kind, "checklist"), eq(contentVersions.key, practicals.checklistId), eq(contentVersions.hash, practicals.checklistHash));
}

/** What lies on the assessor's desk: practicals under way with how many steps are marked, and the last twelve signed ones. */
export async function findDesk(context: Context) {
  const { store } = context;
  const underWay = await listOwn(context, ["open", "finished"], 50);
  const signed = await listOwn(context, ["signed"], 12);
  const { practicalMarks } = store.t;
  const marked = underWay.length === 0 ? [] : await store.read
    .selectDistinct({ id: practicalMarks.practicalId, step: practicalMarks.step })
    .from(practicalMarks)
    .where(inArray(practicalMarks.practicalId, underWay.map((one) => one.id)));
  const authorised = await listOwnAuthorisations(context);
  return {
    underWay: underWay.map((one) => ({ ...one, marked: marked.filter((mark) => mark.id === one.id).length })),
    signed,
    authorised: authorised.map((one) => checklistsOf(context.content).get(one.checklistId)?.checklist.title ?? one.checklistId),
  };
}

/** The actor's authorisations in force today. */
async function listOwnAuthorisations({ store, actor, now }: Context) {
  const { assessorAuthorisations } = store.t;
  const today = dayOf(now);
  return store.read
    .select()
    .from(assessorAuthorisations)
    .where(
      and(
        eq(assessorAuthorisations.personId, actor.personId ?? ""),
        lte(assessorAuthorisations.fromOn, today),
        or(isNull(assessorAuthorisations.toOn), gte(assessorAuthorisations.toOn, today)),
      ),
    )
    .orderBy(asc(assessorAuthorisations.checklistId));
}

export const candidatesShown = 40;

/** Who may be assessed by the actor: at work in their units, in a post some scheme examines by a checklist they are authorised for today, not themselves. At most forty, and whether there are more. */
export async function findCandidates(context: Context, search: string) {
  const { store, actor, content, now } = context;
  const { people, assignments, units } = store.t;
  const authorised = await listOwnAuthorisations(context);
  const assesses = (practicals: readonly string[]) => practicals.some((id) => authorised.some((one) => one.checklistId === id));
  const posts = [...new Set([...schemesOf(content).values()].flatMap(({ scheme }) => (assesses(scheme.practicals) ? scheme.posts : [])))];
  const unitIds = await assessedUnits(context);
  if (unitIds.length === 0 || posts.length === 0) return { candidates: [], more: false };
  // Nobody is called % or _, and as wildcards they would find everybody.
  const wanted = `%${search.trim().replace(/[%_\\]/g, "")}%`;
  const rows = await store.read
    .select({ id: people.id, name: people.name, staffNo: people.staffNo, post: assignments.post, unitName: units.name })
    .from(people)
    .innerJoin(assignments, and(eq(assignments.personId, people.id), isNewestAssignment(store.t)))
    .innerJoin(units, eq(units.id, assignments.unitId))
    .where(
      and(
        inArray(assignments.unitId, unitIds),
        inArray(assignments.post, posts),
        ne(people.id, actor.personId ?? ""),
        or(isNull(people.leftOn), gte(people.leftOn, dayOf(now))),
        or(like(people.name, wanted), like(people.staffNo, wanted)),
      ),
    )
    .orderBy(asc(people.staffNo))
    .limit(candidatesShown + 1);
  return { candidates: rows.slice(0, candidatesShown), more: rows.length > candidatesShown };
}

/** What the actor could assess a candidate in: each checklist of each scheme of the post, why not where not, what is under way and how it last went. Null outside the actor's units. */
export async function findStartOptions(context: Context, candidateId: string) {
  const { store, content, actor, now } = context;
  const { practicals, people } = store.t;
  const candidate = await findPerson(context, candidateId);
  if (!candidate || candidate.unitId === null || !(await assessedUnits(context)).includes(candidate.unitId)) return null;
  const authorisations = await listOwnAuthorisations(context);
  const underWay = await store.read
    .select({ id: practicals.id, checklistId: practicals.checklistId, assessorId: practicals.assessorId, assessor: people.name })
    .from(practicals)
    .innerJoin(people, eq(people.id, practicals.assessorId))
    .where(and(eq(practicals.candidateId, candidateId), inArray(practicals.state, ["open", "finished"])));
  const signed = await listSignedPracticals(store.read, context, { personIds: [candidateId] });
  const options = [...schemesOf(content).values()]
    .filter(({ scheme }) => scheme.posts.some((post) => post === candidate.post))
    .flatMap(({ scheme }) =>
      scheme.practicals.flatMap((checklistId) => {
        const checklist = checklistsOf(content).get(checklistId)?.checklist;
        if (!checklist) return [];
        const decided = decideStart({ assessorId: actor.personId ?? "", candidate, scheme, checklistId, authorisations, today: dayOf(now) });
        const busy = underWay.find((one) => one.checklistId === checklistId);
        const last = signed.find((one) => one.checklistId === checklistId && one.schemeId === scheme.id);
        const refusal: StartRefusal | null = decided.ok ? null : decided.refusal;
        return [{
          schemeId: scheme.id,
          schemeTitle: scheme.title,
          checklistId,
          title: checklist.title,
          minutes: checklist.minutes,
          steps: stepsOf(checklist).length,
          refusal,
          underWay: busy ? { id: busy.assessorId === actor.personId ? busy.id : null, assessor: busy.assessor } : null,
          last: last ? { outcome: last.outcome, signedAt: last.signedAt } : null,
        }];
      }),
    );
  const { id, name, staffNo, unitName } = candidate;
  return { candidate: { id, name, staffNo, unitName }, options };
}

/** The actor's own signed practicals, newest first: for the page of one's exams. */
export async function listPracticalsAsCandidate(context: Context): Promise<OwnPractical[]> {
  const { actor, content, store } = context;
  const { practicals, contentVersions } = store.t;
  const signed = await listSignedPracticals(store.read, context, { personIds: actor.personId === null ? [] : [actor.personId] });
  if (signed.length === 0) return [];
  const titles = await store.read
    .select({ id: practicals.id, body: contentVersions.body })
    .from(practicals)
    .innerJoin(contentVersions, isVersionOf(context))
    .where(inArray(practicals.id, signed.map((one) => one.practicalId)));
  return signed.map(({ practicalId, schemeId, checklistId, outcome, signedAt }) => ({
    id: practicalId,
    title: Titled.safeParse(titles.find((one) => one.id === practicalId)?.body).data?.title ?? checklistId,
    schemeTitle: schemesOf(content).get(schemeId)?.scheme.title ?? schemeId,
    outcome,
    signedAt,
  }));
}
