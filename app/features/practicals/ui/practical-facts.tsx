import { useTranslation } from "react-i18next";
import { formatMoment } from "#app/lib/format.ts";
import { Card, Facts } from "#app/ui/page.tsx";
import type { PracticalHead } from "../views.ts";

/** Who, what, when. */
export function PracticalFacts({ practical }: { practical: PracticalHead }) {
  const { t } = useTranslation();
  const { candidate, assessor, schemeTitle, startedAt, finishedAt } = practical;
  return (
    <Card>
      <Facts
        items={[
          [t("学员"), `${candidate.name} ${candidate.staffNo}`],
          [t("考评员"), `${assessor.name} ${assessor.staffNo}`],
          [t("持证方案"), schemeTitle],
          [t("开始"), formatMoment(startedAt)],
          ...(finishedAt === null ? [] : [[t("结束"), t("{{time}}（用时 {{n}} 分钟）", { time: formatMoment(finishedAt), n: Math.max(1, Math.round((finishedAt - startedAt) / 60_000)) })] as const]),
        ]}
      />
    </Card>
  );
}
