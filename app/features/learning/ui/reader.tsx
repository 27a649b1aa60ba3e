import { Form, Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import type { Notes } from "../notes.ts";
import type { TreeNode } from "../tree.ts";
import { Text } from "./text.tsx";

const column = "mx-auto w-full max-w-[43rem] px-5";

/** One section of a module: a thin bar of how far one is, the text, and the way on at the thumb. Going on notes the section as read. */
export function Reader({ module, section, of, title, tree, notes, onward }: {
  module: { id: string; title: string };
  section: number;
  of: number;
  title: string;
  tree: readonly TreeNode[];
  notes: Notes;
  /** Where the last section leads to. */
  onward: "check" | "cover";
}) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(section);
  useEffect(() => {
    // Going on without a reload leaves the focus on the button; a screen reader should hear the new section.
    if (shown.current !== section) heading.current?.focus({ preventScroll: true });
    shown.current = section;
  }, [section]);
  const cover = `/modules/${module.id}`;
  return (
    <div className="dark-able flex grow flex-col bg-paper">
      <nav aria-label={t("所在的模块")} className="no-print sticky top-0 z-10 bg-paper">
        <div className={`${column} flex min-h-12 items-center gap-3 text-sm text-soft`}>
          <Link to={cover} className="-ml-2 flex min-h-12 min-w-0 items-center gap-2 px-2 text-soft no-underline hover:text-ink">
            <span aria-hidden="true" className="text-lg">←</span>
            <span className="truncate">{module.title}</span>
          </Link>
          <span className="ml-auto shrink-0">{t("第 {{n}} / {{of}} 节", { n: section, of })}</span>
        </div>
        <div role="progressbar" aria-label={t("第 {{n}} 节，共 {{of}} 节", { n: section, of })} aria-valuenow={section} aria-valuemin={0} aria-valuemax={of} className="h-[3px] bg-line">
          <div className="h-full bg-flame" style={{ width: `${(section / of) * 100}%` }} />
        </div>
      </nav>
      <main id="main" className={`${column} grow py-7`}>
        <article lang="zh-CN" className="reading">
          <h1 ref={heading} tabIndex={-1} className="mb-4 text-[1.5rem] outline-none">{title}</h1>
          <Text tree={tree} notes={notes} up={1} />
        </article>
      </main>
      <nav aria-label={t("前后各节")} className="no-print sticky bottom-0 border-t border-line bg-paper pb-[env(safe-area-inset-bottom)]">
        <div className={`${column} grid grid-cols-2 gap-3 py-3`}>
          {section > 1 ? <ButtonLink tone="quiet" to={`${cover}/${section - 1}`}>{t("上一节")}</ButtonLink> : <ButtonLink tone="quiet" to={cover}>{t("目录")}</ButtonLink>}
          <Form method="post">
            <Button wide>{section < of ? t("下一节") : onward === "check" ? t("去自测") : t("读完了")}</Button>
          </Form>
        </div>
      </nav>
    </div>
  );
}
