import { Form } from "@remix-run/react";
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import type { Look } from "../look.ts";
import type { Notes } from "../notes.ts";
import type { TreeNode } from "../tree.ts";
import { column, ReaderBar, type Contents } from "./reader-bar.tsx";
import { useReadingPlace } from "./reading-place.ts";
import { Text } from "./text.tsx";

/** One section of a module: a thin bar of how far one is, the text, and the way on at the thumb. Going on notes the section as read. */
export function Reader({ module, version, section, of, contents, seen, minutesLeft, title, tree, notes, look, onward, after }: {
  module: { id: string; title: string };
  version: string;
  section: number;
  of: number;
  contents: Contents;
  /** Sections read of this version. */
  seen: readonly number[];
  minutesLeft: number;
  title: string;
  tree: readonly TreeNode[];
  notes: Notes;
  look: Look;
  /** Where the last section leads to. */
  onward: "check" | "cover";
  /** What stands below the text. */
  after?: ReactNode;
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
  const text = useRef<HTMLElement>(null);
  useReadingPlace(text, { to: `${cover}/place`, version, section });
  return (
    <div className="dark-able flex grow flex-col bg-paper" data-theme={look.theme} data-size={look.size}>
      <ReaderBar module={module} section={section} contents={contents} seen={seen} minutesLeft={minutesLeft} look={look} />
      <main id="main" className={`${column} grow py-7`}>
        <article ref={text} lang="zh-CN" className="reading">
          <h1 ref={heading} tabIndex={-1} className="mb-1 text-[1.41em] outline-none">{title}</h1>
          <p className="mb-4! text-sm text-soft">{t("约 {{minutes}} 分钟", { minutes: contents[section - 1]?.minutes ?? 1 })}</p>
          <Text tree={tree} notes={notes} up={1} places />
        </article>
        {after}
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
