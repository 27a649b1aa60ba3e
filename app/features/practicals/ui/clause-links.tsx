import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Fold } from "#app/ui/fold.tsx";
import type { ClauseRef } from "../views.ts";

/** The clauses a step stands on, folded away: opened, each says its duty. Nothing leads away from the assessing. */
export function ClauseFold({ clauses }: { clauses: readonly ClauseRef[] }) {
  const { t } = useTranslation();
  const regulations = [...new Set(clauses.map((clause) => clause.regulation))];
  return (
    <div className="text-sm">
      <Fold summary={<span>{t("依据")} <span className="font-normal">{regulations.join(t("、"))}</span></span>}>
        <ClauseList clauses={clauses} linked={false} />
      </Fold>
    </div>
  );
}

/** Clauses with where they stand and what they ask. */
export function ClauseList({ clauses, linked }: { clauses: readonly ClauseRef[]; linked: boolean }) {
  return (
    <ul className="flex flex-col gap-3">
      {clauses.map((clause) => {
        const source = `${clause.regulation} ${clause.place}`;
        return (
          <li key={clause.id} className="border-l-3 border-line-strong pl-3">
            <p className="text-sm text-soft">{linked && clause.to ? <Link to={clause.to}>{source}</Link> : source}</p>
            <p>{clause.duty}</p>
          </li>
        );
      })}
    </ul>
  );
}
