import type { NextFunction, Request, Response } from "express";
import type { SignedIn } from "#app/features/people/sessions.server.ts";
import type { Instant } from "#app/lib/clock.ts";
import type { Store } from "#db/client.ts";
import { saveAnswers } from "./save-answers.server.ts";
import { AnswerBatch } from "./save-format.ts";

type Parts = { store: Store; clock: () => Instant; sessionOf: (request: Request) => Promise<SignedIn | null> };

/**
 * POST /api/attempts/:id/answers, the hot path of an exam room: one read for the session, one for the attempt, one write.
 * `{answers: [{slot, seq, response}]}`, at most 60 → 200 `{state: "open", stored, newer, remainingMs}` · 409 `{state: "closed", stored}` ·
 * 401 not signed in · 404 not one's own · 400 `{reason}` malformed or an unknown slot.
 */
export function saveAnswersHandler({ store, clock, sessionOf }: Parts) {
  async function answer(request: Request, response: Response): Promise<void> {
    response.setHeader("Cache-Control", "no-store");
    const session = await sessionOf(request);
    if (session === null) return void response.status(401).json({ reason: "signed-out" });
    const batch = AnswerBatch.safeParse(request.body);
    if (!batch.success) return void response.status(400).json({ reason: "malformed" });
    const saved = await saveAnswers({ store, actor: session.actor, now: clock() }, request.params.id ?? "", batch.data.answers);
    if (!saved.ok) return void response.status(saved.refusal === "no-such-attempt" ? 404 : 400).json({ reason: saved.refusal });
    response.status(saved.value.state === "open" ? 200 : 409).json(saved.value);
  }
  return (request: Request, response: Response, next: NextFunction) => void answer(request, response).catch(next);
}
