import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findVerification } from "#app/features/licences/queries.server.ts";
import { UnknownCodePage, VerificationPage } from "#app/features/licences/ui/verification.tsx";
import { houseOf } from "#app/features/people/guard.server.ts";
import { title } from "#app/ui/title.ts";

export const meta = title("证件核验");

/** A few seconds, so that a shaky hand does not ask five times; a suspension is seen at once all the same. In no search index. */
const answerHeaders = { "Cache-Control": "private, max-age=5", "X-Robots-Tag": "noindex" };
export const headers = () => answerHeaders;

/** The public check: open to anybody who holds a printed licence, without an account. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const house = houseOf(context);
  const verification = await findVerification(house, params.code ?? "");
  return data({ verification, checkedAt: house.now }, { status: verification ? 200 : 404, headers: answerHeaders });
}

export default function VerifyPage() {
  const { verification, checkedAt } = useLoaderData<typeof loader>();
  return verification ? <VerificationPage verification={verification} checkedAt={checkedAt} /> : <UnknownCodePage checkedAt={checkedAt} />;
}
