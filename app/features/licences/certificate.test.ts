import jsQR from "jsqr";
import { expect, test } from "vitest";
import { drawCertificate } from "./certificate.server.ts";
import { qrPath } from "#app/lib/qr.server.ts";
import { verificationUrl } from "./qr.server.ts";

const url = verificationUrl("https://training.example.com", "V1StGXR8_Z5jdHi6B-myT");

/** The path painted as pixels, `scale` to a square. */
function paint({ size, d }: ReturnType<typeof qrPath>, scale: number): Uint8ClampedArray {
  const width = size * scale;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const match of d.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    const [left, top] = [Number(match[1]) * scale, Number(match[2]) * scale];
    for (let y = top; y < top + scale; y += 1) for (let x = left; x < left + scale; x += 1) pixels.set([0, 0, 0], (y * width + x) * 4);
  }
  return pixels;
}

test("the QR code of a licence reads as the address of its public check", () => {
  const qr = qrPath(url);
  expect(jsQR(paint(qr, 4), qr.size * 4, qr.size * 4)?.data).toBe("https://training.example.com/v/V1StGXR8_Z5jdHi6B-myT");
});

test("a certificate is one sheet with its own fonts, small enough to be mailed", async () => {
  const pdf = await drawCertificate({
    number: "AR-2026-00417-8",
    title: "维修上岗证",
    company: "安然燃气",
    holder: { name: "陈晓梅", staffNo: "10238" },
    tasks: [{ id: "indoor-repair", title: "户内报修与维修", scope: "alone" }, { id: "emergency-assist", title: "抢修抢险配合", scope: "supervised" }],
    validFrom: "2026-12-01",
    validUntil: "2028-11-30",
    issuer: "郑雅琴",
    issuedAt: 0,
    url,
  });
  const text = new TextDecoder("latin1").decode(pdf);
  expect(text.slice(0, 5)).toBe("%PDF-");
  expect(text).toContain("/Count 1\n");
  expect(text.match(/\/FontFile2/g)).toHaveLength(2);
  expect(text).not.toContain("/Helvetica");
  expect(pdf.length).toBeLessThan(80_000);
});
