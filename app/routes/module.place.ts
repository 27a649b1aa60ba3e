import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { keepPlace } from "#app/features/learning/reading-commands.server.ts";
import { PlaceForm } from "#app/features/learning/reading-forms.ts";
import { signedInFor } from "#app/features/people/guard.server.ts";
import { parseForm, readForm } from "#app/lib/forms.ts";

export async function loader(args: LoaderFunctionArgs) {
  await signedInFor(args, "learning.own");
  throw redirect(`/modules/${encodeURIComponent(args.params.id ?? "")}`);
}

/** Where the reader is, told in passing: nobody waits for the answer, so what is refused is refused quietly. */
export async function action(args: ActionFunctionArgs) {
  const context = await signedInFor(args, "learning.own");
  const sent = parseForm(PlaceForm, await readForm(args.request));
  if (sent.ok) await keepPlace(context, args.params.id ?? "", sent.value);
  return new Response(null, { status: 204 });
}
