import { useTranslation } from "react-i18next";
import { Chip, Notice } from "#app/ui/page.tsx";
import type { Line, View } from "./answer-queue.ts";

/** Where the answers are, in words: on the server, or on this device only and why. */
export function SaveState({ onServer, view }: { onServer: number; view: Pick<View, "pending" | "line"> }) {
  const { t } = useTranslation();
  const n = view.pending;
  const offline = view.line === "unreachable";
  return (
    <div className="flex flex-wrap items-center gap-2" role="status">
      <Chip tone="ok">{t("{{n}} 题已在服务器", { n: onServer })}</Chip>
      {n > 0 ? <Chip tone="warn">{offline ? t("{{n}} 题只在本机，网络不通，正在重试", { n }) : view.line === "idle" || view.line === "sending" ? t("{{n}} 题只在本机，正在保存", { n }) : t("{{n}} 题只在本机", { n })}</Chip> : null}
      {n === 0 && offline ? <Chip tone="warn">{t("网络不通，答案会先留在本机")}</Chip> : null}
    </div>
  );
}

/** What stands between this device and the server, and what the candidate can do about it. */
export function LineNotice({ line, durable, timeUp }: { line: Line; durable: boolean; timeUp: boolean }) {
  const { t } = useTranslation();
  if (line === "closed") return <Notice tone="on" title={t("已收卷，正在打开回执")} />;
  return (
    <>
      {timeUp ? <Notice tone="warn" title={t("时间到，正在收卷")}>{line === "unreachable" ? t("网络不通。已在服务器上的答案会准时收卷，网络恢复后这里会打开回执；请不要关闭页面。") : t("请稍候，马上打开回执。")}</Notice> : null}
      {line === "signed-out" ? (
        <Notice tone="bad" title={t("登录已经失效，答案都留在本机")}>
          {t("请不要关闭本页。在另一个标签页重新登录，登录后这里会自己接着保存。")}{" "}
          <SignInLink />
        </Notice>
      ) : null}
      {line === "not-yours" ? (
        <Notice tone="bad" title={t("现在登录的不是您本人，答案都留在本机")}>
          {t("请在另一个标签页退出，再用您自己的工号登录，这里会自己接着保存。")}{" "}
          <SignInLink />
        </Notice>
      ) : null}
      {line === "refused" ? <Notice tone="bad" title={t("服务器没有收下本机的答案")}>{t("请不要关闭本页，马上告诉监考员。")}</Notice> : null}
      {durable ? null : <Notice tone="warn" title={t("这个浏览器不能在本机留存答案")}>{t("答案仍会一题一题存到服务器。网络不通的时候，请不要刷新或关闭本页。")}</Notice>}
    </>
  );
}

function SignInLink() {
  const { t } = useTranslation();
  return <a href="/sign-in?next=/exams" target="_blank" rel="noreferrer" className="inline-flex min-h-12 items-center font-semibold text-flame underline">{t("在新标签页登录")}</a>;
}
