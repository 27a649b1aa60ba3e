import fc from "fast-check";
import { expect, test } from "vitest";
import { isPlaceIn, newerPlace, paragraphsIn, pathOf, placeToGoOn, sectionMinutes, type Place } from "./places.ts";
import type { TreeNode } from "./tree.ts";

const p = (text: string): TreeNode => ({ type: "p", props: {}, children: [text] });
const module = { hash: "new", minutes: 30, sections: [{ tree: [p("一"), "\n", p("二"), p("三")] }, { tree: [p("四")] }] };
const place = (section: number, paragraph: number, at = 10, hash = "new"): Place => ({ hash, section, paragraph, at });

test("a paragraph is a block at the top level; line breaks between blocks are none", () => {
  expect(module.sections.map(({ tree }) => paragraphsIn(tree))).toEqual([3, 1]);
});

test("only what a module has is a place in it", () => {
  for (const [section, paragraph] of [[1, 1], [1, 3], [2, 1]] as const) expect(isPlaceIn(module, { section, paragraph })).toBe(true);
  for (const [section, paragraph] of [[0, 1], [3, 1], [1, 0], [1, 4], [2, 2], [1, 1.5], [1.5, 1], [-1, 1], [1, Number.NaN]] as const) expect(isPlaceIn(module, { section, paragraph }), `${section}/${paragraph}`).toBe(false);
});

test("reading goes on at the kept place, unless it is of another version, gone, or a section was read after it", () => {
  expect(placeToGoOn(module, place(1, 3), null)).toEqual(place(1, 3));
  expect(placeToGoOn(module, place(1, 3), 10)).toEqual(place(1, 3));
  expect(placeToGoOn(module, place(1, 3), 11)).toBeNull();
  expect(placeToGoOn(module, place(1, 3, 10, "old"), null)).toBeNull();
  expect(placeToGoOn(module, place(1, 4), null)).toBeNull();
  expect(placeToGoOn(module, null, 5)).toBeNull();
});

test("the beginning of a section is addressed as the section", () => {
  expect(pathOf("service-language", place(2, 1))).toBe("/modules/service-language/2");
  expect(pathOf("service-language", place(2, 7))).toBe("/modules/service-language/2#p-7");
});

test("places sent by several devices, arriving in any order, leave the newest by the server's clock", () => {
  const device = fc.array(fc.record({ hash: fc.constant("new"), section: fc.integer({ min: 1, max: 9 }), paragraph: fc.integer({ min: 1, max: 40 }), at: fc.integer({ min: 0, max: 50 }) }), { maxLength: 8 });
  const arrivals = fc.array(device, { minLength: 1, maxLength: 4 }).map((devices) => devices.flat()).chain((sent) => fc.shuffledSubarray(sent, { minLength: sent.length, maxLength: sent.length }));
  fc.assert(fc.property(arrivals, (sent) => {
    const kept = sent.reduce<Place | null>(newerPlace, null);
    if (sent.length === 0) return kept === null;
    const newest = Math.max(...sent.map((one) => one.at));
    return kept === sent.filter((one) => one.at === newest).at(-1);
  }));
});

test("a module's time is shared out by the length of its sections, and no section takes none", () => {
  expect(sectionMinutes(module)).toEqual([15, 5]);
  expect(sectionMinutes({ minutes: 3, sections: [{ tree: [p("长".repeat(900))] }, { tree: [] }] })).toEqual([2, 1]);
  expect(sectionMinutes({ minutes: 9, sections: [{ tree: [] }, { tree: [] }] })).toEqual([3, 3]);
});
