import type { DemoRole } from "#db/seed/accounts.ts";
import { expect, expectSound, test } from "#tests/support/journey.ts";

/** The pages of each role as the demo company has them; what a journey does not come by is looked at here. */
const pages: Partial<Record<DemoRole, readonly string[]>> = {
  "new-hire": ["/plan", "/modules/gas-safety-basics", "/modules/service-commitments/2", "/modules/home-visit-etiquette/3", "/modules/repair-and-emergency/print", "/modules/service-language/check", "/review", "/clauses/anran/repair-arrival", "/standards", "/standards/anran", "/standards/gz-order-91?post=technician", "/standards/coverage", "/search", "/search?q=30%E5%88%86%E9%92%9F", "/search?q=%3Cb%3E", "/modules/safety-inspection/brief", "/help", "/help/learner", "/exams", "/practice", "/licences", "/inbox", "/account", "/account/password"],
  trainer: ["/clauses/anran/repair-arrival", "/standards/gz-opinions", "/sittings", "/sittings/new", "/classes", "/classes/new", "/authorisations", "/progress", "/progress/u-east", "/progress/u-east?show=stuck", "/asks"],
  assessor: ["/practicals"],
  issuer: ["/issue", "/issue/p-10123/repair", "/issue/p-10301/repair"],
  manager: ["/units", "/units/u-east", "/units/u-east/results", "/people/p-10107"],
  hr: ["/units/u-rongcheng", "/people/p-10133", "/people/p-10122/leaving"],
  admin: ["/admin/people", "/admin/people/new", "/admin/people/import", "/admin/people/p-10238", "/audit"],
};

for (const [role, paths] of Object.entries(pages)) {
  for (const width of [360, 768, 1280]) {
    test(`every page of ${role} is sound at ${width} px`, async ({ open }) => {
      const known = Object.keys(pages).find((one): one is DemoRole => one === role);
      const { page } = await open(known ?? null, { width, height: 900 });
      for (const path of paths) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 }).first(), path).toBeVisible();
        await expectSound(page);
      }
    });
  }
}

test("a page that does not exist says what to do, and so does one that is not open to you", async ({ open }) => {
  const { page } = await open("new-hire");
  await page.goto("/nirgends");
  await expect(page.getByRole("heading", { name: "没有找到这个页面" })).toBeVisible();
  await expectSound(page);
  await page.goto("/audit");
  await expect(page.getByRole("heading", { name: "您没有打开这个页面的权限" })).toBeVisible();
  await expectSound(page);
  await page.getByRole("main").getByRole("link", { name: "回到首页" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("还剩");
});
