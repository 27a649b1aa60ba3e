import { knownAnswer, answerQuestion } from "#tests/support/answers.ts";
import { expect, expectSound, test } from "#tests/support/journey.ts";
import type { Page } from "@playwright/test";

const module = "/modules/gas-safety-basics";

/** Turns the pages of the module until one has this. */
async function turnTo(page: Page, what: (page: Page) => ReturnType<Page["locator"]>): Promise<void> {
  await page.goto(`${module}/1`);
  for (;;) {
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    if ((await what(page).count()) > 0) return;
    const before = page.url();
    await page.getByRole("button", { name: "下一节" }).click();
    await page.waitForURL((url) => url.href !== before);
  }
}

const scenario = (page: Page) => page.getByRole("region", { name: /^情景：/ });

test("a new hire reads a module, answers on the spot, puts steps in order and plays a scenario", async ({ open }) => {
  const { page } = await open("new-hire");

  await test.step("a clause shared by several regulations opens to all of them, and leads to each", async () => {
    await turnTo(page, (one) => one.locator("article details"));
    await page.locator("article details summary").first().click();
    await expectSound(page);
    await page.locator("article details a").nth(1).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("条款：");
    await expect(page.getByText("在哪里学")).toBeVisible();
    await expect(page.getByText("题库里的题")).toHaveCount(0);
    await expectSound(page);
  });

  await test.step("steps mixed up are put back in order", async () => {
    await turnTo(page, (one) => one.getByRole("button", { name: "打乱了，我来排" }));
    const titles = await page.locator("article ol > li > div:first-child").allInnerTexts();
    await page.getByRole("button", { name: "打乱了，我来排" }).click();
    await page.getByRole("button", { name: "就是这个顺序" }).click();
    await expect(page.getByText(/步还不是这一项/)).toBeVisible();
    const lines = page.locator("article ol > li");
    for (const [place, title] of titles.entries())
      for (;;) {
        const at = (await lines.allInnerTexts()).findIndex((text) => text.includes(title));
        if (at === place) break;
        await lines.nth(at).getByRole("button", { name: `上移：${title}` }).click();
      }
    await expect(page.getByText("顺序全对。")).toBeVisible();
    await expectSound(page);
  });

  await test.step("a question in the text is answered and explained without leaving the page", async () => {
    await turnTo(page, (one) => one.getByRole("button", { name: "看看对不对" }));
    const here = page.url();
    const asked = page.locator("section", { has: page.getByRole("button", { name: "看看对不对" }) }).first();
    await asked.getByRole("button", { name: "看看对不对" }).click();
    await expect(asked.getByText("未作答")).toBeVisible();
    await answerQuestion(asked.locator("form"), knownAnswer(await asked.locator("p[id]").first().innerText()));
    await asked.getByRole("button", { name: "看看对不对" }).click();
    await expect(asked.getByText("答对")).toBeVisible();
    expect(page.url()).toBe(here);
    await expectSound(page);
  });

  await test.step("a wrong turn in the scenario shows its consequence; a step back, and it ends well or otherwise", async () => {
    await turnTo(page, scenario);
    const played = scenario(page);
    const choices = played.locator("ul button");
    for (let turn = 0; turn < 8 && (await choices.count()) > 0; turn += 1) await choices.last().click();
    await expect(played.getByText(/^[✓▲✕] ?结果：/)).toHaveCount(1);
    await expectSound(page);
    await played.getByRole("button", { name: "退回上一步" }).click();
    await expect(choices.first()).toBeVisible();
    await choices.first().click();
    await played.getByRole("button", { name: "从头再来" }).click();
    await expect(played.getByText("您选了")).toHaveCount(0);
    // By keyboard alone: the first choice has the focus one Tab away from its scene.
    await choices.first().press("Enter");
    await expect(played.getByText("您选了")).toHaveCount(1);
  });
});

test("without JavaScript the same module is read, a question answered, and the scenario walked by its links", async ({ open }) => {
  const { page } = await open("new-hire", { javaScriptEnabled: false });

  await test.step("every scene stands on the page, and each choice leads to one", async () => {
    await turnTo(page, scenario);
    const played = scenario(page);
    const links = await played.getByRole("link").evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) expect(await page.locator(link).count(), link).toBe(1);
    expect(await played.getByText(/结果：/).count()).toBeGreaterThan(1);
    await played.getByRole("link").first().click();
    expect(new URL(page.url()).hash).toBe(links[0]);
  });

  await test.step("the question leads to its explanation and back to the paragraph", async () => {
    await turnTo(page, (one) => one.getByRole("button", { name: "看看对不对" }));
    const here = new URL(page.url()).pathname;
    await page.getByRole("button", { name: "看看对不对" }).first().click();
    await expect(page.getByText("正确答案")).toBeVisible();
    await page.getByRole("link", { name: /^←/ }).click();
    expect(new URL(page.url()).pathname).toBe(here);
  });

  await test.step("the steps are there in their order, with no button that does nothing", async () => {
    await turnTo(page, (one) => one.locator("article ol > li"));
    await expect(page.getByRole("button", { name: "打乱了，我来排" })).toHaveCount(0);
  });
});
