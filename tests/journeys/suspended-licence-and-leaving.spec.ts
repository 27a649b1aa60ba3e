import { demoPassword } from "#db/seed/accounts.ts";
import { expect, expectSound, test } from "#tests/support/journey.ts";
import { scan } from "#tests/support/qr.ts";

/** A licensed technician of the demo company, in no other journey. */
const holder = { staffNo: "10245", name: "郭亮", password: demoPassword };

test("a manager suspends a licence, and a stranger sees it at once; HR records a leaving", async ({ open }) => {
  const { page: technician } = await open(holder);
  const { page: stranger } = await open(null);
  const { page: manager } = await open("manager", { width: 1280, height: 900 });
  const { page: hr } = await open("hr", { width: 1280, height: 900 });

  let address = "";
  await test.step("a stranger scans the technician's licence: genuine and valid today", async () => {
    await technician.goto("/licences");
    address = (await scan(technician.getByRole("img", { name: /二维码/ }).first())) ?? "";
    await stranger.goto(address);
    await expect(stranger.getByRole("heading", { level: 1, name: "真实，今天有效" })).toBeVisible();
  });

  let licence = "";
  await test.step("the manager finds it through the unit, and is asked for a reason", async () => {
    await manager.goto("/units/u-east");
    await manager.getByRole("row", { name: new RegExp(holder.name) }).getByRole("link").first().click();
    await manager.getByRole("link", { name: /AR-\d{4}-/ }).first().click();
    await manager.waitForURL(/\/licences\//);
    licence = new URL(manager.url()).pathname;
    await expectSound(manager);
    await manager.getByText("暂停…").click();
    await manager.getByRole("button", { name: "暂停这张上岗证" }).click();
    await expect(manager.getByText(/原因/).first()).toBeVisible();
    await expect(manager.getByRole("textbox", { name: /原因/ })).toHaveAttribute("aria-invalid", "true");
    await expectSound(manager);
  });

  await test.step("suspends it; the stranger who looks again sees it at once", async () => {
    await manager.getByRole("textbox", { name: /原因/ }).fill("入户作业被投诉，正在调查");
    await manager.getByRole("button", { name: "暂停这张上岗证" }).click();
    await expect(manager.getByText("恢复…")).toBeVisible();
    await expect(manager.getByText("入户作业被投诉，正在调查").first()).toBeVisible();
    await expectSound(manager);
    await stranger.reload();
    await expect(stranger.getByRole("heading", { level: 1, name: "真实，但已暂停" })).toBeVisible();
    await expect(stranger.getByText("今天不能凭此证上岗作业", { exact: false })).toBeVisible();
    await expect(stranger.getByText("持证人可以做什么")).toHaveCount(0);
    await expect(stranger.getByText("正在调查", { exact: false }), "the reason is not the public's").toHaveCount(0);
    await expectSound(stranger);
  });

  await test.step("the holder is told why, and no certificate can be printed meanwhile", async () => {
    await technician.goto("/inbox");
    await expect(technician.getByText(/入户作业被投诉/).first()).toBeVisible();
    await expectSound(technician);
    expect((await technician.request.get(`${licence}/certificate.pdf`)).status()).toBe(404);
  });

  await test.step("reinstated, it is good again, until the same day", async () => {
    const until = await stranger.getByText(/^有效至 /).first().innerText();
    await manager.getByText("恢复…").click();
    await manager.getByRole("textbox", { name: /原因/ }).first().fill("调查清楚，投诉不成立");
    await manager.getByRole("button", { name: "恢复这张上岗证" }).click();
    await expect(manager.getByText("暂停…")).toBeVisible();
    await stranger.reload();
    await expect(stranger.getByRole("heading", { level: 1, name: "真实，今天有效" })).toBeVisible();
    await expect(stranger.getByText(/^有效至 /).first()).toHaveText(until);
  });

  await test.step("HR records that the technician left yesterday; a mistyped year is not taken", async () => {
    await hr.goto("/units/u-east");
    await hr.getByRole("row", { name: new RegExp(holder.name) }).getByRole("link").first().click();
    await hr.getByRole("link", { name: "登记离职" }).click();
    await expect(hr.getByText("服务期还没有满，登记后会记为提前终止")).toBeVisible();
    await expectSound(hr);
    const yesterday = new Date(Date.now() + 8 * 3_600_000 - 24 * 3_600_000).toISOString().slice(0, 10);
    await hr.getByLabel("最后工作日").fill(`2062${yesterday.slice(4)}`);
    await hr.getByRole("textbox", { name: /离职原因/ }).fill("本人辞职");
    await hr.getByRole("button", { name: `登记${holder.name}离职` }).click();
    await expect(hr.getByText("最后工作日不能晚于一年以后，请核对年份")).toBeVisible();
    await expect(hr.getByRole("textbox", { name: /离职原因/ })).toHaveValue("本人辞职");
    await hr.getByLabel("最后工作日").fill(yesterday);
    await hr.getByRole("button", { name: `登记${holder.name}离职` }).click();
    await expect(hr.getByText(`已登记离职，最后工作日 ${yesterday}`)).toBeVisible();
    await expect(hr.getByText("提前终止").first()).toBeVisible();
    await expectSound(hr);
  });

  await test.step("from now on the licence admits nobody, and its holder is signed out for good", async () => {
    await stranger.reload();
    await expect(stranger.getByRole("heading", { level: 1, name: "真实，但持证人已离职" })).toBeVisible();
    await expectSound(stranger);
    await technician.goto("/licences");
    await technician.waitForURL(/\/sign-in/);
    await technician.getByLabel("工号").fill(holder.staffNo);
    await technician.getByLabel("密码").fill(holder.password);
    await technician.getByRole("button", { name: "登录" }).click();
    await expect(technician.getByText("工号或密码不对，或账号已停用")).toBeVisible();
    await manager.goto("/units/u-east");
    await expect(manager.getByRole("row", { name: new RegExp(holder.name) })).toHaveCount(0);
    await expectSound(manager);
  });
});
