import { Form, Link, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatMoment } from "#app/lib/format.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card, Chip, Empty, Notice } from "#app/ui/page.tsx";
import { Filter, FilterText } from "#app/ui/filter.tsx";
import { startRefusals } from "../refusals.ts";
import type { findCandidates, findDesk, findStartOptions } from "../queries.server.ts";

type Desk = Awaited<ReturnType<typeof findDesk>>;
type Candidates = Awaited<ReturnType<typeof findCandidates>>;
type Options = NonNullable<Awaited<ReturnType<typeof findStartOptions>>>;

/** Practicals of one's own that are under way: go on, or sign. */
export function UnderWay({ practicals }: { practicals: Desk["underWay"] }) {
  const { t } = useTranslation();
  return (
    <Card title={t("进行中")}>
      {practicals.length === 0 ? <p className="text-soft">{t("没有进行中的考核。")}</p> : null}
      <ul className="flex flex-col">
        {practicals.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line py-3 first:border-0 first:pt-0 last:pb-0">
            <div className="min-w-0 grow basis-52">
              <p className="font-semibold">{one.name} <span className="font-normal text-soft">{one.staffNo}</span></p>
              <p className="text-sm text-soft">{one.title} · {t("{{time}} 开始", { time: formatMoment(one.startedAt) })}</p>
            </div>
            {one.state === "open" ? <Chip tone="on">{t("已记 {{marked}} / {{steps}} 步", { marked: one.marked, steps: one.steps })}</Chip> : <Chip tone="warn">{t("待签字")}</Chip>}
            <ButtonLink to={one.state === "open" ? `/practicals/${one.id}` : `/practicals/${one.id}/review`} aria-label={t(one.state === "open" ? "继续考核 {{name}}" : "{{name}} 的考核去签字", { name: one.name })}>
              {one.state === "open" ? t("继续") : t("去签字")}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Whom to assess: found by name or staff number, chosen by a tap. */
export function ChooseCandidate({ search, found }: { search: string; found: Candidates }) {
  const { t } = useTranslation();
  return (
    <Card title={t("开始一场考核")}>
      <div className="flex flex-col gap-3">
        <Filter label={t("找学员")} submitLabel={t("查找")}>
          <FilterText name="q" label={t("学员的姓名或工号")} value={search} />
        </Filter>
        {found.candidates.length === 0 ? (
          <p className="text-soft">{search ? t("您的考评范围内没有这样的学员。检查姓名或工号，或问培训师学员属于哪个单位。") : t("您的考评范围内还没有可以考核的学员。")}</p>
        ) : (
          <ul className="grid gap-2 sm:grid-cols-2">
            {found.candidates.map((one) => (
              <li key={one.id}>
                <Link to={`?candidate=${one.id}`} className="flex min-h-12 flex-col justify-center rounded-control border border-line-strong px-4 py-2 text-ink no-underline hover:bg-flame-tint">
                  <span className="font-semibold">{one.name} <span className="font-normal text-soft">{one.staffNo}</span></span>
                  <span className="text-sm text-soft">{one.unitName}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
        {found.more ? <p className="text-sm text-soft">{t("还有更多学员，请输入姓名或工号查找。")}</p> : null}
      </div>
    </Card>
  );
}

/** What the chosen candidate can be assessed in, and why not where not. */
export function StartOptions({ chosen, refusal }: { chosen: Options; refusal: string | null }) {
  const { t } = useTranslation();
  const busy = useNavigation().state !== "idle";
  const { candidate, options } = chosen;
  return (
    <Card title={t("考核 {{name}} {{staffNo}}", candidate)} aside={<Link to="/practicals">{t("换一名学员")}</Link>}>
      <div className="flex flex-col gap-3">
        {refusal ? <Notice tone="bad" title={t(refusal)} /> : null}
        {options.length === 0 ? <Empty title={t("没有适合这名学员岗位的考核表")}>{t("持证方案规定哪些岗位考哪些考核表。")}</Empty> : null}
        <ul className="flex flex-col">
          {options.map((one) => (
            <li key={`${one.schemeId} ${one.checklistId}`} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line py-3 first:border-0 first:pt-0 last:pb-0">
              <div className="min-w-0 grow basis-52">
                <p className="font-semibold">{one.title}</p>
                <p className="text-sm text-soft">{one.schemeTitle} · {t("{{steps}} 步，约 {{minutes}} 分钟", { steps: one.steps, minutes: one.minutes })}</p>
                {one.last ? <p className="text-sm text-soft">{t("上次 {{time}}", { time: formatMoment(one.last.signedAt) })} {one.last.outcome === "passed" ? t("合格") : t("不合格")}</p> : null}
              </div>
              {one.underWay ? (
                one.underWay.id ? <ButtonLink tone="quiet" to={`/practicals/${one.underWay.id}`}>{t("继续")}</ButtonLink> : <Chip tone="warn">{t("{{name}} 正在考核", { name: one.underWay.assessor })}</Chip>
              ) : one.refusal ? (
                <p className="text-sm text-warn"><span aria-hidden="true">▲ </span>{t(startRefusals[one.refusal])}</p>
              ) : (
                <Form method="post">
                  <input type="hidden" name="candidateId" value={candidate.id} />
                  <input type="hidden" name="schemeId" value={one.schemeId} />
                  <input type="hidden" name="checklistId" value={one.checklistId} />
                  <Button disabled={busy} aria-label={t("开始 {{title}}", { title: one.title })}>{t("开始")}</Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}

/** The last ones signed, each leading to its record. */
export function RecentlySigned({ practicals }: { practicals: Desk["signed"] }) {
  const { t } = useTranslation();
  return (
    <Card title={t("最近签字")}>
      {practicals.length === 0 ? <p className="text-soft">{t("您签字完成的考核会列在这里。")}</p> : null}
      <ul className="flex flex-col">
        {practicals.map((one) => (
          <li key={one.id} className="border-t border-line first:border-0">
            <Link to={`/practicals/${one.id}/record`} className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 py-2 text-ink no-underline">
              <span className="min-w-0 grow basis-48"><span className="underline decoration-line-strong underline-offset-4">{one.name}</span> <span className="text-sm text-soft">{one.staffNo} · {one.title}</span></span>
              <span className="text-sm text-soft">{one.signedAt === null ? "" : formatMoment(one.signedAt)}</span>
              <Chip tone={one.outcome === "passed" ? "ok" : "bad"}>{one.outcome === "passed" ? t("合格") : t("不合格")}</Chip>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
