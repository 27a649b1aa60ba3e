import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { signedIn } from "#app/features/people/guard.server.ts";
import { homeOf } from "#app/features/people/menu.ts";

/** `/` has no page of its own: it leads everybody to their work. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await signedIn(args);
  throw redirect(homeOf(actor));
}
