import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { markRead } from "#app/features/notifications/commands.server.ts";
import { listInbox } from "#app/features/notifications/queries.server.ts";
import { InboxList } from "#app/features/notifications/ui/inbox-list.tsx";
import { signedIn } from "#app/features/people/guard.server.ts";
import { readForm } from "#app/lib/forms.ts";
import { Button } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("消息");

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedIn(args);
  return listInbox(context);
}

export async function action(args: ActionFunctionArgs) {
  const context = await signedIn(args);
  const messageId = (await readForm(args.request)).get("messageId");
  await markRead(context, typeof messageId === "string" ? messageId : null);
  throw redirect("/inbox");
}

export default function InboxPage() {
  const { messages, unread, total } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <Page
      title={unread > 0 ? t("{{n}} 条未读消息", { n: unread }) : t("消息")}
      actions={unread > 0 ? <Form method="post"><Button tone="quiet" size="small">{t("全部标为已读")}</Button></Form> : null}
    >
      <InboxList messages={messages} />
      {messages.length < total ? <p className="text-sm text-soft">{t("共 {{total}} 条，只列出最新的 {{n}} 条。", { total, n: messages.length })}</p> : null}
    </Page>
  );
}
