import { and, eq } from "drizzle-orm";
import { record } from "#app/features/audit/record.server.ts";
import { notify } from "#app/features/notifications/notify.server.ts";
import { confirmPassword } from "#app/features/people/confirm.server.ts";
import type { Context } from "#app/features/people/context.ts";
import { findPerson } from "#app/features/people/people.server.ts";
import type { Origin } from "#app/features/people/sessions.server.ts";
import { ok, refused, type Result } from "#app/lib/result.ts";
import type { Db } from "#db/client.ts";
import { practicalEvent } from "./events.ts";
import { assessedUnits, checklistOf, findOwn, listSignatures, take, type Practical } from "./practical.server.ts";
import { nextState } from "./states.ts";

/** A signature on the assessor's tablet. `recordHash` is that of the record on the screen: what was shown is what is signed. */
export type SignatureInput =
  | { by: "candidate"; decision: "signed"; password: string; recordHash: string }
  | { by: "candidate"; decision: "refused"; reason: string; recordHash: string }
  | { by: "assessor"; recordHash: string };
export type SignRefusal = "no-such-practical" | "changed-meanwhile" | "already-signed" | "wrong-password" | "too-many" | "password-not-own";

/**
 * Signs a finished practical of the actor's own: the candidate with their own password, or with a refusal and its reason; the assessor with this session.
 * The second signature makes the record final, in the same transaction. Answers whether it is final now.
 */
export async function signPractical(context: Context, origin: Origin, id: string, input: SignatureInput): Promise<Result<{ final: boolean }, SignRefusal>> {
  const { store, now } = context;
  const unitIds = await assessedUnits(context);
  const shown = await findOwn(store.read, context, id);
  if (!shown || !unitIds.includes(shown.unitId)) return refused("no-such-practical");
  if (shown.state !== "finished" || shown.recordHash !== input.recordHash) return refused("changed-meanwhile");
  if (input.by === "candidate" && input.decision === "signed") {
    const confirmed = await confirmPassword(context, shown.candidateId, input.password, origin);
    if (!confirmed.ok) return refused(confirmed.refusal === "wrong" ? "wrong-password" : confirmed.refusal === "must-change" ? "password-not-own" : "too-many");
  }
  const candidate = await findPerson(context, shown.candidateId);

  return store.write(async (tx): Promise<Result<{ final: boolean }, SignRefusal>> => {
    const taken = await take(tx, context, { id, from: "finished", to: "finished", unitIds });
    if (!taken.ok) return taken;
    const practical = taken.value;
    if (practical.recordHash !== input.recordHash) return refused("changed-meanwhile");
    const given = await listSignatures(tx, context, id);
    if (given.some((one) => one.role === input.by)) return refused("already-signed");
    const about = { subject: id, personId: practical.candidateId };
    const { recordHash } = input;
    if (input.by === "assessor") {
      await tx.insert(store.t.practicalSignatures).values({ practicalId: id, role: "assessor", personId: practical.assessorId, decision: "signed", recordHash, signedAt: now });
      await record(tx, context, practicalEvent("practical.assessor-signed", about, { recordHash }));
    } else {
      const { decision } = input;
      const reason = input.decision === "refused" ? input.reason : null;
      await tx.insert(store.t.practicalSignatures).values({ practicalId: id, role: "candidate", personId: practical.candidateId, decision, reason, recordHash, signedAt: now });
      await record(tx, context, practicalEvent("practical.candidate-signed", about, { decision, reason, recordHash }));
    }
    if (given.length === 0) return ok({ final: false });
    return makeFinal(tx, context, practical, candidate);
  });
}

/** The last step: both signatures are there. The candidate and their unit hear of it. */
async function makeFinal(tx: Db, context: Context, practical: Practical, candidate: { name: string; staffNo: string } | null): Promise<Result<{ final: boolean }, "changed-meanwhile">> {
  const { store, now } = context;
  const { practicals } = store.t;
  const next = nextState(practical.state, "sign");
  if (!next.ok || practical.outcome === null || practical.recordHash === null) return refused("changed-meanwhile");
  const signed = await tx
    .update(practicals)
    .set({ state: next.value, signedAt: now })
    .where(and(eq(practicals.id, practical.id), eq(practicals.state, practical.state)))
    .returning();
  if (signed.length === 0) return refused("changed-meanwhile");
  await record(tx, context, practicalEvent("practical.signed", { subject: practical.id, personId: practical.candidateId }, { outcome: practical.outcome, recordHash: practical.recordHash }));
  const { title } = await checklistOf(tx, context, practical);
  const news = { kind: "practical.signed", name: candidate?.name ?? "", staffNo: candidate?.staffNo ?? "", title, passed: practical.outcome === "passed" } as const;
  await notify(tx, context, { personId: practical.candidateId }, practical.id, news);
  await notify(tx, context, { unitId: practical.unitId }, practical.id, news);
  return ok({ final: true });
}
