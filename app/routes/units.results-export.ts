import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";
import { ResultsFilter } from "#app/features/reports/filter.ts";
import { findUnitResults } from "#app/features/reports/results.server.ts";
import { csvResponse, toCsv } from "#app/lib/csv.server.ts";
import { formatPercent } from "#app/lib/format.ts";

/** A unit's final results as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "unit.read");
  const filter = ResultsFilter.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const { unit, rows } = (await findUnitResults(context, args.params.id ?? "", filter)) ?? notFound();
  const head = ["日期", "姓名", "工号", "单位", "考核", "名称", "分数", "结果"];
  const lines = rows.map((row) => [row.on, row.name, row.staffNo, row.unitName, row.kind === "theory" ? "理论" : "实操", row.title, row.percent === null ? "" : formatPercent(row.percent), row.passed ? "合格" : "不合格"]);
  return csvResponse(`${unit.name} 成绩.csv`, toCsv(head, lines));
}
