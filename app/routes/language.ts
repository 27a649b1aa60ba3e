import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { readForm } from "#app/lib/forms.ts";
import { languageCookie } from "#app/lib/i18n.ts";

export function loader() {
  throw redirect("/account");
}

/** Chooses the language of the interface, kept in the browser for a year. */
export async function action({ request }: ActionFunctionArgs) {
  const language = (await readForm(request)).get("language") === "en" ? "en" : "zh-CN";
  throw redirect("/account", { headers: { "Set-Cookie": `${languageCookie}=${language}; Path=/; Max-Age=31536000; SameSite=Lax` } });
}
