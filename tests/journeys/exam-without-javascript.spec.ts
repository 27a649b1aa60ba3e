import { toLocalField } from "#app/lib/format.ts";
import { answerQuestion, knownAnswer } from "#tests/support/answers.ts";
import { accountOf, expect, test } from "#tests/support/journey.ts";
import type { Page } from "@playwright/test";

const technician = accountOf("technician");
const questions = 25;

test("a technician sits the exam without JavaScript", async ({ open }) => {
  test.setTimeout(120_000);
  const sitting = "维修上岗证理论考试 老手机场";
  const { page: trainer } = await open("trainer", { width: 1280, height: 900 });
  await test.step("a trainer opens a sitting for him", async () => {
    await trainer.goto("/sittings/new");
    await trainer.getByLabel("持证方案").selectOption("repair");
    await trainer.getByLabel("场次名称").fill(sitting);
    await trainer.getByLabel("考场").fill("城东站会议室");
    await trainer.getByLabel("开始时间").fill(toLocalField(Date.now() - 60_000));
    await trainer.getByLabel("结束时间").fill(toLocalField(Date.now() + 2 * 3_600_000));
    await trainer.getByRole("button", { name: "新建场次" }).click();
    await trainer.getByRole("checkbox", { name: technician.name }).check();
    await trainer.getByRole("button", { name: "安排考试" }).click();
    await expect(trainer.getByRole("row", { name: technician.name })).toBeVisible();
    await trainer.getByRole("button", { name: "开考" }).click();
    await expect(trainer.getByText("考试中")).toBeVisible();
  });

  const { page: phone } = await open("technician", { javaScriptEnabled: false });
  await test.step("every button saves the question and moves; what cannot be read is said, and stays as it was typed", async () => {
    await phone.goto("/exams");
    await phone.locator("section").filter({ has: phone.getByRole("heading", { name: sitting }) }).getByRole("button", { name: "开始考试" }).click();
    await phone.waitForURL(/\/attempts\/[^/]+$/);
    await expect(phone.getByText(/收卷$/).first()).toBeVisible();
    await expectFits(phone);
    for (let slot = 1; slot < questions; slot += 1) {
      await expect(phone.getByText(`第 ${slot} 题 / ${questions}`)).toBeVisible();
      await answerPlainly(phone);
      await phone.getByRole("button", { name: "下一题" }).last().click();
    }
    await expect(phone.getByText(`第 ${questions} 题 / ${questions}`)).toBeVisible();
    await expect(phone.getByText("24 题已在服务器")).toBeVisible();
  });

  await test.step("a reload, a way back by number and the back button lose nothing", async () => {
    await phone.reload();
    await expect(phone.getByText("24 题已在服务器")).toBeVisible();
    await phone.getByRole("button", { name: /^第 3 题/ }).click();
    await expect(phone.getByText(`第 3 题 / ${questions}`)).toBeVisible();
    await phone.goBack();
    await expect(phone.getByText("24 题已在服务器")).toBeVisible();
  });

  await test.step("the check names what is open and leads there; then he hands in", async () => {
    await phone.getByRole("button", { name: "检查并交卷" }).first().click();
    await expect(phone.getByText("服务器上已有 24 题的答案，共 25 题")).toBeVisible();
    await expectFits(phone);
    await phone.getByRole("link", { name: /未答/ }).click();
    await expect(phone.getByText(`第 ${questions} 题 / ${questions}`)).toBeVisible();
    await answerPlainly(phone);
    await phone.getByRole("button", { name: "检查并交卷" }).first().click();
    await expect(phone.getByText("服务器上已有 25 题的答案，共 25 题")).toBeVisible();
    await phone.getByRole("button", { name: "确认交卷" }).click();
    await phone.waitForURL(/\/receipt$/);
    await expect(phone.getByText("25 题，共 25 题")).toBeVisible();
    await expectFits(phone);
    await phone.goBack();
    await phone.waitForURL(/\/receipt$/);
  });

  await test.step("once released, the result says that he knew everything", async () => {
    await trainer.reload();
    await trainer.getByText("关闭考场…").click();
    await trainer.getByRole("button", { name: /^关闭考场，收/ }).click();
    await trainer.getByRole("button", { name: "发布成绩" }).click();
    await expect(trainer.getByText(/成绩已于/)).toBeVisible();
    await phone.goto("/exams");
    const past = phone.getByRole("listitem").filter({ hasText: sitting });
    await expect(past).toContainText("通过 · 100%");
    await past.getByRole("link", { name: "看成绩" }).click();
    await expect(phone.getByRole("heading", { level: 1, name: "理论考试成绩" })).toBeVisible();
    await expectFits(phone);
  });
});

/** Nothing wider than the phone. (axe needs the page's own JavaScript; the same pages are held to it where that runs.) */
async function expectFits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${page.url()} is wider than the screen`).toBeLessThanOrEqual(0);
}

/** Answers the open question as a plain form does; of numbers and orders first something that cannot be read. */
async function answerPlainly(page: Page): Promise<void> {
  const section = page.locator("main section").first();
  const known = knownAnswer(await page.locator("#stem").innerText());
  const { question } = known;
  const save = page.getByRole("button", { name: /下一题|检查并交卷/ }).last();
  if (question.type === "ordering") {
    const placeOf = (text: string) => section.locator("label").filter({ hasText: text }).getByRole("combobox");
    const first = placeOf(question.items[0]?.text ?? "");
    await first.selectOption("2");
    await save.click();
    await expect(page.getByText("每一项都要选第几步，而且不能重复")).toBeVisible();
    await expect(first).toHaveValue("2");
    for (const [index, item] of question.items.entries()) await placeOf(item.text).selectOption(String(index + 1));
    return;
  }
  if (question.type === "numeric") {
    await section.getByRole("textbox").fill("二十");
    await save.click();
    await expect(page.getByText("请只填数字，例如 20 或 1.5").first()).toBeVisible();
    await expect(section.getByRole("textbox")).toHaveValue("二十");
  }
  await answerQuestion(section, known);
}
