import { mkdirSync } from "node:fs";
import { expect, expectSound, test } from "#tests/support/journey.ts";

/** Where the pictures of README.md go: into the repository when asked for, else beside the other results. */
const folder = process.env.UPDATE_PICTURES === "1" ? "content/handbook/pictures" : "test-results/pictures";
mkdirSync(folder, { recursive: true });

test("the pictures of the README: a module on a phone, a practical on a tablet", async ({ open }) => {
  const { page: phone } = await open("new-hire", { width: 360, height: 740 });
  await phone.goto("/modules/home-visit-etiquette/3");
  await expect(phone.getByRole("button", { name: "下一节" })).toBeVisible();
  await expectSound(phone);
  await phone.screenshot({ path: `${folder}/reader-360.png` });

  const { page: tablet } = await open("assessor", { width: 768, height: 900 });
  await tablet.goto("/practicals");
  await tablet.getByRole("link", { name: "继续考核 郭亮" }).click();
  await expect(tablet.getByRole("button", { name: "做到", exact: true })).toBeVisible();
  await tablet.goto(`${tablet.url().split("?")[0]}?step=5`);
  await expectSound(tablet);
  await tablet.screenshot({ path: `${folder}/assessing-768.png` });
});
