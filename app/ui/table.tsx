import type { ReactNode } from "react";
import { classes } from "./classes.ts";

export type Column<Row> = { head: ReactNode; cell: (row: Row) => ReactNode; align?: "start" | "center" | "end"; hideOnPhone?: boolean; nowrap?: boolean };

/** A dense staff table with a sticky head; scrolls sideways inside its card when it must. `caption` is read out, not shown. */
export function Table<Row>({ caption, columns, rows, rowKey }: { caption: string; columns: readonly Column<Row>[]; rows: readonly Row[]; rowKey: (row: Row) => string }) {
  const place = (column: Column<Row>) =>
    classes(column.align === "center" ? "text-center" : column.align === "end" ? "text-end" : "text-start", column.hideOnPhone && "hidden sm:table-cell", column.nowrap && "whitespace-nowrap");
  return (
    <div tabIndex={0} role="region" aria-label={caption} className="relative max-h-[75dvh] overflow-auto print:max-h-none print:overflow-visible rounded-card border border-line bg-paper">
      {/* `relative`: what is only read out is placed within, or it would widen the page. Names and numbers stay whole: a table that is too wide scrolls. */}
      <table className="w-full border-collapse text-sm [overflow-wrap:normal] [word-break:keep-all]">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col" className={classes("sticky top-0 z-10 h-10 border-b border-line bg-canvas px-3 font-semibold whitespace-nowrap text-soft", place(column))}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-line last:border-0 hover:bg-canvas">
              {columns.map((column, index) => (
                <td key={index} className={classes("h-10 px-3 py-1.5", place(column))}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
