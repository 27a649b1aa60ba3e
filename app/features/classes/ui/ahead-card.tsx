import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatMoment } from "#app/lib/format.ts";
import { Card, Chip } from "#app/ui/page.tsx";
import { classKindNames } from "../names.ts";
import type { listAhead } from "../queries.server.ts";

/** The classes of one's unit in the next fourteen days, on the plan. */
export function ClassesAhead({ classes }: { classes: Awaited<ReturnType<typeof listAhead>> }) {
  const { t } = useTranslation();
  return (
    <Card title={t("近两周的培训活动")}>
      <ul className="divide-y divide-line">
        {classes.map((one) => (
          <li key={one.id}>
            <Link to={`/attend/${one.id}`} className="-mx-2 flex min-h-14 items-center gap-3 rounded-control px-2 py-2 text-ink no-underline hover:bg-canvas">
              <span className="min-w-0 grow">
                <span className="block">{one.title}</span>
                <span className="block text-sm text-soft">{t("{{kind}} · {{when}} · {{place}}", { kind: t(classKindNames[one.kind]), when: formatMoment(one.startsAt), place: one.place })}</span>
              </span>
              {one.stage === "open" ? <Chip tone="on">{t("可以签到")}</Chip> : null}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
