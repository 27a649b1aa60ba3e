import { z } from "zod";
import { isAnswered } from "#app/features/questions/answered.ts";
import { hashOf } from "#app/lib/canonical.server.ts";
import { finalAnswers, type Answer } from "./answers.ts";

/** What a seal stands for: of every answered slot the last sequence, and the hash over those answers. */
export const Manifest = z.strictObject({ last: z.array(z.tuple([z.number(), z.number()])), hash: z.string() });
export type Manifest = z.infer<typeof Manifest>;

/** The receipt of a sealed attempt: how many slots were answered, the manifest, and the hash short enough to be read aloud: `7F3A-91C2-0B4D`. */
export type Receipt = { answered: number; manifest: Manifest; short: string };

/** Makes the receipt of an attempt from its answer events; a slot whose last answer was taken back counts as not answered. */
export function receiptOf(attemptId: string, events: Iterable<Answer>): Receipt {
  const answers = finalAnswers(events);
  const hash = hashOf({ attemptId, answers: answers.map(({ slot, seq, response }) => [slot, seq, response]) });
  return {
    answered: answers.filter((answer) => isAnswered(answer.response)).length,
    manifest: { last: answers.map(({ slot, seq }) => [slot, seq]), hash },
    short: (hash.slice(0, 12).toUpperCase().match(/.{4}/g) ?? []).join("-"),
  };
}
