import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { expect, test, vi } from "vitest";
import { readContent, writeContent } from "./compile.ts";
import { printProblems, type Problem } from "./problems.ts";

// Each test compiles the whole content once or more, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

type Copy = {
  edit: (file: string, change: (text: string) => string) => void;
  add: (file: string, text: string) => void;
  /** The line, counted from 1, on which a file of the copy has a text for the first time. */
  lineOf: (file: string, text: string) => number;
  problems: () => Promise<Problem[]>;
};

/** Exactly one of the problems stands in this file on this line and says this. */
function expectProblem(problems: readonly Problem[], file: string, line: number, says: string) {
  expect(problems.filter((one) => one.file === file && one.line === line && one.reason.includes(says)), `${file}:${line} ${says} among\n${printProblems(problems)}`).toHaveLength(1);
}

/** A copy of content/ to spoil, thrown away afterwards. Files are named as inside content/. */
async function withCopy<T>(spoil: (copy: Copy) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "lms-content-"));
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  try {
    cpSync("content", folder, { recursive: true });
    return await spoil({
      edit: (file, change) => {
        const changed = change(read(file));
        if (changed === read(file)) throw new Error(`nothing was changed in ${file}`);
        writeFileSync(join(folder, file), changed);
      },
      add: (file, text) => writeFileSync(join(folder, file), text),
      lineOf: (file, text) => {
        const line = read(file).split("\n").findIndex((one) => one.includes(text)) + 1;
        if (line === 0) throw new Error(`${file} has no ${text}`);
        return line;
      },
      problems: async () => {
        const { problems } = await readContent(folder);
        return problems.map((problem) => ({ ...problem, file: relative(folder, resolve(problem.file)) }));
      },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const module = "modules/repair-and-emergency.mdx";
const questions = "questions/repair-and-emergency.yaml";
const standards = "standards/anran.yaml";
const insertAfter = (line: string, text: string) => (before: string) => before.replace(`${line}\n`, `${line}\n${text}\n`);
const firstHeading = "## 先分清：报修，还是报险";

test("the content of this repository has no problem", async () => {
  await withCopy(async ({ problems }) => expect(await problems()).toEqual([]));
});

test("YAML that cannot be read is reported with its line", async () => {
  await withCopy(async ({ edit, lineOf, problems }) => {
    edit(standards, (text) => text.replace("kind: house", "kind: [house"));
    const found = await problems();
    expect(found.length).toBeGreaterThan(0);
    // YAML notices at the next line that the list was not closed.
    expect(found.every((one) => one.file === standards && one.line === lineOf(standards, "kind: [house") + 1)).toBe(true);
  });
});

test("a key written twice and a field nobody knows are reported where they stand", async () => {
  await withCopy(async ({ edit, lineOf, problems }) => {
    edit(standards, insertAfter("kind: house", "kind: peer"));
    expectProblem(await problems(), standards, lineOf(standards, "kind: peer"), "unique");
  });
  await withCopy(async ({ edit, lineOf, problems }) => {
    edit(questions, (text) => text.replace("difficulty: 1", "dificulty: 1"));
    expectProblem(await problems(), questions, lineOf(questions, "- id: re-001"), "dificulty");
  });
});

test("a wrong value in a module's head is reported on its own line", async () => {
  await withCopy(async ({ edit, lineOf, problems }) => {
    edit(module, (text) => text.replace("minutes: 60", "minutes: sixty"));
    expectProblem(await problems(), module, lineOf(module, "minutes: sixty"), "minutes");
  });
});

test("MDX that cannot be read is reported with its line", async () => {
  await withCopy(async ({ edit, lineOf, problems }) => {
    edit(module, insertAfter(firstHeading, "\n<SayThis>\n\n“没有关上的标记”\n"));
    expectProblem(await problems(), module, lineOf(module, "<SayThis>"), "Expected a closing tag for `<SayThis>`");
  });
  await withCopy(async ({ edit, lineOf, problems }) => {
    edit(module, insertAfter(firstHeading, "\n标记没有写完 <Clause id=\"anran/repair-arrival\"\n"));
    expectProblem(await problems(), module, lineOf(module, "标记没有写完"), "before attribute name");
  });
});

test("an unknown component, code, raw HTML and a picture are refused where they stand", async () => {
  for (const [planted, reason] of [
    ["<Alarm />", "<Alarm> is not a component"],
    ["{process.env.HOME}", "no code"],
    ["export const x = 1", "no code"],
    ["<iframe src=\"https://example.com\"></iframe>", "<iframe> is not an element"],
    ["![图](https://example.com/x.png)", "<img> is not an element"],
    ["[外链](https://example.com)", "<a> is not an element"],
    ["<Clause name=\"anran/repair-arrival\" />", "<Clause>"],
    ["<Figure topic={[1]} />", "<Figure> topic: only plain text"],
  ] as const) {
    await withCopy(async ({ edit, lineOf, problems }) => {
      edit(module, insertAfter(firstHeading, `\n${planted}\n`));
      expectProblem(await problems(), module, lineOf(module, planted), reason);
    });
  }
});

test("text before the first section belongs to none", async () => {
  await withCopy(async ({ edit, lineOf, problems }) => {
    edit(module, (text) => text.replace(firstHeading, `还没有标题的一段话。\n\n${firstHeading}`));
    expectProblem(await problems(), module, lineOf(module, "还没有标题"), "first `## `");
  });
});

test("a clause or a topic that does not exist is reported where it is named", async () => {
  await withCopy(async ({ edit, lineOf, problems }) => {
    edit(module, insertAfter(firstHeading, "\n这一条没有出处。<Clause id=\"anran/no-such-clause\" />\n\n<Compare topic=\"no-such-topic\" />\n"));
    edit(questions, (text) => text.replace("clauses: [norm-system/no-order-no-work]", "clauses: [norm-system/no-order-no-work, anran/gone]"));
    const found = await problems();
    expectProblem(found, module, lineOf(module, "no-such-clause"), "there is no clause anran/no-such-clause");
    expectProblem(found, module, lineOf(module, "no-such-topic"), "there is no topic no-such-topic");
    expectProblem(found, questions, lineOf(questions, "anran/gone"), "there is no clause anran/gone");
  });
});

test("a figure that nobody sets is reported where it would be shown or asked", async () => {
  await withCopy(async ({ edit, lineOf, problems }) => {
    edit(module, insertAfter(firstHeading, "\n上门 <Figure topic=\"shoe-covers\" /> 副，见 <Figure clause=\"anran/door-introduction\" />。\n"));
    edit(questions, (text) => text.replace("topic: repair-arrival", "topic: shoe-covers"));
    const found = await problems();
    expectProblem(found, module, lineOf(module, "shoe-covers"), "company anran has no figure in force for shoe-covers");
    expectProblem(found, module, lineOf(module, "anran/door-introduction\" />。"), "clause anran/door-introduction has no figure to show");
    expectProblem(found, questions, lineOf(questions, "topic: shoe-covers"), "re-001: company anran has no figure in force for shoe-covers");
  });
});

test("a company's own figure that a question does not offer is reported, even when it is in force only later", async () => {
  await withCopy(async ({ edit, lineOf, problems }) => {
    const own = "figures:\n  - { topic: repair-arrival, figure: { value: 25, unit: 分钟, comparator: at-most }, from: 2099-01-01, basis: 本单位通知 }";
    edit("companies/anran.yaml", (text) => text.replace("figures: []", own));
    expectProblem(await problems(), questions, lineOf(questions, "topic: repair-arrival"), "re-001: for company anran exactly one option must be 25");
  });
});

test("a single choice with two keys is reported at its question", async () => {
  await withCopy(async ({ edit, lineOf, problems }) => {
    edit(questions, (text) => text.replace("补一张施工单 }", "补一张施工单, correct: true }"));
    expectProblem(await problems(), questions, lineOf(questions, "- id: re-002"), "re-002: a single choice has one correct option, this has 2");
  });
});

test("a question id used twice and a clause id used twice name the file that had it first", async () => {
  await withCopy(async ({ edit, lineOf, problems }) => {
    const second = lineOf(questions, "- id: re-002");
    edit(questions, (text) => text.replace("- id: re-002", "- id: re-001"));
    expectProblem(await problems(), questions, second, "re-001 is already used in");
  });
  await withCopy(async ({ edit, lineOf, problems }) => {
    const again = "  - { id: anran/training-purpose, place: 第二处, duty: 同一个编号用了两次。, roles: [all] }";
    edit(standards, (text) => `${text.trimEnd()}\n${again}\n`);
    expectProblem(await problems(), standards, lineOf(standards, "第二处"), "anran/training-purpose is already used in");
  });
});

test("a clause that no module teaches and nothing tests is reported in the register", async () => {
  await withCopy(async ({ edit, lineOf, problems }) => {
    edit(standards, (text) => `${text.trimEnd()}\n  - { id: anran/forgotten, place: 附则, duty: 没有人教，也没有人考。, roles: [all] }\n`);
    const line = lineOf(standards, "anran/forgotten");
    expect(await problems()).toEqual([
      { file: standards, line, reason: "anran/forgotten is taught by no module" },
      { file: standards, line, reason: "anran/forgotten is tested by no question and no checklist" },
    ]);
  });
});

test("a blueprint that the bank cannot fill three times over is reported at its quota", async () => {
  await withCopy(async ({ edit, lineOf, problems }) => {
    edit("schemes/repair.yaml", (text) => text.replace("module: repair-and-emergency, difficulty: 2, count: 2", "module: repair-and-emergency, difficulty: 2, count: 9"));
    expectProblem(await problems(), "schemes/repair.yaml", lineOf("schemes/repair.yaml", "count: 9"), "the blueprint draws 9, and the bank must fill it 3 times over");
  });
});

test("two quotas that draw from the same questions are refused", async () => {
  await withCopy(async ({ edit, problems }) => {
    edit("schemes/repair.yaml", (text) => text.replace("module: repair-and-emergency, difficulty: 2,", "module: repair-and-emergency, difficulty: 1,"));
    expect((await problems()).map((one) => one.reason)).toEqual(["theory.blueprint: two quotas draw from the same questions"]);
  });
});

test("a registered figure copied into prose is reported, unless the paragraph cites who sets it", async () => {
  await withCopy(async ({ edit, lineOf, problems }) => {
    edit(module, insertAfter(firstHeading, "\n报修后20分钟内到场。\n\n报修后 20 分钟内赶到。<Clause id=\"anran/repair-arrival\" />\n\n灶具用了二十分钟。\n"));
    const found = await problems();
    expectProblem(found, module, lineOf(module, "报修后20分钟"), "“20分钟” is a registered figure");
    expectProblem(found, module, lineOf(module, "灶具用了"), "“二十分钟” is a registered figure");
    expect(found).toHaveLength(2);
  });
});

test("a scenario that leads nowhere, goes on after its end or cannot end well is reported where it begins", async () => {
  const scene = (id: string, rest: string) => `<Scene id="${id}"${rest}\n\n</Scene>\n\n`;
  const choices = (...to: string[]) => to.map((one) => `\n\n<Choice to="${one}">走这边</Choice>`).join("");
  for (const [scenes, reason] of [
    [scene("start", `>\n\n开始${choices("a", "nowhere")}`) + scene("a", ' outcome="good">\n\n好'), "scene start leads to nowhere, which is not there"],
    [scene("start", `>\n\n开始${choices("a", "b")}`) + scene("a", ' outcome="good">\n\n好') + scene("b", ">\n\n没完"), "scene b neither ends with an outcome nor offers two choices"],
    [scene("start", `>\n\n开始${choices("a", "b")}`) + scene("a", ' outcome="bad">\n\n坏') + scene("b", ' outcome="fair">\n\n还行'), "a scenario can end well and otherwise"],
    [scene("start", `>\n\n开始${choices("a", "b")}`) + scene("a", ' outcome="good">\n\n好') + scene("b", ' outcome="bad">\n\n坏') + scene("c", ' outcome="bad">\n\n没人来'), "no choice leads to scene c"],
  ] as const) {
    await withCopy(async ({ edit, lineOf, problems }) => {
      edit(module, insertAfter(firstHeading, `\n<Scenario title="试写的情景">\n\n${scenes}</Scenario>\n`));
      expectProblem(await problems(), module, lineOf(module, "试写的情景"), reason);
    });
  }
});

test("a text may ask a practice question of its own module, not one kept for exams and none that is not there", async () => {
  await withCopy(async ({ edit, lineOf, problems }) => {
    edit(module, insertAfter(firstHeading, "\n<Check question=\"re-001\" />\n\n<Check question=\"re-999\" />\n"));
    const found = await problems();
    expectProblem(found, module, lineOf(module, "re-001"), "re-001 is kept for exams");
    expectProblem(found, module, lineOf(module, "re-999"), "the module's bank has no question re-999");
  });
});

test("two stems that ask nearly the same are reported at the later one", async () => {
  await withCopy(async ({ edit, lineOf, problems }) => {
    const stem = "修完灶具，客户请你顺手把灶前的管子往左移半米，说工钱照付。任务单上没有这一项。应当：";
    edit(questions, (text) => text.replace(/stem: 维修时发现阀芯损坏.*/, `stem: ${stem.replace("半米", "一米")}`));
    expectProblem(await problems(), questions, lineOf(questions, "- id: re-005"), "re-005 asks nearly the same as re-002");
  });
});

test("a sentence taken over from a source is reported with the place it comes from, and an allowance nobody needs as well", async () => {
  await withCopy(async ({ edit, lineOf, problems }) => {
    const allowed = "standards/shared-wording.yaml";
    edit(module, insertAfter(firstHeading, "\n任何人都要做到：培训必须对学员进行理论知识和操作技术考试。\n"));
    edit(allowed, (text) => `${text.trimEnd()}\n- { text: 这一句话哪一份原文里都找不到的, kind: phrase, reason: 试写的一条 }\n`);
    const found = await problems();
    expectProblem(found, module, lineOf(module, "任何人都要做到"), "characters with 000 L389: ");
    expectProblem(found, allowed, lineOf(allowed, "都找不到的"), "nothing needs to be allowed");
    expect(found).toHaveLength(2);
  });
  await withCopy(async ({ edit, problems }) => {
    edit("standards/shared-wording.yaml", (text) => text.replace(/- \{ text: 预防为主防治结合安全第一.*\n/, ""));
    expect((await problems()).filter((one) => one.reason.includes("预防为主防治结合安全第一")).length).toBeGreaterThan(0);
  });
});

test("a file whose name is not its id, and a track with a module that is not there, are reported", async () => {
  await withCopy(async ({ edit, lineOf, problems }) => {
    edit(module, (text) => text.replace("id: repair-and-emergency", "id: repair"));
    edit("tracks/technician.yaml", (text) => text.replace("id: home-visit-etiquette", "id: nowhere"));
    const found = await problems();
    expectProblem(found, module, lineOf(module, "id: repair"), "the file is called repair-and-emergency, its id is repair");
    expectProblem(found, "tracks/technician.yaml", lineOf("tracks/technician.yaml", "nowhere"), "there is no module nowhere");
  });
});

test("a guide of the handbook may hold Markdown and links within the site, nothing else", async () => {
  const head = "---\ntitle: 试写\nsummary: 试写一页\norder: 99\nroles: []\n---\n";
  for (const [planted, reason] of [
    ["<script>alert(1)</script>", "<script> is not an element"],
    ["<Clause id=\"anran/repair-arrival\" />", "<Clause> is not a component"],
    ["[外面](https://example.com)", "begins with /"],
    ["[外面](//example.com)", "begins with /"],
    ["[坏链接](javascript:alert(1))", "begins with /"],
  ] as const) {
    await withCopy(async ({ add, lineOf, problems }) => {
      add("handbook/trial.md", `${head}\n一段话。\n\n${planted}\n`);
      expectProblem(await problems(), "handbook/trial.md", lineOf("handbook/trial.md", planted), reason);
    });
  }
  await withCopy(async ({ add, problems }) => {
    add("handbook/trial.md", `${head}\n## 标题\n\n1. **粗体**，[我的学习](/plan)\n`);
    expect(await problems()).toEqual([]);
  });
});

test("problems are printed a line each, in the order of files and lines", () => {
  const at = (file: string, line: number) => ({ file, line, reason: "错" });
  expect(printProblems([at("b", 1), at("a", 20), at("a", 3)])).toBe("a:3 错\na:20 错\nb:1 错");
});

test("compiled content is written whole, and again over what was there", async () => {
  const folder = mkdtempSync(join(tmpdir(), "lms-built-"));
  try {
    const { source } = await readContent("content");
    writeContent(source, folder);
    const first = readFileSync(join(folder, "modules.json"), "utf8");
    writeContent(source, folder);
    expect(readFileSync(join(folder, "modules.json"), "utf8")).toBe(first);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
