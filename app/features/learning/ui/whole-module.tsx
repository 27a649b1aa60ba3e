import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { useAlive } from "#app/ui/alive.ts";
import type { findWhole } from "../queries.server.ts";
import { Text } from "./text.tsx";

type Whole = NonNullable<Awaited<ReturnType<typeof findWhole>>>;

/** A whole module on one page, to be printed; it says of which day and version it is. */
export function WholeModule({ module }: { module: Whole }) {
  const { t } = useTranslation();
  const alive = useAlive();
  return (
    <main id="main" className="mx-auto w-full max-w-[43rem] grow bg-paper px-5 py-6 print:max-w-none print:p-0">
      <div className="no-print mb-6 flex flex-wrap items-center gap-4">
        <Link to={`/modules/${module.id}`} className="inline-flex min-h-12 items-center text-soft">← {t("回到模块")}</Link>
        {alive ? <Button type="button" tone="quiet" onClick={() => window.print()}>{t("打印")}</Button> : null}
      </div>
      <article lang="zh-CN" className="reading print:max-w-none print:text-[11pt]">
        <h1 className="mb-1 text-[1.6rem]">{module.title}</h1>
        <p className="text-sm text-soft">{t("安然燃气 · {{day}} 的数值 · 版本 {{version}}", { day: module.on, version: module.version })}</p>
        <p>{module.summary}</p>
        <ul>{module.goals.map((goal) => <li key={goal}>{goal}</li>)}</ul>
        {module.sections.map((section, index) => (
          <section key={index}>
            <h2 className="break-after-avoid text-[1.25rem]">{index + 1}. {section.title}</h2>
            <Text tree={section.tree} notes={section.notes} />
          </section>
        ))}
      </article>
    </main>
  );
}
