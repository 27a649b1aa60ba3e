import type { ProgressFilter } from "./progress-filter.ts";
import type { ProgressRow } from "./progress-queries.server.ts";

export const progressPageSize = 200;

/** What stands above the table: how many people, how many are stuck, how many have learned everything. The filter does not change it. */
export function progressHeadline(rows: readonly Pick<ProgressRow, "complete" | "due" | "stuck">[]) {
  const complete = rows.reduce((sum, row) => sum + row.complete, 0);
  const due = rows.reduce((sum, row) => sum + row.due, 0);
  return { people: rows.length, complete, due, percent: percentOf(complete, due), stuck: rows.filter((row) => row.stuck.length > 0).length };
}

/** The share complete in whole percent, rounded down: only who has learned everything is at 100. Null when nothing is due. */
export function percentOf(complete: number, due: number): number | null {
  return due === 0 ? null : Math.floor((complete * 100) / due);
}

type Order = (a: ProgressRow, b: ProgressRow) => number;
const byStaffNo: Order = (a, b) => (a.staffNo < b.staffNo ? -1 : a.staffNo > b.staffNo ? 1 : 0);
// Who never learned has waited longest; who has nothing left comes last.
const wait = (row: ProgressRow) => (row.open.length === 0 ? -1 : (row.idle ?? Number.MAX_SAFE_INTEGER));
const byWait: Order = (a, b) => wait(b) - wait(a) || byStaffNo(a, b);
const share = (row: ProgressRow) => (row.due === 0 ? 1 : row.complete / row.due);
const orders: Record<ProgressFilter["sort"], Order> = {
  attention: (a, b) => Math.sign(b.stuck.length) - Math.sign(a.stuck.length) || byWait(a, b),
  staff: byStaffNo,
  share: (a, b) => share(a) - share(b) || byStaffNo(a, b),
  idle: byWait,
};

/** The rows a filter asks for, in its order. With a module: who has to learn it and has not completed it, and where in it they are. */
export function progressRows<Row extends ProgressRow>(rows: readonly Row[], { post, module, show, sort }: Omit<ProgressFilter, "page">): Row[] {
  return rows
    .flatMap((row) => {
      const within = row.open.find((one) => one.id === module);
      return module === "" ? [row] : within ? [{ ...row, current: within }] : [];
    })
    .filter((row) => (post === "" || row.post === post) && (show === "all" || row.stuck.length > 0))
    .toSorted(orders[sort]);
}

/** A row as the page needs it; of the open modules only how many. */
export function shownRow<Row extends ProgressRow>({ open, ...row }: Row) {
  return { ...row, left: open.length };
}
