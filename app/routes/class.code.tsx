import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findCode } from "#app/features/classes/queries.server.ts";
import { CodePage } from "#app/features/classes/ui/code-page.tsx";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";
import { qrPath } from "#app/lib/qr.server.ts";
import { title } from "#app/ui/title.ts";

export const meta = title("签到码");

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "training.manage");
  const shown = (await findCode(context, args.params.id ?? "")) ?? notFound();
  return { ...shown, qr: shown.code === null ? null : qrPath(`${args.context.config.publicUrl}/attend/${shown.id}?c=${shown.code}`) };
}

export default function ClassCodePage() {
  return <CodePage shown={useLoaderData<typeof loader>()} />;
}
