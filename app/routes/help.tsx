import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listGuides } from "#app/features/learning/handbook.server.ts";
import { GuideList } from "#app/features/learning/ui/guides.tsx";
import { signedInFor } from "#app/features/people/guard.server.ts";
import { title } from "#app/ui/title.ts";

export const meta = title("帮助");

export async function loader(args: LoaderFunctionArgs) {
  const { content, actor } = await signedInFor(args, "standards.read");
  return { guides: listGuides(content, actor) };
}

export default function Help() {
  return <GuideList guides={useLoaderData<typeof loader>().guides} />;
}
