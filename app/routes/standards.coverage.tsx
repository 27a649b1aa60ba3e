import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { signedInFor } from "#app/features/people/guard.server.ts";
import { coverageOf } from "#app/features/reports/coverage.server.ts";
import { CoveragePage } from "#app/features/reports/ui/coverage.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("覆盖情况");

export async function loader(args: LoaderFunctionArgs) {
  const { content } = await signedInFor(args, "standards.read");
  return coverageOf(content);
}

export default function StandardsCoverage() {
  return <CoveragePage coverage={useLoaderData<typeof loader>()} />;
}
