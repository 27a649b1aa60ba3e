import type { LoaderFunctionArgs } from "@remix-run/node";
import { commitmentLabels } from "#app/features/commitments/labels.ts";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";
import { readOn, UnitFilter } from "#app/features/reports/filter.ts";
import { cellWords } from "#app/features/reports/labels.ts";
import { findUnitReport } from "#app/features/reports/unit.server.ts";
import { filterRows } from "#app/features/reports/view.ts";
import { postNameOf } from "#app/features/standards/posts.ts";
import { dayOf } from "#app/lib/clock.ts";
import { csvResponse, toCsv } from "#app/lib/csv.server.ts";

/** The unit's table as a file, for the day and with the filter of the page it was asked from. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "unit.read");
  const query = new URL(args.request.url).searchParams;
  const day = readOn(query.get("on"), dayOf(context.now));
  const on = day.ok ? day.value : notFound();
  const report = (await findUnitReport(context, args.params.id ?? "", on)) ?? notFound();
  const { unit, schemes, rows } = report;
  const head = ["日期", "姓名", "工号", "岗位", "单位", "已学模块", "应学模块", "可独立上岗", ...schemes.flatMap((scheme) => [scheme.title, `${scheme.title}有效至`]), "最近到期", "服务期", "服务期开始", "服务期结束"];
  const lines = filterRows(rows, UnitFilter.parse(Object.fromEntries(query))).map((row) => [
    on,
    row.name,
    row.staffNo,
    postNameOf(row.post),
    row.unitName,
    row.completed,
    row.due,
    row.alone ? "是" : "否",
    ...row.cells.flatMap((cell) => [cellWords[cell.state].word, cell.validUntil]),
    row.nextExpiry,
    row.commitment && commitmentLabels[row.commitment.state].word,
    row.commitment?.startsOn ?? null,
    row.commitment?.endsOn ?? null,
  ]);
  return csvResponse(`${unit.name} ${on}.csv`, toCsv(head, lines));
}
