import { Link } from "@remix-run/react";
import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { TopicTable } from "#app/features/standards/ui/topic-table.tsx";
import type { Notes } from "../notes.ts";
import type { MdxComponent, TreeNode } from "../tree.ts";
import { clausesOfMark } from "../walk.ts";
import { Scenario } from "./scenario.tsx";
import { Steps } from "./steps.tsx";
import { Try } from "./try.tsx";

type Element = Exclude<TreeNode, string>;
type Block = (block: {
  props: Element["props"];
  node: Element;
  children: ReactNode;
  notes: Notes;
  t: TFunction;
  /** Shows nodes of this block, where it does not want all its children together. */
  render: (nodes: readonly TreeNode[]) => ReactNode;
}) => ReactNode;

const within = (node: Element, type: MdxComponent) => node.children.flatMap((child) => (typeof child === "string" || child.type !== type ? [] : [child]));

const mark = "mx-1 border-b border-dotted border-flame align-[0.12em] text-[0.74em] whitespace-nowrap text-flame no-underline";
const edge = "boxed my-4 break-inside-avoid rounded-r-control border-l-4 px-4 py-3";

function Label({ children, tone }: { children: ReactNode; tone: string }) {
  return <div className={`mb-0.5 text-[13px] leading-normal font-bold ${tone}`}>{children}</div>;
}

/** How each component of a module is shown; `mdxComponents` is the list an author may use, and every one of it is here. */
export const blocks: Record<MdxComponent, Block> = {
  Clause: ({ props, notes, t }) => {
    const [note, ...others] = clausesOfMark(props).flatMap((id) => notes.clauses[id] ?? []);
    if (!note) return null;
    if (others.length > 0) return <SeveralClauses all={[note, ...others]} />;
    return <Link to={note.to} aria-label={t("{{regulation}}，{{place}}", { regulation: note.label, place: note.place })} className={mark}>{note.label}</Link>;
  },
  Figure: ({ props, notes, t }) => {
    const figure = notes.figures[String(props.topic ?? props.clause)];
    return <strong className="mx-0.5 rounded-md bg-flame-tint px-1.5 whitespace-nowrap py-px text-flame-deep print:bg-transparent print:px-0">{figure ?? t("（本单位未定）")}</strong>;
  },
  Compare: ({ props, notes }) => {
    const topic = notes.topics[String(props.topic)];
    return topic ? <TopicTable topic={topic} /> : null;
  },
  SayThis: ({ children, t }) => <div className={`${edge} border-ok bg-ok-tint`}><Label tone="text-ok"><span aria-hidden="true">✓ </span>{t("这样说")}</Label>{children}</div>,
  NeverSay: ({ children, t }) => <div className={`${edge} border-bad bg-bad-tint`}><Label tone="text-bad"><span aria-hidden="true">✕ </span>{t("不要说")}</Label>{children}</div>,
  Warning: ({ children, t }) => <div className={`${edge} border-warn bg-warn-tint`}><Label tone="text-warn"><span aria-hidden="true">▲ </span>{t("注意")}</Label>{children}</div>,
  General: ({ props, children, t }) => (
    <div className={`${edge} border-line-strong bg-canvas`}>
      <Label tone="text-soft">{t("行业通识 · {{reference}}", { reference: props.reference })}</Label>
      {children}
    </div>
  ),
  CompanyProcedure: ({ props, children, t }) => (
    <div className="boxed my-4 break-inside-avoid rounded-control border border-dashed border-line-strong px-4 py-3">
      <Label tone="text-soft">{t("由本单位补充")}</Label>
      <div className="font-bold">{props.title}</div>
      {children}
    </div>
  ),
  KeyPoints: ({ children, t }) => (
    <div className="boxed my-6 break-inside-avoid rounded-card border border-flame bg-flame-tint px-4 py-4">
      <Label tone="text-flame-deep">{t("要点")}</Label>
      {children}
    </div>
  ),
  Dialogue: ({ props, children }) => (
    <div role="group" aria-label={String(props.title)} className="my-4 break-inside-avoid rounded-control border border-line bg-canvas px-4 py-3">
      <Label tone="text-soft">{props.title}</Label>
      {children}
    </div>
  ),
  Line: ({ props, children }) => (
    <div className="boxed grid grid-cols-[4em_1fr] gap-x-3 py-1">
      <div className="font-bold text-soft">{props.who}</div>
      <div>{children}</div>
    </div>
  ),
  Steps: ({ props, node, children }) => (
    <Steps titles={within(node, "Step").map((step) => String(step.props.title))} exercise={typeof props.exercise === "string" ? props.exercise : null}>{children}</Steps>
  ),
  Step: ({ props, children }) => (
    <li className="relative m-0! border-l-2 border-line pb-5 pl-7 [counter-increment:step] before:absolute before:-left-[15px] before:grid before:size-7 before:place-items-center before:rounded-full before:border-2 before:border-flame before:bg-paper before:text-sm before:leading-none before:font-bold before:text-flame before:content-[counter(step)] last:border-transparent last:pb-1">
      <div className="font-bold">{props.title}</div>
      <div className="boxed">{children}</div>
    </li>
  ),
  Scenario: ({ props, node, render }) => {
    const scenes = within(node, "Scene").map((scene) => ({
      id: String(scene.props.id),
      outcome: typeof scene.props.outcome === "string" ? scene.props.outcome : null,
      body: render(scene.children.filter((child) => typeof child === "string" || child.type !== "Choice")),
      choices: within(scene, "Choice").map((choice) => ({ to: String(choice.props.to), words: render(choice.children) })),
    }));
    return <Scenario title={String(props.title)} name={`scene-${[...String(props.title)].map((letter) => letter.codePointAt(0)?.toString(36)).join("")}`} scenes={scenes} />;
  },
  // Scenes and choices are laid out by their scenario.
  Scene: () => null,
  Choice: () => null,
  Check: ({ props, notes }) => {
    const check = notes.checks[String(props.question)];
    return check ? <Try question={check.question} to={check.to} /> : null;
  },
  Table: ({ props, children }) => (
    <figure className="my-5 break-inside-avoid">
      <figcaption className="mb-1 text-sm font-semibold text-soft">{props.caption}</figcaption>
      {children}
    </figure>
  ),
};

/** One mark for clauses that say the same: the first by name, all of them when opened. */
function SeveralClauses({ all }: { all: Notes["clauses"][string][] }) {
  const { t } = useTranslation();
  return (
    <details className="mx-1 inline-block max-w-full align-[0.12em] text-[0.74em] leading-normal open:my-1 open:rounded-control open:bg-canvas open:px-3 open:py-2">
      <summary className="cursor-pointer list-none border-b border-dotted border-flame text-flame">{t("{{regulation}} 等 {{n}} 条", { regulation: all[0]?.label, n: all.length })}</summary>
      <span className="mt-1 flex flex-col gap-1.5">
        {all.map((note) => <Link key={note.to} to={note.to} className="text-flame">{t("{{regulation}}，{{place}}", { regulation: note.label, place: note.place })}</Link>)}
      </span>
    </details>
  );
}
