import type { Answer } from "../answers.ts";
import type { Reply } from "./answer-queue.ts";

/** Sends answers of an attempt to the server; whatever goes wrong on the way is `unreachable`. */
export async function sendAnswers(attemptId: string, answers: readonly Answer[]): Promise<Reply> {
  try {
    const response = await fetch(`/api/attempts/${attemptId}/answers`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ answers }),
      credentials: "same-origin",
      // The last answers still leave when the page is closed or put aside.
      keepalive: true,
      signal: AbortSignal.timeout(10_000),
    });
    const body: unknown = await response.json().catch(() => null);
    return replyOf(response.status, body);
  } catch {
    return { kind: "unreachable" };
  }
}

/** Reads the server's reply. A reply that is not as agreed counts as none: nothing is acknowledged by it. */
export function replyOf(status: number, body: unknown): Reply {
  if (status === 401) return { kind: "signed-out" };
  if (status === 404) return { kind: "not-yours" };
  if (status === 400 || status === 413) return { kind: "refused" };
  if (typeof body !== "object" || body === null || !("state" in body) || !("stored" in body)) return { kind: "unreachable" };
  const stored = marksOf(body.stored);
  if (status === 409 && body.state === "closed") return { kind: "closed", stored };
  if (status !== 200 || body.state !== "open" || !("remainingMs" in body) || typeof body.remainingMs !== "number") return { kind: "unreachable" };
  return { kind: "open", stored, newer: "newer" in body ? newerOf(body.newer) : [], remainingMs: body.remainingMs };
}

function marksOf(value: unknown): { slot: number; seq: number }[] {
  return (Array.isArray(value) ? value : []).flatMap((one: unknown) => {
    if (typeof one !== "object" || one === null || !("slot" in one) || !("seq" in one)) return [];
    return typeof one.slot === "number" && typeof one.seq === "number" ? [{ slot: one.slot, seq: one.seq }] : [];
  });
}

function newerOf(value: unknown): (Answer & { agoMs: number })[] {
  return (Array.isArray(value) ? value : []).flatMap((one: unknown) => {
    const [mark] = marksOf([one]);
    if (!mark || typeof one !== "object" || one === null || !("agoMs" in one) || typeof one.agoMs !== "number" || !("response" in one)) return [];
    return isResponse(one.response) ? [{ ...mark, response: one.response, agoMs: one.agoMs }] : [];
  });
}

/** Whether something is an answer as it is written down; by hand, because the exam page carries no zod. */
export function isResponse(value: unknown): value is Answer["response"] {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean") return true;
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}
