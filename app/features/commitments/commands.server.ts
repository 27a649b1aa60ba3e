import { and, eq, isNull } from "drizzle-orm";
import { record } from "#app/features/audit/record.server.ts";
import { issueLicence, type FreshLicence, type IssueResult } from "#app/features/licences/issue.server.ts";
import { notify } from "#app/features/notifications/notify.server.ts";
import { can } from "#app/features/people/access.ts";
import type { Context } from "#app/features/people/context.ts";
import { isLastAdmin } from "#app/features/people/last-admin.server.ts";
import { findPerson } from "#app/features/people/people.server.ts";
import { findClause, standardsOf } from "#app/features/standards/catalogue.server.ts";
import { addDays, dayOf, type Day } from "#app/lib/clock.ts";
import { ok, refused, type Refusal, type Result } from "#app/lib/result.ts";
import type { Db } from "#db/client.ts";
import { commitmentEvent } from "./events.ts";
import { readCommitments } from "./queries.server.ts";
import { commitmentStanding, periodOf } from "./standing.ts";

/**
 * Issues a licence together with its service commitment, or with the waiver of it and why, in one transaction.
 * The commitment starts on the licence's first day and runs for the scheme's months (安然燃气客户服务规范, 培训和持证上岗制度 四: two years or more).
 * Refusals are those of `issueLicence`; pressing twice issues once and answers `already-issued` with the licence.
 */
export async function issueWithCommitment(context: Context, input: { personId: string; schemeId: string; waiver?: { reason: string } }): Promise<IssueResult | Refusal<"waiver-reason-missing">> {
  const { waiver } = input;
  if (waiver && waiver.reason.trim() === "") return refused("waiver-reason-missing");
  return issueLicence(context, input, (tx, licence) => begin(tx, context, licence, waiver));
}

async function begin(tx: Db, context: Context, { licenceId, holder, scheme, validFrom }: FreshLicence, waiver: { reason: string } | undefined): Promise<void> {
  const { store, content, actor, now, newId } = context;
  const { t } = store;
  if (actor.personId === null) throw new Error("a commitment is entered by a person");
  const id = newId();
  const { startsOn, endsOn } = periodOf(validFrom, scheme.commitment.months);
  const duty = findClause(standardsOf(content), scheme.commitment.clause)?.clause.duty ?? "";
  await tx.insert(t.commitments).values({ id, licenceId, personId: holder.id, startsOn, endsOn, months: scheme.commitment.months, createdAt: now });
  const first = waiver ? ({ kind: "waived", reason: waiver.reason } as const) : ({ kind: "started", reason: duty } as const);
  await tx.insert(t.commitmentEvents).values({ commitmentId: id, seq: 1, ...first, effectiveOn: startsOn, actorId: actor.personId, at: now });
  if (waiver) return record(tx, context, commitmentEvent("commitment.waived", id, holder.id, { licenceId, reason: waiver.reason }));
  await record(tx, context, commitmentEvent("commitment.started", id, holder.id, { licenceId, startsOn, endsOn }));
  const message = { kind: "commitment.started", name: holder.name, staffNo: holder.staffNo, startsOn, endsOn } as const;
  await notify(tx, context, { personId: holder.id }, licenceId, message);
  if (holder.unitId !== null) await notify(tx, context, { unitId: holder.unitId }, licenceId, message);
}

/**
 * Ends a person's running commitments early, inside the transaction that records the leaving; `leftOn` is the last day served.
 * A commitment fulfilled by that day, waived or ended before stays as it is. Answers how many were ended. What is owed is not this system's to say.
 */
export async function endCommitmentsOf(tx: Db, context: Context, personId: string, leftOn: Day, reason: string): Promise<number> {
  const { store, actor, now } = context;
  if (actor.personId === null) throw new Error("a leaving is recorded by a person");
  const effectiveOn = addDays(leftOn, 1);
  let ended = 0;
  for (const { id, licenceId, startsOn, endsOn, events } of await readCommitments(tx, context, { personIds: [personId] })) {
    const { state } = commitmentStanding(events, { startsOn, endsOn }, effectiveOn);
    if (state !== "running" && state !== "not-yet") continue;
    await tx.insert(store.t.commitmentEvents).values({ commitmentId: id, seq: events.length + 1, kind: "ended-early", effectiveOn, actorId: actor.personId, reason, at: now });
    await record(tx, context, commitmentEvent("commitment.ended-early", id, personId, { licenceId, leftOn, reason }));
    ended += 1;
  }
  return ended;
}

/**
 * Records that somebody leaves: `leftOn` is the last working day, past or future. Ends their sessions once that day has come, and their running
 * commitments early; their licences' ledgers stay untouched, although from the day after nobody works on them (see `holderStanding`).
 */
export async function recordLeaving(
  context: Context,
  { personId, leftOn, reason }: { personId: string; leftOn: Day; reason: string },
): Promise<Result<{ commitmentsEnded: number }, "not-allowed" | "no-such-person" | "already-left" | "before-hired" | "too-far-ahead" | "reason-missing" | "last-admin">> {
  const { store, actor, now } = context;
  const { people, sessions } = store.t;
  const person = await findPerson(context, personId);
  if (!person) return refused("no-such-person");
  if (!can(actor, "person.leave", { unitPath: person.unitPath }) || actor.personId === null) return refused("not-allowed");
  if (leftOn < person.hiredOn) return refused("before-hired");
  // A leaving is not taken back: a year mistyped must not stand.
  if (leftOn > addDays(dayOf(now), 366)) return refused("too-far-ahead");
  if (reason.trim() === "") return refused("reason-missing");
  return store.write(async (tx) => {
    if (await isLastAdmin(tx, context, personId)) return refused("last-admin");
    const left = await tx.update(people).set({ leftOn, leftReason: reason }).where(and(eq(people.id, personId), isNull(people.leftOn))).returning({ id: people.id });
    if (left.length === 0) return refused("already-left");
    const gone = leftOn <= dayOf(now);
    const ended = gone
      ? await tx.update(sessions).set({ endedAt: now }).where(and(eq(sessions.personId, personId), isNull(sessions.endedAt))).returning({ id: sessions.id })
      : [];
    const commitmentsEnded = await endCommitmentsOf(tx, context, personId, leftOn, reason);
    await record(tx, context, commitmentEvent("person.left", personId, personId, { leftOn, reason, commitmentsEnded, sessionsEnded: ended.length }));
    return ok({ commitmentsEnded });
  });
}
