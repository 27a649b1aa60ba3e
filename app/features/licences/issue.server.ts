import { and, eq, isNull, like, max, sql } from "drizzle-orm";
import { record } from "#app/features/audit/record.server.ts";
import { listTheoryOutcomes } from "#app/features/exams/outcomes.server.ts";
import { notify } from "#app/features/notifications/notify.server.ts";
import { can } from "#app/features/people/access.ts";
import type { Context } from "#app/features/people/context.ts";
import { findPerson, type PersonCard } from "#app/features/people/people.server.ts";
import { findChecklist } from "#app/features/practicals/catalogue.server.ts";
import { listSignedPracticals } from "#app/features/practicals/outcomes.server.ts";
import { standardsOf } from "#app/features/standards/catalogue.server.ts";
import { companyKeyOf } from "#app/features/standards/company.server.ts";
import type { Scheme } from "#app/features/standards/scheme.ts";
import { findScheme } from "#app/features/standards/schemes.server.ts";
import { keepVersions } from "#app/features/standards/versions.server.ts";
import { hashOf } from "#app/lib/canonical.server.ts";
import { dayOf, instantOf, type Day } from "#app/lib/clock.ts";
import { ok, refused, type Refusal } from "#app/lib/result.ts";
import { isUniqueViolation, type Db } from "#db/client.ts";
import { LicenceBody } from "./body.ts";
import { eligibility, type Obstacle } from "./eligibility.ts";
import { licenceIssued } from "./events.ts";
import { readLicences } from "./ledgers.server.ts";
import { licenceNumber, parseLicenceNumber } from "./number.ts";
import { standing } from "./standing.ts";

/** A licence about to be pronounced issued: what the service commitment that comes with it needs to know. */
export type FreshLicence = { licenceId: string; holder: PersonCard; scheme: Scheme; validFrom: Day };

export type IssueRefusal =
  | Refusal<"no-such-person" | "no-such-scheme" | "not-allowed">
  | (Refusal<"already-issued"> & { licenceId: string })
  | (Refusal<"not-eligible"> & { obstacles: Obstacle[] });
export type IssueResult = { ok: true; value: { licenceId: string; number: string } } | IssueRefusal;

/**
 * Issues the licence of a scheme to a person, valid from today, in one transaction: licence, evidence, whatever `bind` adds
 * (the service commitment, without which the database refuses), the ledger's first entry, audit event, messages.
 * Refusals: `already-issued` with the licence when the newest theory result carries one; `not-eligible` with everything that stands in the way.
 */
export async function issueLicence(context: Context, input: { personId: string; schemeId: string }, bind: (tx: Db, licence: FreshLicence) => Promise<void>): Promise<IssueResult> {
  const found = findScheme(context.content, input.schemeId);
  if (!found) return refused("no-such-scheme");
  const holder = await findPerson(context, input.personId);
  if (!holder) return refused("no-such-person");
  const issuerId = context.actor.personId;
  if (issuerId === null || !can(context.actor, "licence.issue", { unitPath: holder.unitPath }) || holder.unitId === null) return refused("not-allowed");
  const company = companyName(context, await companyKeyOf(context, holder.unitId));
  const issue = { ...found, holder, unitId: holder.unitId, issuerId, company, bind };

  // Two issuers at once may draw the same running number: the constraint refuses one, which then draws the next.
  for (let tries = 1; ; tries += 1) {
    try {
      return await context.store.write((tx) => issueOnce(tx, context, issue));
    } catch (error) {
      if (!isUniqueViolation(error) || tries === 5) throw error;
    }
  }
}

type Issue = { scheme: Scheme; hash: string; holder: PersonCard; unitId: string; issuerId: string; company: string; bind: (tx: Db, licence: FreshLicence) => Promise<void> };

async function issueOnce(tx: Db, context: Context, { scheme, hash, holder, unitId, issuerId, company, bind }: Issue): Promise<IssueResult> {
  const { store, now, newId } = context;
  const { t } = store;
  const today = dayOf(now);
  // Holds the person's row: a second issuer or a leaving recorded at the same moment waits here, and then sees this licence.
  const stays = await tx.update(t.people).set({ staffNo: sql`${t.people.staffNo}` }).where(and(eq(t.people.id, holder.id), isNull(t.people.leftOn))).returning({ id: t.people.id });

  const where = { personIds: [holder.id], schemeId: scheme.id };
  const given = await readLicences(tx, context, where);
  const { theory, practicals, obstacles, window, validFrom, validUntil } = eligibility({
    scheme,
    theory: await listTheoryOutcomes(tx, context, where),
    practicals: await listSignedPracticals(tx, context, where),
    held: given.map((one) => ({ licenceId: one.id, attemptId: one.attemptId, standing: standing(one.events, one.validity, today), validUntil: one.validity.validUntil })),
    candidate: { personId: holder.id, leftOn: stays.length === 0 ? (holder.leftOn ?? today) : null },
    issuerId,
    on: today,
  });
  const earlier = obstacles.find((one) => one.kind === "already-issued");
  if (earlier) return { ...refused("already-issued"), licenceId: earlier.licenceId };
  const evidence = practicals.flatMap((one) => (one.state === "there" ? [one.evidence] : []));
  if (obstacles.length > 0 || theory.evidence === null) return { ...refused("not-eligible"), obstacles };

  const body: LicenceBody = {
    holder: { name: holder.name, staffNo: holder.staffNo },
    company,
    scheme: { id: scheme.id, title: scheme.title, hash },
    tasks: scheme.tasks,
    expiringDays: scheme.validity.expiringDays,
    evidence: {
      notBefore: instantOf(window.from),
      attemptId: theory.evidence.attemptId,
      practicals: evidence.map(({ practicalId, checklistId }) => ({ practicalId, checklistId, title: findChecklist(context.content, checklistId)?.checklist.title ?? checklistId })),
    },
  };
  const licenceId = newId();
  const number = await nextNumber(tx, context, Number(today.slice(0, 4)));
  const bodyHash = hashOf(body);
  await keepVersions(tx, context, "scheme", [{ key: scheme.id, body: scheme }]);
  await tx.insert(t.licences).values({
    id: licenceId,
    number,
    code: newId(),
    personId: holder.id,
    schemeId: scheme.id,
    schemeHash: hash,
    attemptId: theory.evidence.attemptId,
    practicalsRequired: scheme.practicals.length,
    validFrom,
    validUntil,
    body,
    bodyHash,
    createdAt: now,
  });
  await tx.insert(t.licencePracticals).values(evidence.map(({ practicalId }) => ({ licenceId, practicalId })));
  await bind(tx, { licenceId, holder, scheme, validFrom });
  // Last, because the database now checks everything once more: see guard_licence_issue.
  await tx.insert(t.licenceEvents).values({ licenceId, seq: 1, kind: "issued", effectiveOn: today, actorId: issuerId, reason: "理论考试和实操考核均合格", at: now });

  const practicalIds = evidence.map((one) => one.practicalId);
  await record(tx, context, licenceIssued(licenceId, holder.id, { number, schemeId: scheme.id, schemeHash: hash, attemptId: theory.evidence.attemptId, practicalIds, validFrom, validUntil, bodyHash }));
  const message = { kind: "licence.issued", name: holder.name, staffNo: holder.staffNo, title: scheme.title, number, validUntil } as const;
  await notify(tx, context, { personId: holder.id }, licenceId, message);
  await notify(tx, context, { unitId }, licenceId, message);
  return ok({ licenceId, number });
}

/** The next number of a year: one after the highest that was given. */
async function nextNumber(tx: Db, { store }: Context, year: number): Promise<string> {
  const { licences } = store.t;
  const [row] = await tx.select({ last: max(licences.number) }).from(licences).where(like(licences.number, `AR-${year}-%`));
  const last = row?.last ? parseLicenceNumber(row.last) : null;
  return licenceNumber(year, (last?.running ?? 0) + 1);
}

function companyName({ content }: Context, key: string): string {
  return standardsOf(content).companies.find((one) => one.id === key)?.name ?? key;
}
