import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card, Page } from "#app/ui/page.tsx";
import type { findBrief } from "../queries.server.ts";
import { Text } from "./text.tsx";

/** A module in its short form: what to know of it, and whose work it is. */
export function Brief({ brief }: { brief: NonNullable<Awaited<ReturnType<typeof findBrief>>> }) {
  const { t } = useTranslation();
  return (
    <Page eyebrow={<Link to="/plan" className="inline-flex min-h-10 items-center text-soft">← {t("我的学习")}</Link>} title={brief.title} intro={t("了解版：记住要点，遇到时知道交给谁。考试不考这一模块的细节。")}>
      <Card title={t("讲什么")}><p className="max-w-[38em]">{brief.summary}</p></Card>
      <article lang="zh-CN" className="reading"><Text tree={brief.points} notes={brief.notes} up={1} /></article>
      <Card title={t("交给谁办")}>
        <p>{t("这是这些岗位的业务：{{posts}}。遇到客户问起，先接下来，再转给他们，并告诉客户接下来会怎样。", { posts: brief.posts.map((post) => t(post)).join(t("、")) })}</p>
      </Card>
      <ButtonLink tone="quiet" to={`/modules/${brief.id}`}>{t("想细看：读整个模块")}</ButtonLink>
    </Page>
  );
}
