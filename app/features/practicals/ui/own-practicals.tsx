import { useTranslation } from "react-i18next";
import { Link } from "@remix-run/react";
import { formatMoment } from "#app/lib/format.ts";
import { Chip } from "#app/ui/page.tsx";
import type { OwnPractical } from "../views.ts";

/** One's own signed practicals, each leading to its record. For the page of one's exams; shows nothing but the list. */
export function OwnPracticals({ practicals }: { practicals: readonly OwnPractical[] }) {
  const { t } = useTranslation();
  return (
    <ul className="flex flex-col">
      {practicals.map((one) => (
        <li key={one.id} className="border-t border-line first:border-0">
          <Link to={`/practicals/${one.id}/record`} className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 py-2 text-ink no-underline">
            <span className="min-w-0 grow basis-48"><span className="underline decoration-line-strong underline-offset-4">{one.title}</span> <span className="text-sm text-soft">{one.schemeTitle}</span></span>
            <span className="text-sm text-soft">{formatMoment(one.signedAt)}</span>
            <Chip tone={one.outcome === "passed" ? "ok" : "bad"}>{one.outcome === "passed" ? t("合格") : t("不合格")}</Chip>
          </Link>
        </li>
      ))}
    </ul>
  );
}
