import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { attendanceWayNames, classKindNames } from "#app/features/classes/names.ts";
import { durationInWords } from "#app/features/classes/ui/duration.ts";
import { CommitmentTimeline } from "#app/features/commitments/ui/commitment-timeline.tsx";
import { standingLabels } from "#app/features/licences/labels.ts";
import { AssignmentTable } from "#app/features/people/ui/assignment-table.tsx";
import { postNameOf } from "#app/features/standards/posts.ts";
import { useAlive } from "#app/ui/alive.ts";
import { Button } from "#app/ui/button.tsx";
import { Card, Chip, Empty, Facts } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import type { Archive } from "../archive.server.ts";
import { ResultsTable } from "./results-table.tsx";

/** Prints the page; only there once the page is alive, the browser's own menu prints it too. */
export function PrintButton() {
  const { t } = useTranslation();
  return useAlive() ? <Button type="button" tone="quiet" size="small" className="no-print" onClick={() => window.print()}>{t("打印")}</Button> : null;
}

/** The training archive of a person, as one page that can be printed and filed. */
export function ArchiveCards({ archive }: { archive: Archive }) {
  const { t } = useTranslation();
  const { person, assignments, modules, acknowledgements, due, results, licences, commitments, classes } = archive;
  return (
    <>
      <Card title={t("人员")}>
        <Facts
          items={[
            [t("姓名"), person.name],
            [t("工号"), person.staffNo],
            [t("岗位"), t(postNameOf(person.post) ?? "未定")],
            [t("单位"), person.unitName ?? t("未定")],
            [t("入职日期"), person.hiredOn],
            ...(person.leftOn ? [[t("最后工作日"), person.leftOn] as const] : []),
          ]}
        />
      </Card>
      <Card title={t("岗位经历")}><AssignmentTable rows={assignments} /></Card>
      <Card title={t("上岗证")}>
        {licences.length === 0 ? <Empty title={t("还没有上岗证")}>{t("理论和实操都合格、由发证人签发之后，会出现在这里。")}</Empty> : (
          <Table
            caption={t("上岗证")}
            rows={licences}
            rowKey={(row) => row.id}
            columns={[
              { head: t("证件"), cell: (row) => row.title },
              { head: t("编号"), cell: (row) => <Link to={`/licences/${row.id}`} className="whitespace-nowrap text-flame underline underline-offset-3">{row.number}</Link> },
              { head: t("有效期"), nowrap: true, cell: (row) => t("{{from}} 至 {{to}}", { from: row.validFrom, to: row.validUntil }) },
              { head: t("状态"), cell: (row) => <Chip tone={standingLabels[row.standing].tone}>{t(standingLabels[row.standing].word)}</Chip> },
            ]}
          />
        )}
      </Card>
      <Card title={t("服务期")}>
        {commitments.length === 0 ? <p className="text-soft">{t("没有服务期记录。")}</p> : (
          <ul className="divide-y divide-line">
            {commitments.map((one) => (
              <li key={one.id} className="py-4 first:pt-0 last:pb-0">
                <h3 className="mb-2 text-sm text-soft">{t("随上岗证 {{number}}", { number: one.licence })}</h3>
                <CommitmentTimeline commitment={one} />
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card title={t("考试和考核")}>
        {results.length === 0 ? <Empty title={t("还没有成绩")}>{t("理论成绩发布、实操考核双方签字之后，会出现在这里。")}</Empty> : <ResultsTable rows={results} />}
      </Card>
      <Card title={t("学习")} aside={<span className="text-sm text-soft">{t("本岗位课程 {{done}} / {{total}} 个模块", { done: due.total - due.left.length, total: due.total })}</span>}>
        {modules.length === 0 ? <Empty title={t("还没有学完的模块")}>{t("读完一个模块并通过自测之后，会出现在这里。")}</Empty> : (
          <Table
            caption={t("学完的模块")}
            rows={modules}
            rowKey={(row) => row.key}
            columns={[
              { head: t("模块"), cell: (row) => row.title },
              { head: t("学完日期"), nowrap: true, cell: (row) => row.on },
              { head: t("版本"), cell: (row) => <code>{row.version}</code>, hideOnPhone: true },
            ]}
          />
        )}
        {acknowledgements.length === 0 ? null : (
          <div className="mt-4">
            <h3 className="mb-2">{t("已阅知")}</h3>
            <Table
              caption={t("已阅知的模块")}
              rows={acknowledgements}
              rowKey={(row) => row.key}
              columns={[
                { head: t("模块"), cell: (row) => row.title },
                { head: t("确认日期"), nowrap: true, cell: (row) => row.on },
                { head: t("版本"), cell: (row) => <code>{row.version}</code>, hideOnPhone: true },
              ]}
            />
          </div>
        )}
        {due.left.length > 0 ? <p className="mt-3 text-sm text-soft">{t("还没学完：{{titles}}", { titles: due.left.join(t("、")) })}</p> : null}
      </Card>
      <Card title={t("培训活动")} aside={classes.length === 0 ? null : <span className="text-sm text-soft">{t("共 {{duration}}", { duration: durationInWords(t, classes.reduce((sum, one) => sum + one.minutes, 0)) })}</span>}>
        {classes.length === 0 ? <Empty title={t("还没有参加过培训活动")}>{t("活动结束后，到场的人和时长会出现在这里。")}</Empty> : (
          <Table
            caption={t("培训活动")}
            rows={classes}
            rowKey={(row) => row.id}
            columns={[
              { head: t("活动"), cell: (row) => row.title },
              { head: t("培训方式"), cell: (row) => t(classKindNames[row.kind]), nowrap: true, hideOnPhone: true },
              { head: t("日期"), cell: (row) => row.on, nowrap: true },
              { head: t("时长"), cell: (row) => durationInWords(t, row.minutes), nowrap: true },
              { head: t("怎样到场"), cell: (row) => t(attendanceWayNames[row.way]), nowrap: true, hideOnPhone: true },
            ]}
          />
        )}
      </Card>
    </>
  );
}
