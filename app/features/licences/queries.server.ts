import { and, eq } from "drizzle-orm";
import { listTheoryOutcomes } from "#app/features/exams/outcomes.server.ts";
import { can } from "#app/features/people/access.ts";
import type { Context, House } from "#app/features/people/context.ts";
import { findPerson } from "#app/features/people/people.server.ts";
import { PracticalResult } from "#app/features/practicals/scoring.ts";
import { dayOf, daysBetween, type Day } from "#app/lib/clock.ts";
import type { LicenceTask } from "./body.ts";
import { isGood } from "./labels.ts";
import { readLicences, type LicenceRecord } from "./ledgers.server.ts";
import { maskedName } from "./masked-name.ts";
import { holderStanding, standing, type HolderStanding } from "./standing.ts";

/** A licence on a day. `daysLeft` counts from that day to the last valid one: 0 on the last day, negative afterwards. */
export type LicenceWithStanding = {
  id: string;
  number: string;
  personId: string;
  schemeId: string;
  title: string;
  company: string;
  tasks: LicenceTask[];
  validFrom: Day;
  validUntil: Day;
  standing: HolderStanding;
  daysLeft: number;
};

function onDay(licence: LicenceRecord, on: Day): LicenceWithStanding {
  const { id, number, personId, schemeId, body, validity } = licence;
  return {
    id,
    number,
    personId,
    schemeId,
    title: body.scheme.title,
    company: body.company,
    tasks: body.tasks,
    validFrom: validity.validFrom,
    validUntil: validity.validUntil,
    standing: holderStanding(standing(licence.events, validity, on), licence.holderLeftOn, on),
    daysLeft: daysBetween(on, validity.validUntil),
  };
}

/**
 * All licences of some people with their standing on a day, past or future, newest first. For other areas' pages:
 * the caller names only people it has asked `can` about.
 */
export async function listLicencesWithStanding(context: Pick<Context, "store">, { personIds, on }: { personIds: readonly string[]; on: Day }): Promise<LicenceWithStanding[]> {
  if (personIds.length === 0) return [];
  const licences = await readLicences(context.store.read, context, { personIds });
  return licences.map((licence) => onDay(licence, on));
}

/** The actor's own licences today, newest first; `code` is what the QR code on the card carries. */
export async function listOwnLicences(context: Context & { actor: { personId: string } }) {
  const licences = await readLicences(context.store.read, context, { personIds: [context.actor.personId] });
  return licences.map((licence) => ({ ...onDay(licence, dayOf(context.now)), holder: licence.body.holder, code: licence.code }));
}

/** A licence whose holder the actor may read: today's standing, its ledger, the examinations it rests on, what the actor may do. Null when there is none, or none the actor may know of. */
export async function findLicence(context: Context, id: string) {
  const [licence] = await readLicences(context.store.read, context, { ids: [id] });
  const person = licence ? await findPerson(context, licence.personId) : null;
  if (!licence || !person || !can(context.actor, "licence.read", { personId: person.id, unitPath: person.unitPath })) return null;
  const mayGovern = can(context.actor, "licence.govern", { unitPath: person.unitPath }) && person.id !== context.actor.personId;
  return { ...onDay(licence, dayOf(context.now)), holder: licence.body.holder, code: licence.code, unitName: person.unitName, ledger: licence.events, evidence: await evidenceOf(context, licence), mayGovern };
}

/** The examinations a licence rests on, with their scores of today; `percent` is 0 to 100. */
async function evidenceOf(context: Context, record: LicenceRecord) {
  const { store } = context;
  const { practicals, licencePracticals, people } = store.t;
  const theory = (await listTheoryOutcomes(store.read, context, { personIds: [record.personId], schemeId: record.schemeId })).find((one) => one.attemptId === record.attemptId);
  const rows = await store.read
    .select({ practicalId: practicals.id, result: practicals.result, signedAt: practicals.signedAt, assessor: people.name })
    .from(licencePracticals)
    .innerJoin(practicals, and(eq(practicals.id, licencePracticals.practicalId), eq(practicals.candidateId, record.personId)))
    .innerJoin(people, eq(people.id, practicals.assessorId))
    .where(eq(licencePracticals.licenceId, record.id));
  return {
    theory: theory ? { title: theory.sittingTitle, percent: theory.percent, on: dayOf(theory.sealedAt) } : null,
    practicals: record.body.evidence.practicals.flatMap(({ practicalId, title }) => {
      const row = rows.find((one) => one.practicalId === practicalId);
      const result = PracticalResult.pick({ percent: true }).safeParse(row?.result);
      return row && row.signedAt !== null ? [{ practicalId, title, assessor: row.assessor, on: dayOf(row.signedAt), percent: result.success ? result.data.percent : null }] : [];
    }),
  };
}

/** What a stranger who scanned a licence may know of it. */
export type Verification = Pick<LicenceWithStanding, "number" | "title" | "company" | "tasks" | "validFrom" | "validUntil" | "standing" | "daysLeft"> & { maskedName: string; good: boolean };

/** The public check of a licence by the code on it; null when no licence was ever issued under it. Nothing of the holder but a masked name leaves the server. */
export async function findVerification(house: House, code: string): Promise<Verification | null> {
  const [licence] = await readLicences(house.store.read, house, { code });
  if (!licence) return null;
  const { number, title, company, tasks, validFrom, validUntil, standing, daysLeft } = onDay(licence, dayOf(house.now));
  return { number, title, company, tasks, validFrom, validUntil, standing, daysLeft, maskedName: maskedName(licence.body.holder.name), good: isGood(standing) };
}
