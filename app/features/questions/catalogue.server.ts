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

/** By clause id, the questions of this build that ask about it, in the order of their ids. */
export const questionsAbout = catalogue<ReadonlyMap<string, readonly BankQuestion[]>>((content) => {
  const about = new Map<string, BankQuestion[]>();
  for (const one of bankOf(content).values()) for (const clause of one.question.clauses) about.set(clause, [...(about.get(clause) ?? []), one]);
  return about;
});

/** An author writes ordering items in the right order and each right beside its left; ids that tell that may not reach a candidate. */
function withOpaqueItems(question: Question): Question {
  const opaque = (text: string) => hashOf(text).slice(0, 10);
  if (question.type === "ordering") return { ...question, items: question.items.map((item) => ({ ...item, id: opaque(item.text) })) };
  if (question.type !== "matching") return question;
  const pairs = question.pairs.map((pair) => ({ ...pair, id: opaque(pair.right) }));
  return { ...question, pairs, extra: question.extra.map((extra) => ({ ...extra, id: opaque(extra.text) })) };
}
