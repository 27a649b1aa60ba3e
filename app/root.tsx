import { isRouteErrorResponse, Link, Links, Meta, NavLink, Outlet, Scripts, ScrollRestoration, useMatches, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { menuFor } from "./features/people/menu.ts";
import { useNonce } from "./lib/nonce.tsx";
import { ButtonLink } from "./ui/button.tsx";
import { Page } from "./ui/page.tsx";
import { Flame } from "./ui/flame.tsx";
import styles from "./styles.css?url";

export const links = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];
export const meta = () => [{ title: "安然燃气培训与持证平台" }];

export async function loader({ context }: LoaderFunctionArgs) {
  const session = await context.session();
  return {
    me: session && { name: session.actor.name, staffNo: session.staffNo },
    menu: session ? menuFor(session.actor) : [],
  };
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  // Not from the loader: an address nobody answers runs none, and the browser takes its language from here.
  const { i18n } = useTranslation();
  return (
    <html lang={i18n.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body className="flex min-h-dvh flex-col">
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

function TopBar() {
  const data = useRouteLoaderData<typeof loader>("root");
  const { t } = useTranslation();
  const link = ({ isActive }: { isActive: boolean }) =>
    `flex min-h-12 items-center rounded-control px-3 text-[15px] no-underline md:min-h-10 ${isActive ? "bg-flame-tint font-semibold text-flame-deep" : "text-ink hover:bg-canvas"}`;
  return (
    <header className="no-print border-b border-line bg-paper">
      <a href="#main" className="sr-only focus:not-sr-only focus:absolute focus:z-20 focus:bg-paper focus:p-3">{t("跳到正文")}</a>
      <div className="mx-auto flex min-h-14 max-w-[1200px] items-center gap-3 px-4 sm:px-6">
        <Link to="/" className="flex min-h-12 shrink-0 items-center gap-2 font-bold tracking-wide text-ink no-underline">
          <Flame />
          {t("安然培训")}
        </Link>
        {data && data.menu.length > 0 ? (
          <>
            <nav aria-label={t("主导航")} className="hidden grow flex-wrap gap-1 py-1 md:flex">
              {data.menu.map((item) => <NavLink key={item.to} to={item.to} className={link}>{t(item.label)}</NavLink>)}
            </nav>
            <Link to="/account" className="hidden min-h-10 shrink-0 items-center text-sm text-soft no-underline hover:text-ink md:flex">{data.me?.name}</Link>
            <details className="relative ml-auto md:hidden" key={data.me?.staffNo}>
              <summary className="flex min-h-12 list-none items-center rounded-control px-3 font-semibold text-flame">{t("菜单")}</summary>
              <nav aria-label={t("主导航")} className="absolute right-0 z-20 w-64 rounded-card border border-line bg-paper p-2 shadow-lg">
                {data.menu.map((item) => <NavLink key={item.to} to={item.to} className={link} onClick={closeMenu}>{t(item.label)}</NavLink>)}
                <NavLink to="/account" className={link} onClick={closeMenu}>{t("我的账号")} · {data.me?.name}</NavLink>
              </nav>
            </details>
          </>
        ) : null}
      </div>
    </header>
  );
}

/** A followed link leaves the phone's menu open otherwise: the page changes under it without a reload. */
function closeMenu(event: { currentTarget: HTMLElement }) {
  event.currentTarget.closest("details")?.removeAttribute("open");
}

/** The site's bar above every page, except one that says `handle = { bare: true }`: a paper under examination has its own. */
export default function App() {
  const bare = useMatches().some(({ handle }) => typeof handle === "object" && handle !== null && "bare" in handle);
  return (
    <>
      {bare ? null : <TopBar />}
      <Outlet />
    </>
  );
}

/** 404, 403 and 500: each says what happened and what to do next. */
export function ErrorBoundary() {
  const error = useRouteError();
  const { t } = useTranslation();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  // A page that could not be fetched: the browsers' wordings differ, the kind of error does not.
  const unreachable = error instanceof TypeError && /fetch|network|load failed/i.test(error.message);
  const words =
    unreachable
      ? { title: t("连不上网络"), text: t("这一页没能打开。已经保存的内容不会丢；有网络后请重新打开。") }
      : status === 404
      ? { title: t("没有找到这个页面"), text: t("地址可能写错了，或者这项内容不对您开放。请回到首页，从菜单重新进入。") }
      : status === 403
        ? { title: t("您没有打开这个页面的权限"), text: t("如果工作需要，请联系本单位管理员为您的账号加上相应角色。") }
        : { title: t("系统出了点问题"), text: t("刚才的操作可能没有保存。请稍后重试；如果一直这样，请把时间和您做的事告诉管理员。") };
  return (
    <>
      <TopBar />
      <Page title={words.title}>
        <p>{words.text}</p>
        {unreachable ? null : <p className="text-sm text-soft">{t("错误代码")} {status}</p>}
        <div><ButtonLink to="/">{t("回到首页")}</ButtonLink></div>
      </Page>
    </>
  );
}
