import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type BrowserContext, type Page } from "@playwright/test";
import { demoAccounts, type DemoRole } from "#db/seed/accounts.ts";
import { startSite, type Site } from "./site.ts";

/** What the browser may complain of while the network is cut on purpose. */
const offlineComplaint = /ERR_INTERNET_DISCONNECTED|Failed to fetch|NetworkError/;

type Fixtures = {
  /** Opens a browser of one's own, signed in as a demo person or as nobody. Complaints in its console fail the test. */
  open: (who: DemoRole | { staffNo: string; password: string } | null, options?: { width?: number; height?: number; javaScriptEnabled?: boolean }) => Promise<{ page: Page; context: BrowserContext }>;
};

/** A journey: the production build with the demo company, one server a worker; the server's log must stay free of warnings. */
export const test = base.extend<Fixtures, { site: Site }>({
  site: [
    async ({}, provide) => {
      const site = await startSite();
      await provide(site);
      const complaints = site.output().split("\n").filter((line) => /"level":(40|50|60)/.test(line) || /^\(node:\d+\)|Warning:|Error:/.test(line));
      await site.stop();
      expect(complaints, "warnings and errors in the server's log").toEqual([]);
    },
    { scope: "worker", timeout: 120_000 },
  ],
  open: async ({ browser, site }, provide) => {
    const contexts: BrowserContext[] = [];
    const complaints: string[] = [];
    await provide(async (who, { width = 360, height = 740, javaScriptEnabled = true } = {}) => {
      const context = await browser.newContext({ baseURL: site.url, viewport: { width, height }, javaScriptEnabled, acceptDownloads: true });
      contexts.push(context);
      const page = await context.newPage();
      page.on("pageerror", (error) => complaints.push(`${page.url()} ${error.message}`));
      page.on("console", (message) => {
        if (message.type() === "error" && !offlineComplaint.test(message.text()) && !/status of (401|403|404|409|422|429)/.test(message.text())) complaints.push(`${page.url()} ${message.text()}`);
      });
      if (who !== null) {
        const account = typeof who === "string" ? accountOf(who) : who;
        await signIn(page, account);
      }
      return { page, context };
    });
    for (const context of contexts) await context.close();
    expect(complaints, "complaints in the browser's console").toEqual([]);
  },
});

export { expect };

/** The demo sign-in of a role. */
export function accountOf(role: DemoRole) {
  const account = demoAccounts.find((one) => one.role === role);
  if (!account) throw new Error(`no demo account for ${role}`);
  return account;
}

export async function signIn(page: Page, account: { staffNo: string; password: string }): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("工号").fill(account.staffNo);
  await page.getByLabel("密码").fill(account.password);
  await page.getByRole("button", { name: "登录" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** Nothing wider than the screen, and nothing axe calls serious or critical. */
export async function expectSound(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations.filter((one) => one.impact === "serious" || one.impact === "critical");
  expect(grave.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" | ").slice(0, 400)}`), `axe on ${page.url()}`).toEqual([]);
}
