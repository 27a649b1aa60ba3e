import { toLocalField } from "#app/lib/format.ts";
import { accountOf, expect, expectSound, signIn, test } from "#tests/support/journey.ts";
import { scan } from "#tests/support/qr.ts";

test("a trainer shows the code, a learner signs in to the class with her phone, and the hours stand in her archive", async ({ open }) => {
  const { page: trainer } = await open("trainer", { width: 1280, height: 900 });
  const { page: phone } = await open(null);

  await test.step("the trainer plans a class that is about to begin", async () => {
    await trainer.goto("/classes");
    await expectSound(trainer);
    await trainer.getByRole("link", { name: "新建活动" }).click();
    await trainer.getByLabel("活动名称").fill("冬季用气安全培训班");
    await trainer.getByLabel("培训方式").selectOption({ label: "培训班" });
    await trainer.getByLabel("单位").selectOption({ label: "城东站" });
    await trainer.getByLabel("地点").fill("城东站会议室");
    await trainer.getByLabel("开始时间").fill(toLocalField(Date.now() - 5 * 60_000));
    await trainer.getByLabel("结束时间").fill(toLocalField(Date.now() + 115 * 60_000));
    await trainer.getByLabel("计入分钟数").fill("150");
    await trainer.getByLabel("资料").fill("冬季安检要点");
    await expectSound(trainer);
    await trainer.getByRole("button", { name: "新建活动" }).click();
    await expect(trainer.getByText("计入的分钟数不能多于活动的时长")).toBeVisible();
    await trainer.getByLabel("计入分钟数").fill("90");
    await trainer.getByRole("button", { name: "新建活动" }).click();
    await expect(trainer.getByRole("heading", { level: 1, name: "冬季用气安全培训班" })).toBeVisible();
    await expect(trainer.getByText("1 小时 30 分钟").first()).toBeVisible();
    await expectSound(trainer);
  });
  const classPage = trainer.url();

  await test.step("her phone reads the code from the screen; she signs in on the way, and is in", async () => {
    await trainer.getByRole("link", { name: "投影签到码" }).click();
    const picture = trainer.getByRole("img", { name: "签到二维码" });
    await expect(picture).toBeVisible();
    await expectSound(trainer);
    const address = await scan(picture);
    expect(address).toMatch(/\/attend\/[\w-]+\?c=\d{6}$/);
    await phone.goto(address ?? "");
    const account = accountOf("new-hire");
    await phone.getByLabel("工号").fill(account.staffNo);
    await phone.getByLabel("密码").fill(account.password);
    await phone.getByRole("button", { name: "登录" }).click();
    await expect(phone.getByRole("heading", { level: 1, name: "冬季用气安全培训班" })).toBeVisible();
    await expectSound(phone);
    await phone.getByRole("button", { name: "签到" }).click();
    await expect(phone.getByText(/您已到场/)).toBeVisible();
    await expectSound(phone);
    await expect(trainer.getByText("已到 1 人")).toBeVisible({ timeout: 15_000 });
  });

  await test.step("the trainer enters a colleague by hand, takes it back with a reason, and closes", async () => {
    await trainer.goto(classPage);
    await expect(trainer.getByRole("row", { name: /林小雨.*扫码签到/ })).toBeVisible();
    await trainer.getByRole("checkbox", { name: /陈晓梅/ }).check();
    await trainer.getByRole("button", { name: "登记到场" }).click();
    await expect(trainer.getByRole("row", { name: /陈晓梅.*培训师登记/ })).toBeVisible();
    await trainer.getByLabel("更正 陈晓梅").click();
    await trainer.getByRole("row", { name: /陈晓梅/ }).getByLabel("其实没到场，原因").fill("认错了人");
    await trainer.getByRole("button", { name: "更正为没到场" }).click();
    await expect(trainer.getByText("更正过：认错了人")).toBeVisible();
    await expectSound(trainer);
    await trainer.getByRole("button", { name: "结束活动，计入档案" }).click();
    await expect(trainer.getByText(/活动已于 .* 结束，1 人到场/)).toBeVisible();
  });

  await test.step("the hours stand in her archive", async () => {
    await phone.goto("/people/p-10301");
    const card = phone.locator("section", { has: phone.getByRole("heading", { name: "培训活动" }) });
    await expect(card.getByText("共 1 小时 30 分钟")).toBeVisible();
    await expect(card.getByText("冬季用气安全培训班")).toBeVisible();
    await expectSound(phone);
  });
});

test("without JavaScript the code page fetches the next code by itself, and the digits can be typed in", async ({ open }) => {
  const { page: trainer } = await open("trainer", { width: 1280, height: 900 });
  await trainer.goto("/classes/new");
  await trainer.getByLabel("活动名称").fill("班前例会");
  await trainer.getByLabel("单位").selectOption({ label: "城东站" });
  await trainer.getByLabel("地点").fill("城东站");
  await trainer.getByLabel("开始时间").fill(toLocalField(Date.now() - 60_000));
  await trainer.getByLabel("结束时间").fill(toLocalField(Date.now() + 20 * 60_000));
  await trainer.getByLabel("计入分钟数").fill("15");
  await trainer.getByRole("button", { name: "新建活动" }).click();
  await expect(trainer.getByRole("heading", { level: 1, name: "班前例会" })).toBeVisible();
  const path = new URL(trainer.url()).pathname;

  const { page: projector } = await open(null, { width: 1280, height: 900, javaScriptEnabled: false });
  await signIn(projector, accountOf("trainer"));
  await projector.goto(`${path}/code`);
  const digits = projector.getByText(/^\d{6}$/);
  const first = await digits.innerText();
  await expect(digits).not.toHaveText(first, { timeout: 40_000 });
  const { page: phone } = await open("technician", { javaScriptEnabled: false });
  await phone.goto(path.replace("/classes/", "/attend/"));
  await phone.getByLabel("投影上的 6 位签到码").fill((await digits.innerText()) === "000000" ? "111111" : "000000");
  await phone.getByRole("button", { name: "签到" }).click();
  await expect(phone.getByText(/签到码不对或已经换了/)).toBeVisible();
  await phone.getByLabel("投影上的 6 位签到码").fill(await digits.innerText());
  await phone.getByRole("button", { name: "签到" }).click();
  await expect(phone.getByText(/您已到场/)).toBeVisible();
});
