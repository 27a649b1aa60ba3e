import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { checklistTitles, listCandidates } from "#app/features/licences/candidates.server.ts";
import { CandidateTable } from "#app/features/licences/ui/candidates.tsx";
import { signedInFor } from "#app/features/people/guard.server.ts";
import { Page } from "#app/ui/page.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("发证");

/** Who waits for a licence, the ready first. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "licence.issue");
  const candidates = await listCandidates(context);
  return { candidates, checklists: checklistTitles(context, candidates.flatMap((one) => one.eligibility.practicals.map((practical) => practical.checklistId))) };
}

export default function IssuePage() {
  const { candidates, checklists } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const ready = candidates.filter((one) => one.ready).length;
  return (
    <Page width="wide" title={t("发证")} intro={t("{{ready}} 人可以发证，{{waiting}} 人还缺条件。理论和实操都合格才能发证；考评员不能给自己考评过的人发证。", { ready, waiting: candidates.length - ready })}>
      <CandidateTable candidates={candidates} checklists={checklists} />
    </Page>
  );
}
