import type { LoaderFunctionArgs } from "@remix-run/node";
import { signedInFor } from "#app/features/people/guard.server.ts";
import { importColumns } from "#app/features/people/import-format.ts";
import { csvResponse, toCsv } from "#app/lib/csv.server.ts";

/** The empty import file with one line to overwrite. */
export async function loader(args: LoaderFunctionArgs) {
  await signedInFor(args, "person.manage");
  return csvResponse("人员导入模板.csv", toCsv(importColumns, [["10238", "陈晓梅", "城东站", "维修技术员", "2026-03-01", "学员"]]));
}
