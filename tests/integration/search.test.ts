import { expect } from "vitest";
import { bankOf } from "#app/features/questions/catalogue.server.ts";
import { searchContent } from "#app/features/search/queries.server.ts";
import type { Hit } from "#app/features/search/search.ts";
import { story, type CastName, type TestHouse } from "#tests/support/house.ts";
import { withSite } from "#tests/support/site-in-process.ts";

const asked = async (house: TestHouse, name: CastName, q: string, at?: string) => (await searchContent(house.as(name, at), house.id(name), q)).found;
const clausesFor = async (house: TestHouse, name: CastName, q: string, at?: string): Promise<Hit[]> => (await asked(house, name, q, at))?.kinds.clause.hits ?? [];
const written = (hit: Hit | undefined) => hit?.sentence.map((piece) => (piece.hit ? `[${piece.text}]` : piece.text)).join("") ?? "";

story("a figure finds its clauses, however it is written", async (house) => {
  for (const q of ["30分钟", "30 分钟", "３０分钟", "三十分钟", "半小时"]) {
    const hits = await clausesFor(house, "newcomer", q);
    expect(hits.map((hit) => hit.id), q).toEqual(expect.arrayContaining(["promise-standard/emergency-arrival", "window-home-standard/emergency-arrival"]));
    expect(hits[0]?.figure, q).toBe("30 分钟");
  }
  for (const q of ["每年2次", "一年两次", "2次/年"]) expect((await clausesFor(house, "newcomer", q))[0], q).toMatchObject({ id: "anran/inspection-residential", figure: "每年 2 次", inForce: null });
});

story("a learner of 鹭港 finds 30 minutes as their own company's figure for 报修到场, one of 安然 does not", async (house) => {
  const [own] = await clausesFor(house, "outsider", "30分钟");
  expect(own).toMatchObject({ id: "anran/repair-arrival", figure: "20 分钟", inForce: "30 分钟", to: "/clauses/anran/repair-arrival" });
  expect((await clausesFor(house, "outsider", "报修 30分钟")).map((hit) => hit.id)).toEqual(["anran/repair-arrival"]);
  expect((await clausesFor(house, "newcomer", "30分钟")).map((hit) => hit.id)).not.toContain("anran/repair-arrival");
  expect((await clausesFor(house, "outsider", "30分钟", "2023-12-31 09:00")).map((hit) => hit.id)).not.toContain("anran/repair-arrival");
  const sections = async (name: CastName, q: string) => (await asked(house, name, q))?.kinds.module.hits.find((hit) => hit.to === "/modules/difficult-customers/3");
  expect(written(await sections("outsider", "30分钟"))).toContain("[30 分钟]内到场");
  expect(await sections("newcomer", "30分钟")).toBeUndefined();
  expect(written(await sections("newcomer", "20分钟"))).toContain("[20 分钟]内到场");
});

story("a clause, a section and a word of the glossary are found by their words, the own regulation first", async (house) => {
  const found = await asked(house, "newcomer", "报修到场");
  expect(found?.kinds.clause.hits[0]).toMatchObject({ id: "anran/repair-arrival", title: [{ text: "报修到场", hit: true }] });
  expect(found?.kinds.module.hits.every((hit) => /^\/modules\/[a-z-]+(\/\d+)?$/.test(hit.to))).toBe(true);
  expect((await asked(house, "newcomer", "服务期"))?.kinds.term.hits[0]).toMatchObject({ to: "/help/glossary", title: [{ text: "服务期", hit: true }] });
  expect((await asked(house, "newcomer", "service commitment"))?.kinds.term.count).toBeGreaterThan(0);
});

story("no stem and no explanation of a question is found", async (house) => {
  for (const { question } of [...bankOf(house.house().content).values()].filter((_, index) => index % 25 === 0))
    for (const text of [question.stem, question.explanation]) {
      const found = await asked(house, "trainer", text);
      const shown = [...(found?.kinds.clause.hits ?? []), ...(found?.kinds.module.hits ?? []), ...(found?.kinds.term.hits ?? [])].map((hit) => hit.sentence.map((piece) => piece.text).join(""));
      expect(shown.filter((one) => one.includes(text)), text).toEqual([]);
    }
});

story("the page works as a plain form, marks what was asked for, says what to try, and takes any rubbish", async (house) => {
  await withSite(house, async ({ ask }) => {
    const page = async (query: string, as: CastName = "newcomer") => ask(`/search${query}`, { as });
    const found = await page(`?${new URLSearchParams({ q: "报修到场" }).toString()}`);
    expect(found.text).toMatch(/<mark[^>]*>报修到场<\/mark>/);
    expect(found.text).toContain('href="/clauses/anran/repair-arrival"');
    const one = await page(`?${new URLSearchParams({ q: "报修到场", kind: "term" }).toString()}`);
    expect(one.text).toContain('href="/help/glossary"');
    expect(one.text).not.toContain('href="/clauses/anran/repair-arrival"');
    expect((await page("")).text).toContain("比如可以搜");
    expect((await page(`?${new URLSearchParams({ q: "龘靐齉" }).toString()}`)).text).toContain("没有找到");
    expect((await page(`?${new URLSearchParams({ q: "报修 30分钟" }).toString()}`, "outsider")).text).toContain("本单位执行 30 分钟");
    for (const q of ["气", "气".repeat(200), "报".repeat(1000), "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "(.*)+$", "' or 1=1 --", "%", "\\", "🔥", "\ud800"]) {
      const answer = await page(`?${new URLSearchParams({ q, kind: "nonsense" }).toString()}`);
      expect(answer.status, q).toBe(200);
      expect(answer.text, q).not.toMatch(/<script>alert|<img src=x/);
    }
    expect((await page("?q=a&q=b&kind=")).status).toBe(200);
    expect((await ask("/search?q=a")).location).toBe(`/sign-in?next=${encodeURIComponent("/search?q=a")}`);
  });
});
