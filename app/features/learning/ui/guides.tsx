import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card, Page } from "#app/ui/page.tsx";
import type { findGuide, listGuides } from "../handbook.server.ts";
import { noNotes, Text } from "./text.tsx";

function List({ items }: { items: readonly { to: string; title: string; summary: string }[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.to} className="border-t border-line first:border-0">
          <Link to={item.to} className="-mx-2 flex min-h-14 flex-col justify-center rounded-control px-2 py-2.5 text-ink no-underline hover:bg-canvas">
            <span className="font-semibold">{item.title}</span>
            <span className="text-sm text-soft">{item.summary}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The handbook's contents: the guides for one's own roles first. */
export function GuideList({ guides }: { guides: ReturnType<typeof listGuides> }) {
  const { t } = useTranslation();
  const items = guides.map((guide) => ({ ...guide, to: `/help/${guide.id}` }));
  const [mine, others] = [items.filter((guide) => guide.mine), items.filter((guide) => !guide.mine)];
  return (
    <Page title={t("帮助")} intro={t("每页讲一种角色怎么用这个平台。找不到答案，请问本单位管理员。")}>
      {mine.length > 0 ? <Card title={t("写给您的")}><List items={mine} /></Card> : null}
      <Card title={mine.length > 0 ? t("其他") : undefined}>
        <List items={[...others, { to: "/standards", title: t("规范与条款"), summary: t("模块、题目和考核步骤依据的每一条规范") }]} />
      </Card>
    </Page>
  );
}

/** One page of the handbook. */
export function GuidePage({ guide }: { guide: NonNullable<ReturnType<typeof findGuide>> }) {
  const { t } = useTranslation();
  return (
    <Page eyebrow={<Link to="/help" className="inline-flex min-h-10 items-center text-soft">← {t("帮助")}</Link>} title={guide.title} intro={guide.summary}>
      <Card><article lang="zh-CN" className="reading"><Text tree={guide.tree} notes={noNotes} /></article></Card>
    </Page>
  );
}
