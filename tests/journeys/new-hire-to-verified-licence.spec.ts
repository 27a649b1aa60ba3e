import { readFileSync } from "node:fs";
import { findChecklist } from "#app/features/practicals/catalogue.server.ts";
import { stepsOf } from "#app/features/practicals/checklist.ts";
import { findScheme } from "#app/features/standards/schemes.server.ts";
import { addDays, dayOf } from "#app/lib/clock.ts";
import { openContent } from "#app/lib/content.server.ts";
import { toLocalField } from "#app/lib/format.ts";
import { answerQuestion, knownAnswer } from "#tests/support/answers.ts";
import { accountOf, expect, expectSound, test } from "#tests/support/journey.ts";
import { scan } from "#tests/support/qr.ts";
import type { Page } from "@playwright/test";

const newHire = { ...accountOf("new-hire"), masked: "林*雨" };
const hour = 3_600_000;

test("from new hire to verified licence", async ({ open, site }) => {
  test.setTimeout(300_000);
  const { page: hire, context: hiresPhone } = await open("new-hire");

  await test.step("a new hire sees what is left and reads the next module", async () => {
    await expect(hire.getByRole("heading", { level: 1 })).toContainText("还剩 16 个模块");
    await expectSound(hire);
    // Whatever module another story of this server has begun for her, this one she has not.
    await hire.getByRole("link", { name: /^职业道德/ }).first().click();
    await hire.getByRole("link", { name: /^开始/ }).first().click();
    await expectSound(hire);
    for (let sections = 1; ; sections += 1) {
      const next = hire.getByRole("button", { name: "下一节" });
      await expect(next.or(hire.getByRole("button", { name: /自测/ }))).toBeVisible();
      if (sections === 2) await expectSound(hire);
      if (!(await next.isVisible())) break;
      const before = hire.url();
      await next.click();
      await hire.waitForURL((url) => url.href !== before);
    }
    await hire.getByRole("button", { name: /自测/ }).click();
  });

  await test.step("checks herself, and the module is complete", async () => {
    await expect(hire.getByRole("heading", { level: 1, name: "自测" })).toBeVisible();
    await expectSound(hire);
    await answerSelfCheck(hire);
    await hire.getByRole("button", { name: "交自测，看解析" }).click();
    await expect(hire.getByText("各节都读过，自测也通过了，本模块已完成。").first()).toBeVisible();
    await expectSound(hire);
    await hire.goto("/plan");
    await expect(hire.getByRole("heading", { level: 1 })).toContainText("还剩 15 个模块");
  });

  const { page: trainer } = await open("trainer", { width: 1280, height: 900 });
  await test.step("a trainer plans a sitting, admits her and opens the room", async () => {
    await trainer.goto("/sittings/new");
    await expectSound(trainer);
    await trainer.getByLabel("持证方案").selectOption("repair");
    await trainer.getByLabel("场次名称").fill("维修上岗证理论考试 新员工场");
    await trainer.getByLabel("考场").fill("城东站会议室");
    await trainer.getByLabel("开始时间").fill(toLocalField(Date.now() - 60_000));
    await trainer.getByLabel("结束时间").fill(toLocalField(Date.now() + 2 * hour));
    await trainer.getByRole("button", { name: "新建场次" }).click();
    await trainer.getByRole("checkbox", { name: newHire.name }).check();
    await trainer.getByRole("button", { name: "安排考试" }).click();
    await expect(trainer.getByRole("row", { name: newHire.name })).toBeVisible();
    await expectSound(trainer);
    await trainer.getByRole("button", { name: "开考" }).click();
    await expect(trainer.getByText("考试中")).toBeVisible();
  });

  await test.step("she sits the exam; the network drops for a while, and nothing is lost", async () => {
    await hire.goto("/exams");
    await expectSound(hire);
    await hire.getByRole("button", { name: "开始考试" }).click();
    await hire.waitForURL(/\/attempts\//);
    await expectSound(hire);
    const questions = 25;
    for (let slot = 1; slot <= questions; slot += 1) {
      if (slot === 9) await hiresPhone.setOffline(true);
      await expect(hire.getByText(`第 ${slot} 题 / ${questions}`)).toBeVisible();
      const stem = await hire.locator("#stem").innerText();
      await answerQuestion(hire.locator("main section").first(), knownAnswer(stem));
      if (slot === 12) {
        await expect(hire.getByText(/题只在本机，网络不通/).first()).toBeVisible();
        await hiresPhone.setOffline(false);
        await expect(hire.getByText("12 题已在服务器").first()).toBeVisible({ timeout: 30_000 });
        await hire.reload();
        await expect(hire.getByText("12 题已在服务器").first()).toBeVisible();
      }
      if (slot < questions) await hire.getByRole("button", { name: "下一题" }).last().click();
    }
    await expect(hire.getByText("25 题已在服务器").first()).toBeVisible();
    await hire.getByRole("button", { name: "检查并交卷" }).first().click();
    await expect(hire.getByText("服务器上已有 25 题的答案，共 25 题")).toBeVisible();
    await expectSound(hire);
    await hire.getByRole("button", { name: "确认交卷" }).click();
    await hire.waitForURL(/\/receipt$/);
    await expect(hire.getByText("回执号", { exact: true })).toBeVisible();
    await expectSound(hire);
  });

  await test.step("the trainer closes the room and releases the result, which goes to her and to her unit", async () => {
    await trainer.reload();
    await trainer.getByText("关闭考场…").click();
    await trainer.getByRole("button", { name: /^关闭考场，收/ }).click();
    await expect(trainer.getByRole("columnheader", { name: "成绩（未发布）" })).toBeVisible();
    await trainer.getByRole("button", { name: "发布成绩" }).click();
    await expect(trainer.getByText(/成绩已于/)).toBeVisible();
    await expectSound(trainer);
    await hire.goto("/exams");
    await hire.getByRole("link", { name: /成绩|通过/ }).first().click();
    await expect(hire.getByText("通过").first()).toBeVisible();
    await expectSound(hire);
  });

  const { page: assessor } = await open("assessor", { width: 768, height: 1024 });
  for (const { checklist, steps } of practicalsOf("repair")) {
    await test.step(`an assessor records the practical ${checklist} step by step, and both sign`, async () => {
      await assessor.goto("/practicals");
      await expectSound(assessor);
      await assessor.getByRole("link", { name: new RegExp(newHire.name) }).first().click();
      await assessor.getByRole("button", { name: `开始 ${checklist}` }).click();
      for (let step = 1; step <= steps; step += 1) {
        await expect(assessor.getByText(`${step} / ${steps}`).first()).toBeVisible();
        if (step === 3) await expectSound(assessor);
        await assessor.getByRole("button", { name: "做到", exact: true }).click();
      }
      await expect(assessor.getByRole("heading", { name: "全部记完了" })).toBeVisible();
      await assessor.getByRole("link", { name: "复核与结束" }).click();
      await assessor.waitForURL(/\/review$/);
      await expectSound(assessor);
      await assessor.getByRole("button", { name: "结束考核，去签字" }).click();
      await assessor.getByLabel("学员本人的登录密码").fill(newHire.password);
      await expectSound(assessor);
      await assessor.getByRole("button", { name: "学员签字", exact: true }).click();
      await assessor.getByRole("button", { name: /签字，完成考核/ }).click();
      await assessor.waitForURL(/\/record$/);
      await expect(assessor.getByText("合格").first()).toBeVisible();
      await expectSound(assessor);
    });
  }

  await test.step("an issuer, neither candidate nor assessor, issues the licence", async () => {
    const { page: issuer } = await open("issuer", { width: 1280, height: 900 });
    await issuer.goto("/issue");
    await expectSound(issuer);
    await issuer.getByRole("link", { name: newHire.name }).click();
    await expect(issuer.getByText("发证条件已齐")).toBeVisible();
    await expectSound(issuer);
    await issuer.getByRole("button", { name: `给${newHire.name}发证` }).click();
    await issuer.waitForURL(/\/licences\//);
    await expectSound(issuer);
  });

  let address = "";
  await test.step("she holds the licence, its certificate, and the two years that came with it", async () => {
    await hire.goto("/licences");
    await expect(hire.getByText(/^✓?\s*有效$/).first()).toBeVisible();
    await expect(hire.getByRole("img", { name: /服务期/ })).toBeVisible();
    await expectSound(hire);
    const [download] = await Promise.all([hire.waitForEvent("download"), hire.getByRole("link", { name: "下载证书（PDF）" }).click()]);
    const certificate = readFileSync(await download.path());
    expect(certificate.subarray(0, 5).toString()).toBe("%PDF-");
    address = (await scan(hire.getByRole("img", { name: /二维码/ }).first())) ?? "";
    expect(address).toMatch(new RegExp(`^${site.url}/v/.{20,}$`));
  });

  await test.step("a stranger scans the code: genuine, valid today, for which tasks; no name in full", async () => {
    const { page: stranger } = await open(null);
    await stranger.goto(address);
    await expect(stranger.getByRole("heading", { name: "真实，今天有效" })).toBeVisible();
    await expect(stranger.getByText(newHire.masked)).toBeVisible();
    await expect(stranger.getByText("户内报修与维修")).toBeVisible();
    await expect(stranger.getByText(newHire.name)).toHaveCount(0);
    await expect(stranger.getByText(newHire.staffNo)).toHaveCount(0);
    await expectSound(stranger);
    await stranger.goto(`${address.slice(0, -1)}${address.endsWith("A") ? "B" : "A"}`);
    await expect(stranger.getByRole("heading", { name: "查无此证，不是真证" })).toBeVisible();
    await expectSound(stranger);
  });

  await test.step("the manager sees her licensed and committed, today and two years on", async () => {
    const { page: manager } = await open("manager", { width: 1280, height: 900 });
    await manager.goto("/units/u-east");
    const row = manager.getByRole("row", { name: new RegExp(newHire.name) });
    await expect(row).toContainText("独立");
    await expectSound(manager);
    const later = addDays(dayOf(Date.now()), 731);
    await manager.goto(`/units/u-east?on=${later}`);
    await expect(row).toContainText("已履行完毕");
    await manager.goto("/inbox");
    await expect(manager.getByText(newHire.name).first()).toBeVisible();
    await expectSound(manager);
    await manager.goto("/units/u-east/results");
    await expect(manager.getByRole("row", { name: new RegExp(newHire.name) }).first()).toBeVisible();
    await expectSound(manager);
  });

  await test.step("had she left, the system says what follows; and the auditor reads who did what", async () => {
    const { page: hr } = await open("hr", { width: 1280, height: 900 });
    await hr.goto("/people/p-10133");
    await expect(hr.getByText("提前终止").first()).toBeVisible();
    await expectSound(hr);
    const { page: auditor } = await open("auditor", { width: 1280, height: 900 });
    await auditor.goto("/audit");
    await expect(auditor.getByText(/林小雨/).first()).toBeVisible();
    await expectSound(auditor);
  });
});

/** Answers every question of a self-check as somebody who has read the module. */
async function answerSelfCheck(page: Page): Promise<void> {
  const cards = page.locator("main section");
  await expect(cards).toHaveCount(8);
  for (const card of await cards.all()) await answerQuestion(card, knownAnswer(await card.getByRole("heading", { level: 2 }).innerText()));
}

/** The checklists a scheme asks for, by title, with how many steps each has. */
function practicalsOf(schemeId: string): { checklist: string; steps: number }[] {
  const content = openContent("build/content");
  const ids = findScheme(content, schemeId)?.scheme.practicals ?? [];
  return ids.flatMap((id) => {
    const found = findChecklist(content, id);
    return found ? [{ checklist: found.checklist.title, steps: stepsOf(found.checklist).length }] : [];
  });
}
