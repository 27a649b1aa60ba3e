import { accountOf, expect, expectSound, test } from "#tests/support/journey.ts";

const technician = accountOf("technician");
const steps = 12;

test("a critical step fails the practical, whatever the score", async ({ open }) => {
  test.setTimeout(180_000);
  const { page: assessor } = await open("assessor", { width: 768, height: 1024 });
  const mark = (name: string) => assessor.getByRole("button", { name, exact: true }).click();
  const at = (step: number) => expect(assessor.getByText(`第 ${step} / ${steps} 步`)).toBeVisible();

  await test.step("eleven of twelve steps are done, one critical step is not", async () => {
    await assessor.goto("/practicals");
    await assessor.getByRole("link", { name: new RegExp(technician.name) }).first().click();
    await assessor.getByRole("button", { name: "开始 维修作业" }).click();
    await at(1);
    await expect(assessor.getByText("关键项：失误即不合格")).toBeVisible();
    await assessor.getByLabel(/记一句/).fill("没有任务单就要动手，提醒两次");
    await mark("没做到");
    for (let step = 2; step <= 6; step += 1) {
      await at(step);
      await mark("做到");
    }
    await at(7);
    await expectSound(assessor);
  });

  await test.step("a reload in the middle comes back to the step, with everything marked so far", async () => {
    await expect(assessor.getByText(/还有 6 步/)).toBeVisible();
    await assessor.reload();
    await at(7);
    for (let step = 7; step <= steps; step += 1) {
      await at(step);
      await mark("做到");
    }
    await assessor.getByRole("link", { name: "复核与结束" }).click();
    await assessor.waitForURL(/\/review$/);
  });

  const failed = async () => {
    const verdict = assessor.getByRole("alert").filter({ hasText: "关键项没有做到，不论得分都不合格" });
    await expect(verdict).toContainText("有施工单或任务单才作业");
    await expect(assessor.getByText("91.7%")).toBeVisible();
    await expect(assessor.getByText("没有任务单就要动手，提醒两次")).toBeVisible();
    await expect(assessor.getByRole("heading", { name: "要补训的条款" })).toBeVisible();
  };
  await test.step("the review says so before the end, with the score and what to train", async () => {
    await failed();
    await expectSound(assessor);
    await assessor.getByRole("button", { name: "结束考核，去签字" }).click();
    await failed();
  });

  await test.step("somebody else's password signs nothing; he does not agree and says why, and the record is final all the same", async () => {
    await assessor.getByLabel("学员本人的登录密码").fill("not his password");
    await assessor.getByRole("button", { name: "学员签字", exact: true }).click();
    await expect(assessor.getByText("密码不对，没有签字。请学员本人重新输入")).toBeVisible();
    await assessor.getByText("学员不同意签字").click();
    await assessor.getByLabel("学员的理由").fill("我说过任务单在车上");
    await assessor.getByRole("button", { name: "记下拒签理由" }).click();
    await assessor.getByRole("button", { name: /签字，完成考核/ }).click();
    await assessor.waitForURL(/\/record$/);
    await failed();
    await expect(assessor.getByText("我说过任务单在车上")).toBeVisible();
    await expectSound(assessor);
    await assessor.goBack();
    await expect(assessor.getByRole("button", { name: /签字，完成考核/ })).toHaveCount(0);
  });

  await test.step("he and his unit read it, and he may be assessed again", async () => {
    const { page: candidate } = await open("technician");
    await candidate.goto("/exams");
    await expect(candidate.getByRole("listitem").filter({ hasText: "维修作业" }).first()).toContainText("不合格");
    await expectSound(candidate);
    const { page: manager } = await open("manager", { width: 1280, height: 900 });
    await manager.goto("/inbox");
    await expect(manager.getByText(new RegExp(`${technician.name}.*维修作业.*不合格`)).first()).toBeVisible();
    await assessor.goto("/practicals");
    await assessor.getByRole("link", { name: new RegExp(technician.name) }).first().click();
    await expect(assessor.getByRole("button", { name: "开始 维修作业" })).toBeEnabled();
  });
});
