import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findAsked, findExam } from "#app/features/exams/attempt-queries.server.ts";
import { saveNext } from "#app/features/exams/commands.server.ts";
import { formProblem, placeOf } from "#app/features/exams/paper-form.ts";
import { ExamPage } from "#app/features/exams/ui/exam-page.tsx";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";
import { responseFromForm } from "#app/features/questions/form-response.ts";
import { formValues, readForm } from "#app/lib/forms.ts";
import { title } from "#app/ui/title.ts";

export const meta = title("理论考试");
/** No menu leads away from a paper. */
export const handle = { bare: true };

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "exam.sit");
  const exam = (await findExam(context, args.params.id ?? "")) ?? notFound();
  if (exam.state === "sealed") throw redirect(`/attempts/${args.params.id}/receipt`);
  return { exam, at: placeOf(new URL(args.request.url).searchParams.get("q"), exam.questions.length) };
}

/** Without JavaScript: saves the question of the page, then goes where the button says. What comes after the end is kept as late, as everywhere. */
export async function action(args: ActionFunctionArgs) {
  const context = await signedInFor(args, "exam.sit");
  const id = args.params.id ?? "";
  const form = await readForm(args.request);
  const slot = Number(form.get("slot"));
  const asked = (await findAsked(context, id, slot)) ?? notFound();
  const problem = formProblem(asked.question, form, "answer");
  if (problem !== null) return data({ refusal: problem, typed: formValues(form) }, { status: 422 });
  const saved = await saveNext(context, id, slot, responseFromForm(asked.question, form, "answer"));
  if (!saved.ok) notFound();
  const go = form.get("go");
  if (saved.value.state === "closed") throw redirect(`/attempts/${id}/receipt`);
  throw redirect(go === "check" ? `/attempts/${id}/check` : `/attempts/${id}?q=${placeOf(go, asked.of)}`);
}

export default function AttemptPage() {
  const { exam, at } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ExamPage key={exam.attemptId} exam={exam} at={at} refusal={answer?.refusal ?? null} typed={answer?.typed} />;
}
