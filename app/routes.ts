import { index, route, type RouteConfig } from "@remix-run/route-config";

/** Every URL of the site and the file that answers it. */
export default [
  index("routes/home.ts"),
  // account
  route("sign-in", "routes/sign-in.tsx"),
  route("sign-out", "routes/sign-out.ts"),
  route("language", "routes/language.ts"),
  route("account", "routes/account.tsx"),
  route("account/password", "routes/account.password.tsx"),
] satisfies RouteConfig;
