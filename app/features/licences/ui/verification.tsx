import { useTranslation } from "react-i18next";
import { formatMoment } from "#app/lib/format.ts";
import { classes } from "#app/ui/classes.ts";
import { Card, Facts } from "#app/ui/page.tsx";
import { standingLabels, verdicts } from "../labels.ts";
import type { Verification } from "../queries.server.ts";
import { LicenceCard } from "./licence-card.tsx";
import { TaskList } from "./task-list.tsx";

const looks = {
  ok: { shape: "✓", look: "border-ok-line bg-ok-tint text-ok" },
  warn: { shape: "✓", look: "border-ok-line bg-ok-tint text-ok" },
  bad: { shape: "✕", look: "border-bad-line bg-bad-tint text-bad" },
  plain: { shape: "✕", look: "border-bad-line bg-bad-tint text-bad" },
  on: { shape: "✕", look: "border-bad-line bg-bad-tint text-bad" },
} as const;

/** The answer, big enough to be read at arm's length. */
function Verdict({ shape, look, word, checkedAt, company, children }: { shape: string; look: string; word: string; checkedAt: number; company?: string; children?: string }) {
  const { t } = useTranslation();
  return (
    <div role="status" className={classes("rounded-card border px-4 py-6 text-center", look)}>
      <p aria-hidden="true" className="text-5xl leading-none font-bold">{shape}</p>
      <h1 className="mt-3 text-[1.625rem]">{word}</h1>
      {children ? <p className="mt-2 text-ink">{children}</p> : null}
      <p className="mt-2 text-sm text-soft">{[t("核验于 {{at}}", { at: formatMoment(checkedAt) }), company].filter(Boolean).join(" · ")}</p>
    </div>
  );
}

/** What a stranger sees who scanned a licence: genuine, good today, and for what. */
export function VerificationPage({ verification, checkedAt }: { verification: Verification; checkedAt: number }) {
  const { t } = useTranslation();
  const { standing, good, daysLeft } = verification;
  const { shape, look } = looks[standingLabels[standing].tone];
  return (
    <main id="main" className="mx-auto flex w-full max-w-lg flex-col gap-4 px-4 py-5">
      <p className="text-center font-bold">{t("证件核验")}</p>
      <Verdict shape={shape} look={look} word={t(verdicts[standing])} checkedAt={checkedAt} company={verification.company}>
        {good ? (standing === "expiring" ? t("还有 {{n}} 天到期", { n: daysLeft }) : undefined) : t("今天不能凭此证上岗作业。如果持证人要求入户，请先向燃气公司核实。")}
      </Verdict>
      <LicenceCard title={verification.title} number={verification.number} name={verification.maskedName} line={t("有效至 {{day}}", { day: verification.validUntil })} standing={standing} />
      {good ? <Card title={t("持证人可以做什么")}><TaskList tasks={verification.tasks} /></Card> : null}
      <Card title={t("证件信息")}>
        <Facts
          items={[
            [t("证件编号"), verification.number],
            [t("发证单位"), verification.company],
            [t("有效期"), t("{{from}} 至 {{to}}", { from: verification.validFrom, to: verification.validUntil })],
            [t("今天的状态"), t(standingLabels[standing].word)],
          ]}
        />
        <p className="mt-3 text-sm text-soft">{t("请核对编号与证件上印的一致，并请持证人出示工作证，核对姓名。")}</p>
      </Card>
    </main>
  );
}

/** No licence was ever issued under this code. */
export function UnknownCodePage({ checkedAt }: { checkedAt: number }) {
  const { t } = useTranslation();
  return (
    <main id="main" className="mx-auto flex w-full max-w-lg flex-col gap-4 px-4 py-5">
      <p className="text-center font-bold">{t("证件核验")}</p>
      <Verdict shape="✕" look={looks.bad.look} word={t("查无此证，不是真证")} checkedAt={checkedAt}>
        {t("没有签发过带有这个二维码的上岗证。请不要让对方入户作业，并向燃气公司反映。")}
      </Verdict>
      <Card title={t("如果地址是手工输入的")}>
        <p>{t("请检查有没有输错，字母区分大小写；最好用手机直接扫描证件上的二维码。")}</p>
      </Card>
    </main>
  );
}
