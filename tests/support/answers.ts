import { expect, type Page } from "@playwright/test";
import { bankOf } from "#app/features/questions/catalogue.server.ts";
import { keyOf } from "#app/features/questions/grade.ts";
import { isByPart } from "#app/features/questions/answered.ts";
import type { Part, Question } from "#app/features/questions/question.ts";
import type { PlainResponse, Response } from "#app/features/questions/response.ts";
import { figuresOn, standardsOf } from "#app/features/standards/catalogue.server.ts";
import { dayOf } from "#app/lib/clock.ts";
import { openContent } from "#app/lib/content.server.ts";

const content = openContent("build/content");

/** A question of the bank by the stem a person reads on the page, with its key for 安然 today: what somebody who has learnt would answer. */
export function knownAnswer(stem: string): { question: Question; key: Exclude<Response, null> } {
  const found = [...bankOf(content).values()].find((one) => one.question.stem === stem.trim());
  if (!found) throw new Error(`the bank has no question «${stem}»`);
  return { question: found.question, key: keyOf(found.question, figuresOn(standardsOf(content), "anran", dayOf(Date.now()))) };
}

type Field = ReturnType<Page["locator"]>;

/** Gives an answer the way a person does: ticks, types, chooses, or moves lines up until they stand right. */
export async function answerQuestion(within: Field, { question, key }: ReturnType<typeof knownAnswer>): Promise<void> {
  if (question.type !== "case") return isByPart(key) ? undefined : answerPlainly(within, question, key);
  for (const part of question.parts) {
    const given = isByPart(key) ? key[part.id] : null;
    const field = within.locator("div", { has: within.page().getByRole("heading", { name: part.stem, exact: true }) }).last();
    await answerPlainly(field, part, given ?? null);
  }
}

async function answerPlainly(within: Field, question: Exclude<Question, { type: "case" }> | Part, key: PlainResponse): Promise<void> {
  switch (question.type) {
    case "single":
    case "multiple": {
      const chosen = [key].flat().map(String);
      for (const option of question.options.filter((one) => chosen.includes(one.id))) await within.getByText(option.text, { exact: true }).click();
      return;
    }
    case "truefalse":
      await within.getByText(key === true ? "对" : "错", { exact: true }).click();
      return;
    case "matching":
      for (const [index, pair] of question.pairs.entries()) await within.getByRole("combobox").nth(index).selectOption({ label: pair.right });
      return;
    case "numeric":
    case "short":
      await within.getByRole("textbox").fill(String(key));
      return;
    case "ordering": {
      const lines = within.getByRole("listitem");
      for (const [place, item] of question.items.entries()) {
        for (;;) {
          const texts = await lines.allInnerTexts();
          const at = texts.findIndex((text) => text.includes(item.text));
          expect(at).toBeGreaterThanOrEqual(place);
          if (at === place) break;
          await lines.nth(at).getByRole("button", { name: "上移" }).click();
        }
      }
      const asItStands = within.getByRole("button", { name: "就是这个顺序" });
      if (await asItStands.isVisible()) await asItStands.click();
      return;
    }
  }
}
