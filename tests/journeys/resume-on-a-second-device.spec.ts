import { expect, expectSound, test } from "#tests/support/journey.ts";

const module = "/modules/service-language";

test("a new hire reads to a paragraph on the phone, and the plan on another device leads to that paragraph", async ({ open }) => {
  const phone = (await open("new-hire")).page;

  await test.step("two seconds at a paragraph, and the place is kept", async () => {
    await phone.goto(`${module}/2`);
    await expect(phone.locator("#p-4")).toHaveCount(1);
    const told = phone.waitForRequest((request) => request.url().endsWith(`${module}/place`) && (request.postData() ?? "").includes("paragraph=4"));
    await phone.locator("#p-4").evaluate((block) => block.scrollIntoView());
    await told;
  });

  const computer = (await open("new-hire", { width: 1280, height: 620 })).page;

  await test.step("the plan and the cover on the computer lead there", async () => {
    await expect(async () => {
      await computer.goto("/plan");
      await expect(computer.getByRole("link", { name: /^继续/ })).toHaveAttribute("href", `${module}/2#p-4`, { timeout: 1_000 });
    }).toPass();
    await computer.goto(module);
    await expect(computer.getByText("上次读到第 2 节")).toBeVisible();
    await expectSound(computer);
    await computer.getByRole("link", { name: /^接着读第 2 节/ }).click();
    await expect(computer.locator("#p-4")).toBeInViewport();
    expect(new URL(computer.url()).hash).toBe("#p-4");
  });

  await test.step("leaving the page keeps the place at once, without the two seconds", async () => {
    await computer.goto(`${module}/1`);
    await expect(computer.locator("#p-3")).toHaveCount(1);
    await computer.locator("#p-3").evaluate((block) => block.scrollIntoView());
    await computer.waitForTimeout(300);
    await computer.goto("/help");
    await expect(async () => {
      await phone.goto("/plan");
      await expect(phone.getByRole("link", { name: /^继续/ })).toHaveAttribute("href", new RegExp(`${module}/1#p-\\d+$`), { timeout: 1_000 });
    }).toPass();
  });
});

for (const javaScriptEnabled of [true, false]) {
  test(`the table of contents opens, and size and colours stay as chosen, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({ open }) => {
    const { page } = await open("new-hire", { javaScriptEnabled });
    await page.goto(`${module}/1`);
    await page.getByText(/^第 1 \/ \d+ 节/).click();
    await expect(page.getByRole("heading", { name: "目录" })).toBeVisible();
    if (javaScriptEnabled) await expectSound(page);
    await page.locator("nav ol a").nth(1).click();
    await expect(page.getByText(/^第 2 \/ \d+ 节/)).toBeVisible();
    await expect(page.getByRole("heading", { name: "目录" })).toBeHidden();

    const size = () => page.locator("article").evaluate((text) => getComputedStyle(text).fontSize);
    const paper = () => page.locator("main").evaluate((text) => getComputedStyle(text).getPropertyValue("--paper"));
    expect([await size(), (await paper()).length]).toEqual(["17px", 4]);
    const choose = async (name: RegExp) => {
      if (!(await page.getByRole("button", { name }).isVisible())) await page.locator("summary", { hasText: "阅读设置" }).click();
      await page.getByRole("button", { name }).click();
    };
    await choose(/特大$/);
    await expect.poll(size).toBe("24px");
    await choose(/深色$/);
    await expect.poll(paper).toBe("#151c23");
    if (javaScriptEnabled) await expectSound(page);
    await page.reload();
    expect([await size(), await paper()]).toEqual(["24px", "#151c23"]);
  });
}
