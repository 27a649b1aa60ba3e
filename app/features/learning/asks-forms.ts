import { z } from "zod";
import { answerLength, askLength, lengthOf, plainText } from "./asks-text.ts";

const written = ({ min, max }: { min: number; max: number }, tooShort: string, tooLong: string) =>
  z
    .string(tooShort)
    .transform(plainText)
    .refine((text) => lengthOf(text).seen >= min, tooShort)
    .refine((text) => lengthOf(text).all <= max, tooLong);

/** A question at a paragraph. `version` is the module's as it was read, so that the number still means the same paragraph. */
export const AskForm = z.object({
  paragraph: z.string("请选一段").regex(/^[1-9]\d{0,3}$/, "请选一段").transform(Number),
  version: z.string("请选一段").max(100, "请选一段"),
  question: written(askLength, "问题至少写 4 个字", "问题最多 500 个字"),
});
export type AskForm = z.infer<typeof AskForm>;

/** A trainer's answer. */
export const AnswerForm = z.object({
  id: z.string("没有这个问题").min(1, "没有这个问题").max(100, "没有这个问题"),
  answer: written(answerLength, "回答至少写 2 个字", "回答最多 1000 个字"),
});
export type AnswerForm = z.infer<typeof AnswerForm>;

/** Which questions a trainer wants to see; what cannot be read is left out. */
export const AskFilter = z.object({ module: z.string().regex(/^[a-z-]{0,80}$/).catch("").default("") });
