import { z } from "zod";

/** Which scheme's paper somebody wants to practise. */
export const StartPaperForm = z.object({ schemeId: z.string().min(1).max(60) });
