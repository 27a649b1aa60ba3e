import { answerQuestion, knownAnswer } from "#tests/support/answers.ts";
import { expect, expectSound, test } from "#tests/support/journey.ts";

const dueToday = /温故：今天 (\d+) 题/;

test("a failed self-check fills the review set on the plan, and answering shrinks it", async ({ open }) => {
  const { page } = await open("new-hire");
  const due = async () => {
    await page.goto("/plan");
    const heading = page.getByRole("heading", { name: dueToday });
    return (await heading.count()) === 0 ? 0 : Number(dueToday.exec(await heading.innerText())?.[1]);
  };
  const before = await due();

  await test.step("a self-check with one right answer is not passed, and leads to the review", async () => {
    await page.goto("/modules/gas-safety-basics/check");
    const first = page.locator("section").first();
    await answerQuestion(first, knownAnswer(await first.getByRole("heading", { level: 2 }).innerText()));
    await page.getByRole("button", { name: "交自测，看解析" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "这次还没通过" })).toBeVisible();
    await expect(page.getByText("进了“温故”")).toBeVisible();
    await expectSound(page);
  });

  const full = await due();
  await test.step("the set is on the plan", async () => {
    expect(full).toBeGreaterThan(before);
    expect(full).toBeLessThanOrEqual(10);
    await expectSound(page);
    await page.getByRole("link", { name: "开始温故" }).click();
    await expect(page.getByText(`今天还有 ${full} 题`)).toBeVisible();
    await expectSound(page);
  });

  await test.step("sending nothing asks for an answer; a right one is explained at once, with the day it comes again", async () => {
    await page.getByRole("button", { name: "看看对不对" }).click();
    await expect(page.getByRole("alert")).toContainText("还没有作答");
    await answerQuestion(page.locator("form", { has: page.getByRole("button", { name: "不会，看解析" }) }), knownAnswer(await page.locator("h2[id^=stem-]").innerText()));
    await page.getByRole("button", { name: "看看对不对" }).click();
    await expect(page.getByText("答对")).toBeVisible();
    await expect(page.getByText(/天后再问您/)).toBeVisible();
    await expectSound(page);
    expect(await due()).toBe(full - 1);
  });

  await test.step("not knowing is explained too, and the question comes again tomorrow", async () => {
    await page.goto("/review");
    await page.getByRole("button", { name: "不会，看解析" }).click();
    await expect(page.getByText("正确答案")).toBeVisible();
    await expect(page.getByText("这一题明天再问您。")).toBeVisible();
    await expectSound(page);
    await page.getByRole("link", { name: /^下一题/ }).click();
    await expect(page.getByText(`今天还有 ${full - 2} 题`)).toBeVisible();
  });

  await test.step("sent again from another window, the same question is not counted twice", async () => {
    const other = await page.context().newPage();
    await other.goto("/review");
    await page.getByRole("button", { name: "不会，看解析" }).click();
    await expect(page.getByText("正确答案")).toBeVisible();
    await other.getByRole("button", { name: "不会，看解析" }).click();
    await expect(other.getByText("这一题已经答过了，以先答的为准。")).toBeVisible();
    expect(await due()).toBe(full - 3);
  });
});

test("without JavaScript a review is answered and explained too", async ({ open }) => {
  const { page } = await open("new-hire", { javaScriptEnabled: false });
  await page.goto("/modules/service-language/check");
  const first = page.locator("section").first();
  await answerQuestion(first, knownAnswer(await first.getByRole("heading", { level: 2 }).innerText()));
  await page.getByRole("button", { name: "交自测，看解析" }).click();
  await page.goto("/review");
  await page.getByRole("button", { name: "不会，看解析" }).click();
  await expect(page.getByText("正确答案")).toBeVisible();
  await expect(page.getByRole("link", { name: /^下一题/ })).toBeVisible();
});
