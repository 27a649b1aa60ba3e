import { useTranslation } from "react-i18next";
import type { ClauseRef } from "../views.ts";

/** The clauses a step stands on, folded away: opened, each says its duty. Nothing leads away from the assessing. */
export function ClauseLinks({ clauses }: { clauses: readonly ClauseRef[] }) {
  const { t } = useTranslation();
  return (
    <details className="text-sm">
      <summary className="flex min-h-12 flex-wrap items-center gap-x-3 text-flame">
        <span className="text-soft">{t("依据")}</span>
        {clauses.map((clause) => <span key={clause.id} className="underline underline-offset-3">{clause.source} {clause.place}</span>)}
      </summary>
      <ClauseList clauses={clauses} />
    </details>
  );
}

/** Clauses with where they stand and what they ask. */
export function ClauseList({ clauses }: { clauses: readonly ClauseRef[] }) {
  return (
    <ul className="flex flex-col gap-2">
      {clauses.map((clause) => (
        <li key={clause.id} className="border-l-3 border-line-strong pl-3">
          <span className="text-soft">{clause.source} {clause.place}</span><br />{clause.duty}
        </li>
      ))}
    </ul>
  );
}
