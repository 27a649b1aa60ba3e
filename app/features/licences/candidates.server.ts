import { listTheoryOutcomes } from "#app/features/exams/outcomes.server.ts";
import { can, unitsFor } from "#app/features/people/access.ts";
import type { Context } from "#app/features/people/context.ts";
import { findPerson, listPeople, type PersonCard } from "#app/features/people/people.server.ts";
import { listUnits } from "#app/features/people/units.server.ts";
import { findChecklist } from "#app/features/practicals/catalogue.server.ts";
import { listSignedPracticals } from "#app/features/practicals/outcomes.server.ts";
import { findScheme, schemesOf } from "#app/features/standards/schemes.server.ts";
import type { Scheme } from "#app/features/standards/scheme.ts";
import { dayOf } from "#app/lib/clock.ts";
import { eligibility, type Eligibility } from "./eligibility.ts";
import { readLicences } from "./ledgers.server.ts";
import { standing } from "./standing.ts";

/** Somebody on the way to a licence, with what is there and what is missing. */
export type Candidate = { person: PersonCard; scheme: { id: string; title: string }; eligibility: Eligibility; ready: boolean };

async function judge(context: Context, people: readonly PersonCard[], schemes: readonly Scheme[]): Promise<(Candidate & { begun: boolean })[]> {
  const { store, actor, now } = context;
  const personIds = people.map((person) => person.id);
  const on = dayOf(now);
  const theory = bySubject(await listTheoryOutcomes(store.read, context, { personIds }));
  const practicals = bySubject(await listSignedPracticals(store.read, context, { personIds }));
  const licences = bySubject(personIds.length === 0 ? [] : await readLicences(store.read, context, { personIds }));
  return people.flatMap((person) =>
    schemes.map((scheme) => {
      const mine = <T extends { personId: string; schemeId: string }>(all: Map<string, T[]>) => (all.get(person.id) ?? []).filter((one) => one.schemeId === scheme.id);
      const judged = eligibility({
        scheme,
        theory: mine(theory),
        practicals: mine(practicals),
        held: mine(licences).map((one) => ({ licenceId: one.id, attemptId: one.attemptId, standing: standing(one.events, one.validity, on), validUntil: one.validity.validUntil })),
        candidate: { personId: person.id, leftOn: person.leftOn },
        issuerId: actor.personId,
        on,
      });
      const begun = mine(theory).length + mine(practicals).length > 0;
      return { person, scheme: { id: scheme.id, title: scheme.title }, eligibility: judged, ready: judged.obstacles.length === 0, begun };
    }),
  );
}

function bySubject<T extends { personId: string }>(all: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(one.personId, [...(groups.get(one.personId) ?? []), one]);
  return groups;
}

/**
 * Everybody the actor may issue a licence to who has sat at least one examination of a scheme and was not yet given the licence for it;
 * who is ready comes first, then by what is missing. Who has left is not listed.
 */
export async function listCandidates(context: Context): Promise<Candidate[]> {
  const unitIds = unitsFor(context.actor, "licence.issue", await listUnits(context));
  if (unitIds.length === 0) return [];
  const people = (await listPeople(context, { unitIds })).filter((person) => person.leftOn === null);
  const judged = await judge(context, people, [...schemesOf(context.content).values()].map((one) => one.scheme));
  return judged
    .filter(({ begun, eligibility: { obstacles } }) => begun && !obstacles.some((one) => one.kind === "already-issued"))
    .toSorted((a, b) => a.eligibility.obstacles.length - b.eligibility.obstacles.length)
    .map(({ begun: _, ...candidate }) => candidate);
}

/** One candidate and one scheme, as the issuer sees it before issuing; null when there is none, or none the actor may issue to. */
export async function findCandidate(context: Context, personId: string, schemeId: string): Promise<(Candidate & { full: Scheme }) | null> {
  const found = findScheme(context.content, schemeId);
  const person = await findPerson(context, personId);
  if (!found || !person || !can(context.actor, "licence.issue", { unitPath: person.unitPath })) return null;
  const [candidate] = await judge(context, [person], [found.scheme]);
  return candidate ? { ...candidate, full: found.scheme } : null;
}

/** The titles of checklists by id, for the sentences about what is missing. */
export function checklistTitles({ content }: Pick<Context, "content">, ids: readonly string[]): Record<string, string> {
  return Object.fromEntries(ids.map((id) => [id, findChecklist(content, id)?.checklist.title ?? id]));
}
