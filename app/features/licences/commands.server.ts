import { record } from "#app/features/audit/record.server.ts";
import { notify } from "#app/features/notifications/notify.server.ts";
import { can } from "#app/features/people/access.ts";
import type { Context } from "#app/features/people/context.ts";
import { findPerson } from "#app/features/people/people.server.ts";
import { dayOf } from "#app/lib/clock.ts";
import { ok, refused, type Result } from "#app/lib/result.ts";
import { isUniqueViolation } from "#db/client.ts";
import { licenceChanged } from "./events.ts";
import { readLicences } from "./ledgers.server.ts";
import { acceptEvent, type LedgerRefusal } from "./standing.ts";

type Change = "suspended" | "reinstated" | "revoked";
type ChangeRefusal = LedgerRefusal | "no-such-licence" | "not-allowed" | "own-licence" | "reason-missing" | "changed-meanwhile";
type ChangeInput = { licenceId: string; reason: string };
export type ChangeResult = Result<{ seq: number }, ChangeRefusal>;

/** Suspends a licence from today. The reason goes into the ledger, to the holder and to the unit. */
export function suspendLicence(context: Context, input: ChangeInput): Promise<ChangeResult> {
  return changeLicence(context, "suspended", input);
}

/** Ends a suspension today; the end of the licence does not move. */
export function reinstateLicence(context: Context, input: ChangeInput): Promise<ChangeResult> {
  return changeLicence(context, "reinstated", input);
}

/** Revokes a licence for good: the holder has to be examined anew. */
export function revokeLicence(context: Context, input: ChangeInput): Promise<ChangeResult> {
  return changeLicence(context, "revoked", input);
}

async function changeLicence(context: Context, kind: Change, { licenceId, reason }: ChangeInput): Promise<ChangeResult> {
  const { store, actor, now } = context;
  const today = dayOf(now);
  const [before] = await readLicences(store.read, context, { ids: [licenceId] });
  const holder = before ? await findPerson(context, before.personId) : null;
  if (!holder || !can(actor, "licence.read", { personId: holder.id, unitPath: holder.unitPath })) return refused("no-such-licence");
  if (actor.personId === null || !can(actor, "licence.govern", { unitPath: holder.unitPath })) return refused("not-allowed");
  if (actor.personId === holder.id) return refused("own-licence");
  if (reason.trim() === "") return refused("reason-missing");
  const actorId = actor.personId;
  try {
    return await store.write(async (tx) => {
      const [licence] = await readLicences(tx, context, { ids: [licenceId] });
      if (!licence) return refused("no-such-licence");
      const accepted = acceptEvent(licence.events, licence.validity, kind, today);
      if (!accepted.ok) return accepted;
      const seq = accepted.value;
      await tx.insert(store.t.licenceEvents).values({ licenceId, seq, kind, effectiveOn: today, actorId, reason, at: now });
      await record(tx, context, licenceChanged(kind, licenceId, holder.id, { number: licence.number, seq, effectiveOn: today, reason }));
      const message = { kind: "licence.changed", name: holder.name, staffNo: holder.staffNo, number: licence.number, change: kind, reason } as const;
      await notify(tx, context, { personId: holder.id }, licenceId, message);
      if (holder.unitId !== null) await notify(tx, context, { unitId: holder.unitId }, licenceId, message);
      return ok({ seq });
    });
  } catch (error) {
    // Two at once draw the same sequence; the ledger takes one, and the other reads it before deciding again.
    if (isUniqueViolation(error)) return refused("changed-meanwhile");
    throw error;
  }
}
