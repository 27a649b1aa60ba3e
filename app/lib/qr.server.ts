import qrcode from "qrcode";

/** A QR code as one SVG path of unit squares in a square of `size`, quiet zone included. */
export type QrPath = { size: number; d: string };

const quiet = 4;

/** Draws `text` with error correction M (15 % may be scratched). The same path serves a page and a PDF. */
export function qrPath(text: string): QrPath {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: "M" });
  const squares: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) squares.push(`M${column + quiet} ${row + quiet}h1v1h-1z`);
    }
  }
  return { size: modules.size + 2 * quiet, d: squares.join("") };
}
