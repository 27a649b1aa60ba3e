import type { z } from "zod";
import type { Context } from "#app/features/people/context.ts";
import type { Origin } from "#app/features/people/sessions.server.ts";
import { annulPractical, finishPractical, reopenPractical } from "./commands.server.ts";
import type { ReviewForm } from "./forms.ts";
import { signPractical } from "./sign-commands.server.ts";

/** Carries out what a form of the review page asks for, and says which page follows. */
export async function carryOutReview(context: Context, origin: Origin, id: string, form: z.output<typeof ReviewForm>) {
  const review = `/practicals/${id}/review`;
  switch (form.intent) {
    case "finish":
      return { result: await finishPractical(context, id), next: review };
    case "reopen":
      return { result: await reopenPractical(context, id), next: `/practicals/${id}` };
    case "annul":
      return { result: await annulPractical(context, id, form.reason), next: "/practicals?annulled=1" };
    case "sign":
      return { result: await signPractical(context, origin, id, { by: "candidate", decision: "signed", password: form.password, recordHash: form.recordHash }), next: review };
    case "refuse":
      return { result: await signPractical(context, origin, id, { by: "candidate", decision: "refused", reason: form.reason, recordHash: form.recordHash }), next: review };
    case "countersign":
      // The review leads on to the record once it is final.
      return { result: await signPractical(context, origin, id, { by: "assessor", recordHash: form.recordHash }), next: review };
  }
}
