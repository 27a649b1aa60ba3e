import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findGuide } from "#app/features/learning/handbook.server.ts";
import { GuidePage } from "#app/features/learning/ui/guides.tsx";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? "帮助"} · 安然培训` }];

export async function loader(args: LoaderFunctionArgs) {
  const { content } = await signedInFor(args, "standards.read");
  return findGuide(content, args.params.page ?? "") ?? notFound();
}

export default function HelpPage() {
  return <GuidePage guide={useLoaderData<typeof loader>()} />;
}
