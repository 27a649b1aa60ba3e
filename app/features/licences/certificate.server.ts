import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import type { Instant } from "#app/lib/clock.ts";
import { qrPath } from "#app/lib/qr.server.ts";
import type { LicenceTask } from "./body.ts";

/** What the certificate 证书 of a licence says; `url` is what its QR code carries. */
export type Certificate = {
  number: string;
  title: string;
  company: string;
  holder: { name: string; staffNo: string };
  tasks: readonly LicenceTask[];
  validFrom: string;
  validUntil: string;
  issuer: string;
  issuedAt: Instant;
  url: string;
};

const { resolve } = createRequire(import.meta.url);
const font = (style: string) => readFile(resolve(`@expo-google-fonts/noto-sans-sc/${style}/NotoSansSC_${style}.ttf`));
// Ten megabytes each, the same for every certificate: read once, at the first one.
let fonts: Promise<[Buffer, Buffer]> | undefined;

const blue = "#0b4f9f";
const ink = "#17212b";
const soft = "#55636f";
const line = "#dfe5ea";

/** Draws the certificate on one sheet of A4. The words are Chinese in every language of the interface. */
export async function drawCertificate(certificate: Certificate): Promise<Uint8Array<ArrayBuffer>> {
  fonts ??= Promise.all([font("400Regular"), font("700Bold")]);
  const [regular, bold] = await fonts;
  const pdf = new PDFDocument({
    size: "A4",
    margin: 56,
    font: "",
    info: { Title: `培训上岗证书 ${certificate.number}`, Author: certificate.company, CreationDate: new Date(certificate.issuedAt) },
    lang: "zh-CN",
    displayTitle: true,
  });
  pdf.registerFont("regular", regular).registerFont("bold", bold);
  const chunks: Buffer[] = [];
  const done = new Promise<void>((fulfil, reject) => pdf.on("data", (chunk: Buffer) => chunks.push(chunk)).on("end", fulfil).on("error", reject));

  const { width, height } = pdf.page;
  const left = 56;
  const inner = width - 2 * left;
  pdf.rect(28, 28, width - 56, height - 56).lineWidth(1.5).stroke(blue);
  pdf.rect(34, 34, width - 68, height - 68).lineWidth(0.5).stroke(blue);

  pdf.font("regular").fontSize(13).fillColor(soft).text(certificate.company, left, 78, { width: inner, align: "center" });
  pdf.font("bold").fontSize(34).fillColor(blue).text("培训上岗证书", left, 100, { width: inner, align: "center", characterSpacing: 4 });
  pdf.font("regular").fontSize(12).fillColor(soft).text(`编号 ${certificate.number}`, left, 154, { width: inner, align: "center" });
  pdf.moveTo(left + 120, 184).lineTo(width - left - 120, 184).lineWidth(0.75).stroke(line);

  pdf.font("bold").fontSize(30).fillColor(ink).text(certificate.holder.name, left, 206, { width: inner, align: "center", characterSpacing: 3 });
  pdf.font("regular").fontSize(13).fillColor(soft).text(`工号 ${certificate.holder.staffNo}`, left, 250, { width: inner, align: "center" });
  pdf.font("regular").fontSize(14).fillColor(ink).text(`经培训，理论考试和实操考核均合格，准予从事以下工作。`, left, 284, { width: inner, align: "center" });
  pdf.font("bold").fontSize(20).fillColor(blue).text(certificate.title, left, 314, { width: inner, align: "center" });

  const groups = ([["alone", "可以独立做"], ["supervised", "须有持证人员带着做"]] as const)
    .map(([scope, heading]) => ({ heading, tasks: certificate.tasks.filter((task) => task.scope === scope) }));
  // Side by side: down to the line above the dates a column holds eight tasks; more are set smaller.
  const size = 13 * Math.min(1, 8 / Math.max(...groups.map(({ tasks }) => tasks.length)));
  for (const [index, { heading, tasks }] of groups.entries()) {
    if (tasks.length === 0) continue;
    const x = left + 30 + (index * inner) / 2;
    const room = inner / 2 - 50;
    pdf.font("bold").fontSize(13).fillColor(ink).text(heading, x, 362, { width: room });
    for (const task of tasks) {
      const y = pdf.y + size * 0.23;
      pdf.circle(x + 4, y + size * 0.72, 2).fill(blue);
      pdf.font("regular").fontSize(size).fillColor(ink).text(task.title, x + 16, y, { width: room - 16 });
    }
  }

  const foot = height - 250;
  const fact = (name: string, value: string, top: number) => {
    pdf.font("regular").fontSize(11).fillColor(soft).text(name, left + 12, top, { width: 200 });
    pdf.font("bold").fontSize(14).fillColor(ink).text(value, left + 12, top + 16, { width: 300 });
  };
  pdf.moveTo(left, foot - 20).lineTo(width - left, foot - 20).lineWidth(0.75).stroke(line);
  fact("有效期", `${certificate.validFrom} 至 ${certificate.validUntil}`, foot);
  fact("发证单位", certificate.company, foot + 48);
  fact("发证人", certificate.issuer, foot + 96);

  const qr = qrPath(certificate.url);
  const side = 132;
  pdf.save().translate(width - left - side - 8, foot - 6).scale(side / qr.size).path(qr.d).fill(ink).restore();
  pdf.font("bold").fontSize(13).fillColor(blue).text("上岗前请扫码核验", width - left - side - 28, foot + side - 2, { width: side + 40, align: "center" });
  pdf.font("regular").fontSize(9).fillColor(soft).text("本证随时可能被暂停或吊销，是否有效以扫码结果为准。", left, height - 62 - 12, { width: inner, align: "center", lineBreak: false });
  pdf.end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}
