import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ProgressBar } from "#app/ui/progress.tsx";

/** How much of what is due in a unit is learned, as a bar with its words. */
export function ProgressSummary({ headline }: { headline: { complete: number; due: number; percent: number | null } }) {
  const { t } = useTranslation();
  const { complete, due, percent } = headline;
  if (percent === null) return null;
  const words = t("必学模块学完 {{percent}}%（{{complete}} / {{due}}）", { percent, complete, due });
  return (
    <div className="flex flex-col gap-1.5">
      <p className="text-sm text-soft">{words}</p>
      <ProgressBar value={complete / due} label={words} />
    </div>
  );
}

/** Turning the pages of a long list. */
export function ProgressPages({ shown, found, page, pageSize, to }: { shown: number; found: number; page: number; pageSize: number; to: (page: number) => string }) {
  const { t } = useTranslation();
  if (found <= shown && page === 1) return null;
  return (
    <nav aria-label={t("翻页")} className="flex flex-wrap items-center gap-4 text-sm">
      <span className="text-soft">{t("共 {{total}} 人，第 {{page}} / {{pages}} 页", { total: found, page, pages: Math.max(1, Math.ceil(found / pageSize)) })}</span>
      {page > 1 ? <Link to={to(page - 1)}>{t("上一页")}</Link> : null}
      {page * pageSize < found ? <Link to={to(page + 1)}>{t("下一页")}</Link> : null}
    </nav>
  );
}
