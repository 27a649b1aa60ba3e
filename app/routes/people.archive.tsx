import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { notFound, signedIn } from "#app/features/people/guard.server.ts";
import { findArchive } from "#app/features/reports/archive.server.ts";
import { ArchiveCards, PrintButton } from "#app/features/reports/ui/archive-cards.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("培训档案");

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedIn(args);
  return (await findArchive(context, args.params.id ?? "")) ?? notFound();
}

export default function ArchivePage() {
  const archive = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { person, on, mayRecordLeaving } = archive;
  return (
    <Page
      title={t("{{name}}的培训档案", { name: person.name })}
      intro={t("{{on}} 的情况", { on })}
      actions={
        <>
          <PrintButton />
          {mayRecordLeaving ? <ButtonLink to={`/people/${person.id}/leaving`} tone="quiet" size="small" className="no-print">{person.leftOn ? t("离职登记") : t("登记离职")}</ButtonLink> : null}
        </>
      }
    >
      <ArchiveCards archive={archive} />
    </Page>
  );
}
