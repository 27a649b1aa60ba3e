import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { signedInFor } from "#app/features/people/guard.server.ts";
import { SearchQuery } from "#app/features/search/forms.ts";
import { searchContent } from "#app/features/search/queries.server.ts";
import { SearchPage } from "#app/features/search/ui/search-page.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("搜索");

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "standards.read");
  const { q, kind } = SearchQuery.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  return { q, kind, ...(await searchContent(context, context.actor.personId, q)) };
}

export default function Search() {
  return <SearchPage {...useLoaderData<typeof loader>()} />;
}
