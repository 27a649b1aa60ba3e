import type { LoaderFunctionArgs } from "@remix-run/node";
import { AuditFilter } from "#app/features/audit/filter.ts";
import { listForExport } from "#app/features/audit/queries.server.ts";
import { dataLine, wordsOf } from "#app/features/audit/words.ts";
import { signedInFor } from "#app/features/people/guard.server.ts";
import { csvResponse, toCsv } from "#app/lib/csv.server.ts";
import { formatMoment } from "#app/lib/format.ts";

/** The audit log as a file, with the filter of the page it was asked from. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "audit.read");
  const filter = AuditFilter.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const rows = await listForExport(context, filter);
  const head = ["时间", "操作人", "操作人工号", "事件", "事件代码", "涉及的人", "涉及的人工号", "对象编号", "详情"];
  const lines = rows.map(({ at, event, subject, actor, person, data }) => [formatMoment(at), actor?.name ?? "系统", actor?.staffNo ?? "", wordsOf(event) ?? event, event, person?.name ?? "", person?.staffNo ?? "", subject, dataLine(data)]);
  return csvResponse("审计日志.csv", toCsv(head, lines));
}
