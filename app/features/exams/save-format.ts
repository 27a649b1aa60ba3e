import { z } from "zod";
import { Response } from "#app/features/questions/response.ts";

/** What an exam page sends: answer events not yet acknowledged. None asks only how much time is left. */
export const AnswerBatch = z.object({
  answers: z.array(z.object({ slot: z.number().int().min(1).max(500), seq: z.number().int().min(1).max(100_000), response: Response })).max(60),
});
