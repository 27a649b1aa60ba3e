import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listCommitmentsWithStanding } from "#app/features/commitments/queries.server.ts";
import { CommitmentTimeline } from "#app/features/commitments/ui/commitment-timeline.tsx";
import { verificationUrl } from "#app/features/licences/qr.server.ts";
import { listOwnLicences } from "#app/features/licences/queries.server.ts";
import { NoLicence, OwnLicence } from "#app/features/licences/ui/own-licence.tsx";
import { signedIn } from "#app/features/people/guard.server.ts";
import { qrPath } from "#app/lib/qr.server.ts";
import { dayOf } from "#app/lib/clock.ts";
import { Page } from "#app/ui/page.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("我的证件");

/** My licences: what I may do today, until when, and what it commits me to. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await signedIn(args);
  const [licences, commitments] = await Promise.all([
    listOwnLicences(context),
    listCommitmentsWithStanding(context, { personIds: [context.actor.personId], on: dayOf(context.now) }),
  ]);
  const { publicUrl } = args.context.config;
  return {
    licences: licences.map((licence) => ({
      licence: { ...licence, qr: qrPath(verificationUrl(publicUrl, licence.code)) },
      commitment: commitments.find((one) => one.licenceId === licence.id) ?? null,
    })),
  };
}

export default function LicencesPage() {
  const { licences } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <Page title={t("我的证件")}>
      {licences.length === 0 ? <NoLicence /> : null}
      {licences.map(({ licence, commitment }) => (
        <OwnLicence key={licence.id} licence={licence}>
          {commitment ? (
            <div>
              <h3 className="mb-2">{t("服务期")}</h3>
              <CommitmentTimeline commitment={commitment} />
            </div>
          ) : null}
        </OwnLicence>
      ))}
    </Page>
  );
}
