import { z } from "zod";
import { catalogue } from "#app/lib/content.server.ts";
import { hashOf } from "#app/lib/canonical.server.ts";
import { QuestionFile, type Question } from "./question.ts";

/** A question of the bank with its module and version. */
export type BankQuestion = { question: Question; module: string; hash: string };

/** The bank of this build, by question id. */
export const bankOf = catalogue<ReadonlyMap<string, BankQuestion>>((content) => {
  const files = z.array(QuestionFile).parse(content.json("questions.json"));
  return new Map(
    files.flatMap((file) =>
      file.questions.map((written) => {
        const question = withOpaqueItems(written);
        return [question.id, { question, module: file.module, hash: hashOf(question) }] as const;
      }),
    ),
  );
});

/** An author writes ordering items a, b, c in the right order; ids that tell the order may not reach a candidate. */
function withOpaqueItems(question: Question): Question {
  if (question.type !== "ordering") return question;
  return { ...question, items: question.items.map((item) => ({ ...item, id: hashOf(item.text).slice(0, 10) })) };
}
