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

test("a blueprint that the bank cannot fill is reported at its quota", async () => {
  await withCopy(async ({ edit, lineOf, problems }) => {
    edit("schemes/repair.yaml", (text) => text.replace(/module: repair-and-emergency, count: \d+/, "module: repair-and-emergency, count: 90"));
    expectProblem(await problems(), "schemes/repair.yaml", lineOf("schemes/repair.yaml", "count: 90"), "other exam questions; the blueprint draws");
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
