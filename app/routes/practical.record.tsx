import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound, signedIn } from "#app/features/people/guard.server.ts";
import { RecordScreen } from "#app/features/practicals/ui/record.tsx";
import { findRecord } from "#app/features/practicals/view-queries.server.ts";
import { title } from "#app/ui/title.ts";

export const meta = title("实操考核记录");

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedIn(args);
  return { practical: (await findRecord(context, args.params.id ?? "")) ?? notFound() };
}

export default function RecordPage() {
  const { practical } = useLoaderData<typeof loader>();
  return <RecordScreen practical={practical} />;
}
