import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Chip } from "#app/ui/page.tsx";
import type { TopicView } from "../topic-view.ts";

const cell = "px-3 py-2 text-start align-top";
// On a phone a row is two lines: who and how much, then what is said. The roles keep it a table for those who listen.
const row = "border-b border-line last:border-0 max-sm:grid max-sm:grid-cols-[1fr_auto]";
const said = "max-sm:col-span-2 max-sm:pt-0";

/** What the regulations say on one topic, side by side, each with its place. */
export function TopicTable({ topic }: { topic: TopicView }) {
  const { t } = useTranslation();
  const caption = t("各家规范怎么说：{{topic}}", { topic: topic.title });
  const numbers = topic.own !== null || topic.rows.some((one) => one.figure !== null);
  return (
    <div tabIndex={0} role="region" aria-label={caption} className="table-scroll mb-4 overflow-x-auto rounded-control border border-line">
      <table role="table" className="w-full border-collapse text-[15px] leading-relaxed max-sm:block">
        <caption className="bg-canvas px-3 py-2 text-start text-sm font-semibold max-sm:block">{caption}</caption>
        <thead role="rowgroup" className="max-sm:sr-only">
          <tr role="row" className="border-y border-line text-sm text-soft">
            <th role="columnheader" scope="col" className={`${cell} w-44 font-semibold`}>{t("规范")}</th>
            {numbers ? <th role="columnheader" scope="col" className={`${cell} w-28 font-semibold`}>{t("数值")}</th> : null}
            <th role="columnheader" scope="col" className={`${cell} font-semibold`}>{t("怎么说")}</th>
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-sm:block">
          {topic.own ? (
            <tr role="row" className={`${row} bg-flame-tint`}>
              <th role="rowheader" scope="row" className={`${cell} font-semibold text-ink`}>{t("本单位自定")}<span className="block text-[13px] font-normal text-soft">{t("{{day}} 起", { day: topic.own.from })}</span></th>
              <td role="cell" className={`${cell} font-bold whitespace-nowrap`}>{topic.own.figure}</td>
              <td role="cell" className={`${cell} ${said}`}>{topic.own.basis}</td>
            </tr>
          ) : null}
          {topic.rows.map((one) => (
            <tr role="row" key={one.id} className={row}>
              <th role="rowheader" scope="row" className={`${cell} font-normal text-ink`}>
                <Link to={one.to} className="font-semibold text-flame">{one.regulation}</Link>
                <span className="block text-[13px] text-soft">{one.place}</span>
                {one.adopted ? <Chip tone="on" bare>{t("本单位标准")}</Chip> : null}
              </th>
              {numbers ? <td role="cell" className={`${cell} font-bold whitespace-nowrap`}>{one.figure ?? <span className="font-normal text-soft">{t("没有写数")}</span>}</td> : null}
              <td role="cell" className={`${cell} ${said}`}>{one.duty}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
