import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";
import { ProgressFilter } from "#app/features/reports/progress-filter.ts";
import { findUnitProgress } from "#app/features/reports/progress-queries.server.ts";
import { progressRows } from "#app/features/reports/progress-view.ts";
import { stuckWords } from "#app/features/reports/progress-words.ts";
import { postNameOf } from "#app/features/standards/posts.ts";
import { csvResponse, toCsv } from "#app/lib/csv.server.ts";

const head = ["日期", "姓名", "工号", "岗位", "单位", "已学模块", "应学模块", "正在学", "学到", "最近学习", "几天没学", "没通过的自测", "最好一次（%）", "没通过几次", "卡住", "原因"];

/** The unit's learning as a file, with the filter and in the order of the page it was asked from. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "progress.read");
  const { unit, on, rows } = (await findUnitProgress(context, args.params.unitId ?? "")) ?? notFound();
  const filter = ProgressFilter.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const lines = progressRows(rows, filter).map((row) => [
    on,
    row.name,
    row.staffNo,
    postNameOf(row.post),
    row.unitName,
    row.complete,
    row.due,
    row.current?.title ?? null,
    row.current && (row.current.section === null ? "自测" : `第 ${row.current.section} / ${row.current.sections} 节`),
    row.lastOn,
    row.idle,
    row.bestFailed?.title ?? null,
    row.bestFailed?.percent ?? null,
    row.bestFailed?.times ?? null,
    row.stuck.length > 0 ? "是" : "否",
    row.stuck.map((one) => (one.title === null ? "" : `《${one.title}》`) + stuckWords((sentence, values) => fill(sentence, values), one)).join("；"),
  ]);
  return csvResponse(`${unit.name} 学习进度 ${on}.csv`, toCsv(head, lines));
}

/** The file is Chinese, like the records it is made from. */
function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ""));
}
