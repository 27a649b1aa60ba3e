import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { houseOf } from "#app/features/people/guard.server.ts";
import { endSession, sessionCookie } from "#app/features/people/sessions.server.ts";

export function loader() {
  throw redirect("/");
}

export async function action({ context }: ActionFunctionArgs) {
  const session = await context.session();
  if (session) await endSession({ ...houseOf(context), actor: session.actor }, session.sessionId);
  throw redirect("/sign-in", { headers: { "Set-Cookie": sessionCookie(null, context.config.publicUrl.startsWith("https:")) } });
}
