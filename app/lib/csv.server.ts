import Papa from "papaparse";

// A spreadsheet takes a cell that begins like this for a formula, the full-width forms included.
const formula = /^[=+\-@\t\r＝＋－＠]/;

/** A CSV file as Excel opens it: BOM, CRLF, and no cell that would be computed. */
export function toCsv(head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${Papa.unparse([[...head], ...rows.map((row) => [...row])], { escapeFormulae: formula, newline: "\r\n" })}`;
}

/** Answers a request with a CSV file to keep; `name` may be Chinese. */
export function csvResponse(name: string, csv: string): Response {
  return new Response(csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="export.csv"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "X-Content-Type-Options": "nosniff",
    },
  });
}
