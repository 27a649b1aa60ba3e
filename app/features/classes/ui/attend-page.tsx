import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatMoment, formatTime } from "#app/lib/format.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card, Facts, Notice, Page } from "#app/ui/page.tsx";
import { attendanceWayNames, classKindNames } from "../names.ts";
import type { AttendView } from "../queries.server.ts";
import { attendRefusals } from "../refusals.ts";
import { durationInWords } from "./duration.ts";

/** What the phone shows after scanning: the class, and one button. A code that was refused, or none, is typed in. */
export function AttendPage({ view, code, refusal }: { view: AttendView; code: string; refusal: string | null }) {
  const { t } = useTranslation();
  const { kind, place, startsAt, endsAt, minutes, materials } = view;
  return (
    <Page eyebrow={t(classKindNames[kind])} title={view.title}>
      {refusal === null ? null : <Notice tone="bad" title={t(refusal)} />}
      <SignInToClass view={view} code={refusal === null ? code : ""} />
      <Card>
        <Facts
          items={[
            [t("时间"), t("{{from}} 至 {{to}}", { from: formatMoment(startsAt), to: formatMoment(startsAt).slice(0, 10) === formatMoment(endsAt).slice(0, 10) ? formatTime(endsAt) : formatMoment(endsAt) })],
            [t("地点"), place],
            [t("计入时长"), durationInWords(t, minutes)],
            ...(materials === "" ? [] : [[t("资料"), <span key="materials" className="whitespace-pre-line">{materials}</span>] as const]),
          ]}
        />
      </Card>
    </Page>
  );
}

function SignInToClass({ view, code }: { view: AttendView; code: string }) {
  const { t } = useTranslation();
  const busy = useNavigation().state !== "idle";
  const { stage } = view;
  if (stage === "cancelled") return <Notice tone="warn" title={t(attendRefusals.cancelled)} />;
  if (view.in)
    return (
      <>
        <Notice tone="ok" title={t("您已到场：{{time}}，{{way}}", { time: formatMoment(view.in.at), way: t(attendanceWayNames[view.in.way]) })}>{stage === "held" ? t("时长已记进您的培训档案。") : t("活动结束后，时长记进您的培训档案。")}</Notice>
        <div><ButtonLink tone="quiet" to="/plan">{t("去我的学习")}</ButtonLink></div>
      </>
    );
  if (stage === "ahead") return <Notice tone="on" title={t("{{time}} 起可以签到", { time: formatMoment(view.opensAt) })}>{t("到时扫现场投影的二维码。")}</Notice>;
  if (stage === "held") return <Notice tone="warn" title={t(attendRefusals.closed)} />;
  if (stage === "unclosed") return <Notice tone="warn" title={t(attendRefusals["too-late"])} />;
  if (view.takenBack) return <Notice tone="warn" title={t(attendRefusals.corrected)} />;
  return (
    <Form method="post" className="flex flex-col gap-3 rounded-card border border-line bg-paper p-4 sm:p-5">
      {code !== "" ? <input type="hidden" name="code" value={code} /> : (
        <label className="flex flex-col gap-1">
          <span className="font-semibold">{t("投影上的 6 位签到码")}</span>
          <input name="code" inputMode="numeric" autoComplete="off" required maxLength={20} className="min-h-14 w-full rounded-control border border-line-strong bg-paper px-3.5 text-center text-2xl tracking-widest" />
        </label>
      )}
      <Button wide disabled={busy} aria-busy={busy}>{t("签到")}</Button>
    </Form>
  );
}
