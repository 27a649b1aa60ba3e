import type { LoaderFunctionArgs } from "@remix-run/node";
import { drawCertificate } from "#app/features/licences/certificate.server.ts";
import { isGood } from "#app/features/licences/labels.ts";
import { verificationUrl } from "#app/features/licences/qr.server.ts";
import { findLicence } from "#app/features/licences/queries.server.ts";
import { notFound, signedIn } from "#app/features/people/guard.server.ts";

/** The certificate of a licence that is good today; of any other there is none to print. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await signedIn(args);
  const licence = await findLicence(context, args.params.id ?? "");
  const issue = licence?.ledger[0];
  if (!licence || !issue || !isGood(licence.standing)) notFound();
  const pdf = await drawCertificate({ ...licence, issuer: issue.actorName, issuedAt: issue.at, url: verificationUrl(args.context.config.publicUrl, licence.code) });
  return new Response(pdf, { headers: { "Content-Type": "application/pdf", "Content-Disposition": `attachment; filename="${licence.number}.pdf"` } });
}
