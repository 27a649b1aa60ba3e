import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { Card, Chip, Notice } from "#app/ui/page.tsx";
import type { Acknowledgement } from "../reading-queries.server.ts";

/** 已阅知: what a person confirms of a module that demands it, of which version and when. `ready` once every section of this version is read. */
export function AcknowledgeCard({ acknowledgement, ready, refusal }: { acknowledgement: Acknowledgement; ready: boolean; refusal: string | null }) {
  const { t } = useTranslation();
  const { version, on, olderOn } = acknowledgement;
  const short = version.slice(0, 8);
  return (
    <Card title={t("阅知")} aside={on ? <Chip tone="ok">{t("已阅知")}</Chip> : olderOn ? <Chip tone="warn">{t("内容有更新")}</Chip> : <Chip>{t("待确认")}</Chip>}>
      {refusal === null ? null : <div className="mb-3"><Notice tone="bad" title={t(refusal)} /></div>}
      {on ? (
        <p>{t("您在 {{on}} 确认：已阅读并知晓本模块，会照此执行。版本 {{version}}。", { on, version: short })}</p>
      ) : (
        <>
          {olderOn ? <p className="mb-1">{t("您在 {{on}} 确认的是旧版。内容后来有更新，请读过新版，再确认一次。", { on: olderOn })}</p> : null}
          <p>{t("本模块要求每个人确认：我已阅读并知晓，会照此执行。确认会连同版本和时间记入档案。")}</p>
          {ready ? (
            <Form method="post" className="mt-3">
              <input type="hidden" name="version" value={version} />
              <Button wide tone="quiet">{t("我已阅知")}</Button>
            </Form>
          ) : (
            <p className="mt-1 text-sm text-soft">{t("各节都读过之后，在这里确认。")}</p>
          )}
        </>
      )}
    </Card>
  );
}
