import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { signedInFor } from "#app/features/people/guard.server.ts";
import { readImportUpload } from "#app/features/people/import-upload.server.ts";
import { importPeople, previewImport } from "#app/features/people/import.server.ts";
import { importRefusals } from "#app/features/people/refusals.ts";
import { ImportDone, ImportPreview, ImportProblems, ImportUpload } from "#app/features/people/ui/import-steps.tsx";
import { toCsv } from "#app/lib/csv.server.ts";
import { Notice, Page } from "#app/ui/page.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("从文件导入人员");

export async function loader(args: LoaderFunctionArgs) {
  await signedInFor(args, "person.manage");
  return null;
}

const refuse = (problem: keyof typeof importRefusals) => data({ step: "refused" as const, problem: importRefusals[problem] }, { status: 422 });

export async function action(args: ActionFunctionArgs) {
  const context = await signedInFor(args, "person.manage");
  const upload = await readImportUpload(args.request);
  if (!upload.ok) return refuse(upload.refusal);
  const { text, confirmed } = upload.value;
  const result = confirmed ? await importPeople(context, text) : await previewImport(context, text);
  if (!result.ok && result.refusal === "has-problems") {
    return data({ step: "problems" as const, problems: result.problems.slice(0, 200), total: result.problems.length }, { status: 422 });
  }
  if (!result.ok) return refuse(result.refusal);
  const people = result.value.flatMap((row) => ("password" in row ? [row] : []));
  if (!confirmed) return { step: "preview" as const, rows: result.value.flatMap((row) => ("line" in row ? [row] : [])).slice(0, 50), total: result.value.length, text };
  // Answered without a redirect: the passwords are stored nowhere and can be shown this once only.
  const csv = toCsv(["工号", "姓名", "单位", "一次性密码"], people.map((row) => [row.staffNo, row.name, row.unitName, row.password]));
  return { step: "done" as const, people, csv: `data:text/csv;charset=utf-8;base64,${Buffer.from(csv).toString("base64")}` };
}

export default function ImportPage() {
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <Page title={t("从文件导入人员")} eyebrow={t("人员与账号")} width="wide">
      {answer?.step === "refused" ? <Notice tone="bad" title={t(answer.problem)} /> : null}
      {answer?.step === "problems" ? <ImportProblems problems={answer.problems} total={answer.total} /> : null}
      {answer?.step === "done" ? <ImportDone people={answer.people} csv={answer.csv} /> : answer?.step === "preview" ? <ImportPreview rows={answer.rows} total={answer.total} text={answer.text} /> : <ImportUpload />}
    </Page>
  );
}
