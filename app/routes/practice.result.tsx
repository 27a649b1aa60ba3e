import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";
import { findPracticeResult } from "#app/features/practice/papers-queries.server.ts";
import { PracticeResult } from "#app/features/practice/ui/papers-result.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("模拟考得分");

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "learning.own");
  const id = args.params.id ?? "";
  const result = (await findPracticeResult(context, id)) ?? notFound();
  if (result.state === "open") throw redirect(`/practice/${id}`);
  return { result };
}

export default function PracticeResultPage() {
  return <PracticeResult result={useLoaderData<typeof loader>().result} />;
}
