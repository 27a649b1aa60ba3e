import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findExam } from "#app/features/exams/attempt-queries.server.ts";
import { saveNext } from "#app/features/exams/commands.server.ts";
import { formProblem, placeOf } from "#app/features/exams/paper-form.ts";
import { ExamPage } from "#app/features/exams/ui/exam-page.tsx";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";
import { responseFromForm } from "#app/features/questions/form-response.ts";
import { title } from "#app/ui/title.ts";

export const meta = title("理论考试");
/** No menu leads away from a paper. */
export const handle = { bare: true };

async function openExam(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "exam.sit");
  const exam = (await findExam(context, args.params.id ?? "")) ?? notFound();
  if (exam.state === "sealed") throw redirect(`/attempts/${args.params.id}/receipt`);
  return { context, exam };
}

export async function loader(args: LoaderFunctionArgs) {
  const { exam } = await openExam(args);
  return { exam, at: placeOf(new URL(args.request.url).searchParams.get("q"), exam.questions.length) };
}

/** Without JavaScript: saves the question of the page, then goes where the button says. */
export async function action(args: ActionFunctionArgs) {
  const { context, exam } = await openExam(args);
  const form = await args.request.formData();
  const asked = exam.questions[Number(form.get("slot")) - 1];
  if (!asked) notFound();
  const problem = formProblem(asked.question, form, "answer");
  if (problem !== null) return data({ refusal: problem }, { status: 422 });
  const saved = await saveNext(context, exam.attemptId, asked.slot, responseFromForm(asked.question, form, "answer"));
  if (!saved.ok) notFound();
  const go = form.get("go");
  if (saved.value.state === "closed") throw redirect(`/attempts/${exam.attemptId}/receipt`);
  throw redirect(go === "check" ? `/attempts/${exam.attemptId}/check` : `/attempts/${exam.attemptId}?q=${placeOf(go, exam.questions.length)}`);
}

export default function AttemptPage() {
  const { exam, at } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal ?? null;
  return <ExamPage key={exam.attemptId} exam={exam} at={at} refusal={refusal} />;
}
