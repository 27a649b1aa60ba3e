import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findReceipt } from "#app/features/exams/attempt-queries.server.ts";
import { ReceiptPage } from "#app/features/exams/ui/receipt-page.tsx";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";
import { title } from "#app/ui/title.ts";

export const meta = title("收卷回执");

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "exam.sit");
  const receipt = (await findReceipt(context, args.params.id ?? "")) ?? notFound();
  if (receipt.state === "open") throw redirect(`/attempts/${args.params.id}`);
  return { receipt };
}

export default function AttemptReceiptPage() {
  const { receipt } = useLoaderData<typeof loader>();
  return <ReceiptPage receipt={receipt} />;
}
