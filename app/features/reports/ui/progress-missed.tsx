import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card } from "#app/ui/page.tsx";
import type { MissedClause } from "../progress-queries.server.ts";

/** The clauses these people get wrong most often, worst first, each leading to its page. */
export function MissedClauses({ missed }: { missed: readonly MissedClause[] }) {
  const { t } = useTranslation();
  return (
    <Card title={t("最常错的条款")}>
      <p className="text-sm text-soft">{t("这些人最近 90 天的自测：哪些条款的题错得最多。答过 3 次以上的才列出。")}</p>
      {missed.length === 0 ? (
        <p className="mt-3">{t("还没有。有人做了自测、答错了题，会列在这里。")}</p>
      ) : (
        <ol className="mt-2 divide-y divide-line">
          {missed.map((one) => (
            <li key={one.clauseId} className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 py-1.5">
              <Link to={`/clauses/${one.clauseId}`} className="block min-h-12 min-w-0 grow basis-72 py-1 text-ink underline decoration-line-strong underline-offset-3 hover:text-flame">
                {one.duty}
                <span className="block text-sm text-soft">{one.regulation} · {one.place}</span>
              </Link>
              <span className="text-sm whitespace-nowrap tabular-nums">{t("答 {{asked}} 次，错 {{wrong}} 次（{{percent}}%）", { ...one, percent: Math.round((one.wrong * 100) / one.asked) })}</span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
