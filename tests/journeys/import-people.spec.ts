import { readFileSync } from "node:fs";
import { accountOf, expect, expectSound, signIn, test } from "#tests/support/journey.ts";

const header = "工号,姓名,单位,岗位,入职日期,角色";
const ownPassword = "我自己记得的一句长密码";

/** A file as a browser hands it over; Excel in Chinese writes a BOM and CRLF. */
function file(name: string, lines: readonly string[]) {
  return { name, mimeType: "text/csv", buffer: Buffer.from(`\uFEFF${[header, ...lines].join("\r\n")}\r\n`) };
}

test("an administrator imports people from a CSV: a broken file is refused whole, a good one signs in", async ({ open }) => {
  const { page: admin } = await open("admin", { width: 1280, height: 900 });

  await test.step("finds the import on the people page", async () => {
    await admin.goto("/admin/people");
    await admin.getByRole("link", { name: "从文件导入" }).click();
    await expect(admin.getByRole("heading", { level: 1, name: "从文件导入人员" })).toBeVisible();
    await expectSound(admin);
  });

  const good = ["20901,赵春燕,城东站,维修技术员,2026-03-01,", '20902,"钱,勇",城东站,维修技术员,2026/3/2,学员'];
  await test.step("a file with one bad line is refused whole, and every fault is named with its line", async () => {
    await admin.getByLabel("CSV 文件").setInputFiles(file("broken.csv", [...good, "20903,孙丽,没有这个站,维修技术员,2026-02-30,学员", "20901,赵春燕,城东站,维修技术员,2026-03-01,"]));
    await admin.getByRole("button", { name: "检查文件" }).click();
    await expect(admin.getByText("文件有 3 处不对，没有导入任何人")).toBeVisible();
    const faults = admin.getByRole("table", { name: "不对的地方" });
    await expect(faults.getByRole("row", { name: /第 4 行.*单位.*没有这个名称.*没有这个站/ })).toBeVisible();
    await expect(faults.getByRole("row", { name: /第 4 行.*入职日期.*2026-02-30/ })).toBeVisible();
    await expect(faults.getByRole("row", { name: /第 5 行.*工号.*出现了两次.*20901/ })).toBeVisible();
    await expectSound(admin);
    await admin.goto("/admin/people?q=2090");
    await expect(admin.getByText("没有符合条件的人")).toBeVisible();
  });

  await test.step("a picture is no list of people, and is told so", async () => {
    await admin.goto("/admin/people/import");
    await admin.getByLabel("CSV 文件").setInputFiles({ name: "photo.csv", mimeType: "text/csv", buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff, 0xfe]) });
    await admin.getByRole("button", { name: "检查文件" }).click();
    await expect(admin.getByText(/读不出文字/)).toBeVisible();
    await expectSound(admin);
  });

  const passwords = new Map<string, string>();
  await test.step("the good file is shown first, then imported, and the one-time passwords can be kept once", async () => {
    await admin.getByLabel("CSV 文件").setInputFiles(file("people.csv", good));
    await admin.getByRole("button", { name: "检查文件" }).click();
    await expect(admin.getByRole("table", { name: "将要导入的人" }).getByRole("row", { name: /20902.*钱,勇.*城东站/ })).toBeVisible();
    await expectSound(admin);
    await admin.getByRole("button", { name: "导入 2 人" }).click();
    await expect(admin.getByText("已导入 2 人")).toBeVisible();
    await expectSound(admin);
    const [download] = await Promise.all([admin.waitForEvent("download"), admin.getByRole("link", { name: "下载一次性密码" }).click()]);
    const kept = readFileSync(await download.path(), "utf8");
    expect(kept.startsWith("\uFEFF工号,姓名,单位,一次性密码\r\n")).toBe(true);
    for (const [, staffNo = "", password = ""] of kept.matchAll(/^(\d+),.*,([0-9a-z-]{14})\r?$/gm)) passwords.set(staffNo, password);
    expect([...passwords.keys()]).toEqual(["20901", "20902"]);
  });

  await test.step("the same file again is refused: they are there already", async () => {
    await admin.goto("/admin/people/import");
    await admin.getByLabel("CSV 文件").setInputFiles(file("people.csv", good));
    await admin.getByRole("button", { name: "检查文件" }).click();
    await expect(admin.getByText("文件有 2 处不对，没有导入任何人")).toBeVisible();
  });

  await test.step("who was imported signs in with the one-time password, must choose one of their own, and finds the plan", async () => {
    const { page } = await open(null);
    await signIn(page, { staffNo: "20901", password: passwords.get("20901") ?? "" });
    await expect(page.getByText("请先设置自己的密码")).toBeVisible();
    await page.goto("/plan");
    await expect(page, "no other page before the password is one's own").toHaveURL(/\/account\/password$/);
    await expectSound(page);
    await page.getByLabel("现在的密码").fill(passwords.get("20901") ?? "");
    await page.getByLabel("新密码", { exact: true }).fill(ownPassword);
    await page.getByLabel("再输一次新密码").fill(ownPassword);
    await page.getByRole("button", { name: "修改密码" }).click();
    await page.waitForURL(/\/account\?done=password$/);
    await page.goto("/plan");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("个模块");
    await expectSound(page);
  });

  await test.step("the one-time password is good no longer, and the log tells who imported, without a password", async () => {
    const { page } = await open(null);
    await page.goto("/sign-in");
    await page.getByLabel("工号").fill("20901");
    await page.getByLabel("密码").fill(passwords.get("20901") ?? "");
    await page.getByRole("button", { name: "登录" }).click();
    await expect(page.getByText("工号或密码不对，或账号已停用")).toBeVisible();
    await expectSound(page);
    await admin.goto("/audit?event=person.imported");
    await expect(admin.getByRole("row", { name: new RegExp(accountOf("admin").name) }).first()).toBeVisible();
    expect(await admin.content()).not.toContain(passwords.get("20902") ?? "none");
  });
});
