import { and, eq, gt, inArray, sql } from "drizzle-orm";
import type { Context } from "#app/features/people/context.ts";
import { Response } from "#app/features/questions/response.ts";
import { canonical } from "#app/lib/canonical.server.ts";
import { ok, refused, type Result } from "#app/lib/result.ts";
import { isGuardRefusal } from "#db/client.ts";
import { finalAnswers, type Answer } from "./answers.ts";
import { isOpen } from "./attempt.ts";

/** An answer event that is on the server. */
export type Mark = { slot: number; seq: number };
/** The answer that counts where it is not the one that was sent: another device answered the slot too, `agoMs` before now. */
export type Newer = Answer & { agoMs: number };
export type Saved = { state: "open"; stored: Mark[]; newer: Newer[]; remainingMs: number } | { state: "closed"; stored: Mark[] };

type Saver = Pick<Context, "store" | "actor" | "now">;

/**
 * Keeps answer events of the actor's own attempt. `stored` lists those that are on the server, replays included; an event whose sequence
 * another device has used for another answer is not stored, and `newer` says what counts there. At or after the deadline or the seal
 * nothing is kept as an answer any more: the events go to the late ones and the state is `closed`.
 * Refusals: `no-such-attempt`, also for somebody else's; `unknown-slot`.
 */
export async function saveAnswers(context: Saver, attemptId: string, sent: readonly Answer[]): Promise<Result<Saved, "no-such-attempt" | "unknown-slot">> {
  const { store, actor, now } = context;
  const { attempts } = store.t;
  const [attempt] = await store.read
    .select({ state: attempts.state, deadlineAt: attempts.deadlineAt, slots: sql<number>`json_array_length(${attempts.paper})` })
    .from(attempts)
    .where(and(eq(attempts.id, attemptId), eq(attempts.personId, actor.personId ?? "")));
  if (!attempt) return refused("no-such-attempt");
  if (sent.some((answer) => answer.slot < 1 || answer.slot > attempt.slots)) return refused("unknown-slot");
  if (!isOpen(attempt, now)) return ok(await keepLate(context, attemptId, sent));
  const kept = sent.length === 0 ? { stored: [], newer: [] } : await keep(context, attemptId, sent);
  return ok(kept === "closed" ? await keepLate(context, attemptId, sent) : { state: "open", ...kept, remainingMs: attempt.deadlineAt - now });
}

/** One conditional write: whose attempt it is, that it is open and that there is time are part of every insert. `closed` when it was sealed meanwhile. */
async function keep({ store, actor, now }: Saver, attemptId: string, sent: readonly Answer[]): Promise<{ stored: Mark[]; newer: Newer[] } | "closed"> {
  const { attempts, answers } = store.t;
  const isTheirsAndOpen = and(eq(attempts.id, attemptId), eq(attempts.personId, actor.personId ?? ""), eq(attempts.state, "open"), gt(attempts.deadlineAt, now));
  try {
    return await store.write(async (tx) => {
      const unclear: Answer[] = [];
      // In one order on every device: two that write the same slots wait for each other and never in a circle.
      for (const answer of [...sent].sort((a, b) => a.slot - b.slot || a.seq - b.seq)) {
        const [row] = await tx
          .insert(answers)
          .select(
            tx
              .select({
                attemptId: attempts.id,
                slot: sql<number>`cast(${answer.slot} as integer)`.as("slot"),
                seq: sql<number>`cast(${answer.seq} as integer)`.as("seq"),
                // Written out: a null response is an answer taken back, not a missing value.
                response: sql<unknown>`${JSON.stringify(answer.response)}`.as("response"),
                receivedAt: sql<number>`cast(${now} as bigint)`.as("received_at"),
              })
              .from(attempts)
              .where(isTheirsAndOpen),
          )
          .onConflictDoNothing()
          .returning({ highest: sql<number | null>`(select max(other.seq) from answers other where other.attempt_id = ${attemptId} and other.slot = ${answer.slot})` });
        if (!row || (row.highest ?? 0) > answer.seq) unclear.push(answer);
      }
      if (unclear.length === 0) return { stored: sent.map(markOf), newer: [] };

      // A replay, a second device, or the seal: what the table holds tells which.
      const rows = await tx
        .select({ slot: answers.slot, seq: answers.seq, response: answers.response, receivedAt: answers.receivedAt })
        .from(answers)
        .where(and(eq(answers.attemptId, attemptId), inArray(answers.slot, unclear.map((answer) => answer.slot))));
      const known = rows.map((row) => ({ ...row, response: Response.parse(row.response) }));
      if (unclear.some((answer) => !known.some((one) => isSameEvent(one, answer)))) return "closed" as const;
      const lost = unclear.filter((answer) => !known.some((one) => isSameEvent(one, answer) && isSameResponse(one, answer)));
      const newer = finalAnswers(known).filter((last) => !sent.some((answer) => isSameEvent(answer, last) && isSameResponse(answer, last)));
      return {
        stored: sent.filter((answer) => !lost.includes(answer)).map(markOf),
        newer: newer.map((last) => ({ ...last, agoMs: now - (known.find((one) => isSameEvent(one, last))?.receivedAt ?? now) })),
      };
    });
  } catch (error) {
    if (isGuardRefusal(error)) return "closed";
    throw error;
  }
}

/** Keeps what came too late, to be shown and never scored. Answers what of it had arrived in time after all: a replay whose acknowledgement was lost. */
async function keepLate({ store, now }: Saver, attemptId: string, sent: readonly Answer[]): Promise<Saved> {
  if (sent.length === 0) return { state: "closed", stored: [] };
  const { answers, lateAnswers } = store.t;
  return store.write(async (tx) => {
    const rows = await tx
      .select({ slot: answers.slot, seq: answers.seq, response: answers.response })
      .from(answers)
      .where(and(eq(answers.attemptId, attemptId), inArray(answers.slot, sent.map((answer) => answer.slot))));
    const inTime = sent.filter((answer) => rows.some((row) => isSameEvent(row, answer) && isSameResponse(row, answer)));
    const late = sent.filter((answer) => !inTime.includes(answer));
    if (late.length > 0) {
      await tx
        .insert(lateAnswers)
        .values(late.map(({ slot, seq, response }) => ({ attemptId, slot, seq, response: sql`${JSON.stringify(response)}`, receivedAt: now })))
        .onConflictDoNothing();
    }
    return { state: "closed" as const, stored: inTime.map(markOf) };
  });
}

/**
 * Keeps one answer of a page that works without JavaScript: the sequence is the next one. The answer that already counts adds nothing.
 * Refusals as `saveAnswers`.
 */
export async function saveNext(context: Saver, attemptId: string, slot: number, response: Response): Promise<Result<Saved, "no-such-attempt" | "unknown-slot">> {
  const { answers } = context.store.t;
  for (let tries = 0; ; tries += 1) {
    const rows = await context.store.read
      .select({ slot: answers.slot, seq: answers.seq, response: answers.response })
      .from(answers)
      .where(and(eq(answers.attemptId, attemptId), eq(answers.slot, slot)));
    const [last] = finalAnswers(rows.map((row) => ({ ...row, response: Response.parse(row.response) })));
    const changes = last ? !isSameResponse(last, { response }) : response !== null;
    const saved = await saveAnswers(context, attemptId, changes ? [{ slot, seq: (last?.seq ?? 0) + 1, response }] : []);
    // Another device took the same sequence in between: try the one after.
    if (!saved.ok || saved.value.state === "closed" || saved.value.newer.length === 0 || tries === 3) return saved;
  }
}

const markOf = ({ slot, seq }: Mark): Mark => ({ slot, seq });
const isSameEvent = (a: Mark, b: Mark) => a.slot === b.slot && a.seq === b.seq;
// By canonical form: two devices may name the parts of a case in another order.
const isSameResponse = (a: { response: unknown }, b: { response: unknown }) => canonical(a.response) === canonical(b.response);
