import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { postNameOf } from "#app/features/standards/posts.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card, Notice } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { importColumns, type ImportProblem } from "../import-format.ts";
import { importReasonWords } from "../refusals.ts";
import { roleNames, type Role } from "../roles.ts";

export type PreviewRow = { line: number; staffNo: string; name: string; unitName: string; post: string; hiredOn: string; roles: readonly Role[] };
export type ImportedRow = { staffNo: string; name: string; unitName: string; password: string };

/** Step one: what the file must look like, and the file. */
export function ImportUpload() {
  const { t } = useTranslation();
  return (
    <Card title={t("第一步：上传并检查")}>
      <p>{t("表头依次为：{{columns}}。角色可以不填，默认为学员；几个角色用顿号隔开。", { columns: importColumns.join(t("、")) })}</p>
      <p className="mt-1 text-sm text-soft">{t("CSV 文件，UTF-8 或 GB18030 编码，一次最多 2000 人、1 MB。有一处不对就整个退回，不会只导入一部分。")}</p>
      <p className="mt-2"><a href="/admin/people/import/template.csv" download>{t("下载模板")}</a></p>
      <Form method="post" encType="multipart/form-data" className="mt-4 flex flex-wrap items-end gap-3">
        <div className="min-w-0 grow basis-64">
          <label htmlFor="import-file" className="text-sm font-semibold">{t("CSV 文件")}</label>
          <input id="import-file" name="file" type="file" accept=".csv,text/csv" required className="min-h-12 w-full rounded-control border border-line-strong bg-paper px-3.5 py-2.5" />
        </div>
        <Button>{t("检查文件")}</Button>
      </Form>
    </Card>
  );
}

/** Everything that is wrong, line by line; nobody was imported. */
export function ImportProblems({ problems, total }: { problems: readonly ImportProblem[]; total: number }) {
  const { t } = useTranslation();
  return (
    <>
      <Notice tone="bad" title={t("文件有 {{total}} 处不对，没有导入任何人", { total })}>{t("请在表格里改好，再上传一次。")}</Notice>
      <Table
        caption={t("不对的地方")}
        rows={problems}
        rowKey={(row) => `${row.line} ${row.column} ${row.reason}`}
        columns={[
          { head: t("行"), nowrap: true, cell: (row) => t("第 {{line}} 行", { line: row.line }) },
          { head: t("列"), nowrap: true, cell: (row) => row.column ?? t("整行") },
          { head: t("原因"), cell: (row) => t(importReasonWords[row.reason]) },
          { head: t("现在写的是"), cell: (row) => row.value },
        ]}
      />
      {problems.length < total ? <p className="text-sm text-soft">{t("只列出前 {{n}} 处。", { n: problems.length })}</p> : null}
    </>
  );
}

/** Step two: who would be imported, and the button that does it. The text travels along, so that what was checked is what is imported. */
export function ImportPreview({ rows, total, text }: { rows: readonly PreviewRow[]; total: number; text: string }) {
  const { t } = useTranslation();
  return (
    <Card title={t("第二步：核对后导入 {{total}} 人", { total })}>
      <Table
        caption={t("将要导入的人")}
        rows={rows}
        rowKey={(row) => row.staffNo}
        columns={[
          { head: t("行"), cell: (row) => row.line, hideOnPhone: true },
          { head: t("工号"), cell: (row) => row.staffNo },
          { head: t("姓名"), nowrap: true, cell: (row) => row.name },
          { head: t("单位"), cell: (row) => row.unitName },
          { head: t("岗位"), cell: (row) => t(postNameOf(row.post) ?? "") },
          { head: t("入职日期"), nowrap: true, cell: (row) => row.hiredOn, hideOnPhone: true },
          { head: t("角色"), cell: (row) => row.roles.map((role) => t(roleNames[role])).join(t("、")) },
        ]}
      />
      {rows.length < total ? <p className="mt-2 text-sm text-soft">{t("只列出前 {{n}} 人，其余已检查无误。", { n: rows.length })}</p> : null}
      <Form method="post" encType="multipart/form-data" className="mt-4 flex flex-wrap gap-3">
        <input type="hidden" name="intent" value="import" />
        <textarea name="text" value={text} readOnly hidden />
        <Button>{t("导入 {{total}} 人", { total })}</Button>
        <ButtonLink to="/admin/people/import" tone="quiet">{t("换一个文件")}</ButtonLink>
      </Form>
    </Card>
  );
}

/** The one-time passwords, offered once as a list and a file. */
export function ImportDone({ people, csv }: { people: readonly ImportedRow[]; csv: string }) {
  const { t } = useTranslation();
  return (
    <>
      <Notice tone="ok" title={t("已导入 {{n}} 人", { n: people.length })}>{t("一次性密码只显示这一次，离开本页就再也看不到。请先下载，再当面交给本人。")}</Notice>
      <div className="no-print flex flex-wrap gap-3">
        <a href={csv} download={`${t("一次性密码")}.csv`} className="inline-flex min-h-12 items-center rounded-control border border-flame bg-flame px-6 font-semibold text-on-flame no-underline hover:bg-flame-deep">{t("下载一次性密码")}</a>
        <ButtonLink to="/admin/people" tone="quiet">{t("查看人员")}</ButtonLink>
      </div>
      <Table
        caption={t("一次性密码")}
        rows={people}
        rowKey={(row) => row.staffNo}
        columns={[
          { head: t("工号"), cell: (row) => row.staffNo },
          { head: t("姓名"), nowrap: true, cell: (row) => row.name },
          { head: t("单位"), cell: (row) => row.unitName, hideOnPhone: true },
          { head: t("一次性密码"), cell: (row) => <span className="font-mono">{row.password}</span> },
        ]}
      />
    </>
  );
}
