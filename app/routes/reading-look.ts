import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { keepLook, lookFrom } from "#app/features/learning/look.ts";
import { readForm } from "#app/lib/forms.ts";

export function loader() {
  throw redirect("/plan");
}

/** Chooses text size and colours of the reader, kept in the browser for a year; leads back to the section. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const from = form.get("from");
  const back = typeof from === "string" && /^\/modules\/[a-z]+(-[a-z]+)*\/[1-9]\d?$/.test(from) ? from : "/plan";
  // The button pressed stands after what was chosen before.
  const look = lookFrom(form.getAll("size").at(-1), form.getAll("theme").at(-1));
  throw redirect(back, { headers: { "Set-Cookie": keepLook(look) } });
}
