import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { classes } from "#app/ui/classes.ts";
import { Page } from "#app/ui/page.tsx";
import type { Coverage } from "../coverage.server.ts";

const number = "h-9 min-w-10 border-b border-line px-1.5 text-center";
const stuck = "sticky left-0 z-10 border-r border-line bg-paper";

/** Which module teaches how many clauses of which regulation. Darker is more; an empty cell is none. */
export function CoveragePage({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslation();
  const { modules, rows, totals } = coverage;
  const caption = t("模块与规范对照：每格是这个模块讲到这部规范的几条");
  const most = Math.max(1, ...rows.flatMap((row) => row.cells));
  return (
    <Page width="wide" eyebrow={<Link to="/standards" className="inline-flex min-h-10 items-center text-soft">← {t("规范与条款")}</Link>} title={t("覆盖情况")} intro={t("{{regulations}} 部规范、{{clauses}} 条：{{taught}} 条有模块讲，{{tested}} 条有题目或考核步骤考。", { regulations: rows.length, ...totals })}>
      <p className="text-sm text-soft sm:hidden">{t("表格可以左右滑动。")}</p>
      <div tabIndex={0} role="region" aria-label={caption} className="relative max-h-[80dvh] overflow-auto rounded-card border border-line bg-paper print:max-h-none">
        <table className="border-separate border-spacing-0 text-sm [overflow-wrap:normal] [word-break:keep-all]">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              <th scope="col" className="sticky top-0 left-0 z-20 border-r border-b border-line bg-canvas px-3 py-2 text-start align-bottom font-semibold text-soft">{t("规范")}</th>
              {[t("条款"), t("未考")].map((head) => <th key={head} scope="col" className="sticky top-0 z-10 border-b border-line bg-canvas px-2 py-2 align-bottom font-semibold text-soft">{head}</th>)}
              {modules.map((module) => (
                <th key={module.id} scope="col" className="sticky top-0 z-10 border-b border-line bg-canvas px-1 py-2 align-bottom font-normal">
                  <Link to={`/modules/${module.id}`} className="mx-auto block max-h-56 text-ink no-underline [writing-mode:vertical-rl] hover:text-flame">{module.title}</Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row" className={`${stuck} max-w-44 min-w-36 border-b px-3 py-1.5 text-start font-normal [word-break:break-all] sm:max-w-72`}>
                  <Link to={`/standards/${row.id}`} className="text-ink no-underline hover:text-flame">{row.title}</Link>
                </th>
                <td className={`${number} font-semibold`}>{row.clauses}</td>
                <td className={classes(number, row.tested < row.clauses && "text-soft")}>{row.clauses - row.tested || ""}</td>
                {row.cells.map((cell, index) => (
                  <td key={modules[index]?.id} className={number} style={cell === 0 ? undefined : { backgroundColor: `color-mix(in srgb, var(--flame) ${Math.round(8 + (30 * cell) / most)}%, transparent)` }}>{cell || ""}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="text-sm text-soft">{t("“未考”是说不宜考的条款：废止或存疑的文本、没有具体行为的目标；每条的页面上写着原因。")}</p>
    </Page>
  );
}
