import type { QrPath } from "#app/lib/qr.server.ts";
import { classes } from "./classes.ts";

/** A QR code as it can be scanned: dark on white with its quiet zone. */
export function QrCode({ qr, label, className }: { qr: QrPath; label: string; className?: string }) {
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${qr.size} ${qr.size}`} shapeRendering="crispEdges" className={classes("rounded-lg bg-white", className)}>
      <path d={qr.d} fill="#17212b" />
    </svg>
  );
}
