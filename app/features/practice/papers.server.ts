import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { gradePaper } from "#app/features/exams/grading.ts";
import { Paper, PaperFigures } from "#app/features/exams/paper.ts";
import { questionsOf, schemeVersion } from "#app/features/exams/paper.server.ts";
import { can } from "#app/features/people/access.ts";
import type { Context } from "#app/features/people/context.ts";
import { Response } from "#app/features/questions/response.ts";

/** The answers of a practice paper as they are stored: of every slot that was answered what was. */
const PaperAnswers = z.array(z.strictObject({ slot: z.number().int(), response: Response }));
type PaperAnswers = z.infer<typeof PaperAnswers>;

export type OwnPaper = NonNullable<Awaited<ReturnType<typeof findOwnPaper>>>;

/** The actor's own practice paper with its questions and scheme in the versions it was drawn from; null when it is not theirs. Carries keys: not for a page. */
export async function findOwnPaper(context: Context, paperId: string) {
  const { store, actor } = context;
  const { practicePapers } = store.t;
  const { personId } = actor;
  if (personId === null || !can(actor, "learning.own", { personId })) return null;
  const [row] = await store.read.select().from(practicePapers).where(and(eq(practicePapers.id, paperId), eq(practicePapers.personId, personId)));
  if (!row) return null;
  const paper = Paper.parse(row.paper);
  const { scheme } = await schemeVersion(store.read, context, row.schemeId, row.schemeHash);
  return { ...row, paper, figures: PaperFigures.parse(row.figures), answers: PaperAnswers.parse(row.answers ?? []), questions: await questionsOf(store.read, context, paper), scheme };
}

/** What the answers of a practice paper come to, by the rules of the exam it follows. The same answers always give the same grade. */
export function gradeOf({ paper, questions, figures, scheme }: Pick<OwnPaper, "paper" | "questions" | "figures" | "scheme">, answers: PaperAnswers) {
  return gradePaper(paper, questions, answers.map((answer) => ({ ...answer, seq: 1 })), figures, scheme.theory);
}
