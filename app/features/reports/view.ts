import type { UnitFilter } from "./filter.ts";
import type { UnitRow } from "./unit.server.ts";

export const unitPageSize = 200;

/** What stands above the table: everybody, whoever may work alone, licences that end soon. The filter does not change it. */
export function headlineOf(rows: readonly UnitRow[]) {
  return {
    people: rows.length,
    alone: rows.filter((row) => row.alone).length,
    expiring: rows.reduce((sum, row) => sum + row.cells.filter((cell) => cell.expiring).length, 0),
    learning: rows.filter((row) => row.completed < row.due).length,
  };
}

/** The rows a filter asks for. Names and staff numbers are searched without regard to case. */
export function filterRows(rows: readonly UnitRow[], { q, post, show }: Pick<UnitFilter, "q" | "post" | "show">): UnitRow[] {
  const wanted = q.toLowerCase();
  return rows.filter(
    (row) =>
      (wanted === "" || row.name.toLowerCase().includes(wanted) || row.staffNo.toLowerCase().includes(wanted)) &&
      (post === "" || row.post === post) &&
      (show === "all" || (show === "alone" && row.alone) || (show === "not-alone" && !row.alone) || (show === "expiring" && row.cells.some((cell) => cell.expiring))),
  );
}
