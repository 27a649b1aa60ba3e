import { useTranslation } from "react-i18next";
import type { FormRefusal } from "#app/lib/forms.ts";
import { Fold } from "#app/ui/fold.tsx";
import { SmartForm, TextAreaField } from "#app/ui/form.tsx";
import { Card } from "#app/ui/page.tsx";
import { ReasonForm, type LedgerIntent } from "../forms.ts";
import type { HolderStanding } from "../standing.ts";

const acts = {
  suspend: { title: "暂停…", label: "暂停这张上岗证", consequence: "从今天起持证人不能凭此证上岗，扫码立即显示“已暂停”。查清后可以恢复。" },
  reinstate: { title: "恢复…", label: "恢复这张上岗证", consequence: "从今天起持证人可以再凭此证上岗，有效期不延长。" },
  revoke: { title: "吊销…", label: "吊销这张上岗证", consequence: "吊销后不能恢复：持证人须重新参加理论考试和实操考核，才能再领证。" },
} as const satisfies Record<LedgerIntent, { title: string; label: string; consequence: string }>;

/** What may be done to a licence of this standing. A licence past its end, or of who has left, can still be revoked. */
function intentsFor(standing: HolderStanding): LedgerIntent[] {
  if (standing === "revoked") return [];
  if (standing === "suspended") return ["reinstate", "revoke"];
  return standing === "expired" || standing === "holder-left" ? ["revoke"] : ["suspend", "revoke"];
}

/** The acts on a licence, each folded away until it is wanted; the consequence stands above the reason. */
export function GovernForms({ standing, refusal, refused }: { standing: HolderStanding; refusal: ({ ok: false } & FormRefusal) | undefined; refused: string | undefined }) {
  const { t } = useTranslation();
  const intents = intentsFor(standing);
  if (intents.length === 0) return null;
  return (
    <Card title={t("变更这张上岗证")}>
      <div className="divide-y divide-line">
        {intents.map((intent) => (
          <Fold key={intent} open={refused === intent} summary={t(acts[intent].title)}>
            <div className="pb-4">
              <p className="mb-3 text-sm text-soft">{t(acts[intent].consequence)}</p>
              <SmartForm schema={ReasonForm} refusal={refused === intent ? refusal : undefined} intent={intent} submitLabel={t(acts[intent].label)} submitTone={intent === "reinstate" ? "primary" : "danger"}>
                <TextAreaField name="reason" label={t("原因（会记入台账，并通知持证人和单位）")} />
              </SmartForm>
            </div>
          </Fold>
        ))}
      </div>
    </Card>
  );
}
