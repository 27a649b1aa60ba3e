import { Link, type LinkProps } from "@remix-run/react";
import type { ButtonHTMLAttributes } from "react";
import { classes } from "./classes.ts";

type Look = {
  /** `primary`: the one action of the screen · `quiet`: the others · `danger`: names its consequence. */
  tone?: "primary" | "quiet" | "danger";
  /** `large`: 48 px, for learners and assessors · `small`: 36 px, in dense staff pages. */
  size?: "large" | "small";
  wide?: boolean;
};

function lookOf({ tone = "primary", size = "large", wide = false }: Look, more: string | undefined): string {
  return classes(
    "inline-flex items-center justify-center gap-2 rounded-control border font-semibold no-underline text-center",
    "disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:opacity-55",
    size === "large" ? "min-h-12 px-6 py-1.5 text-base" : "min-h-9 px-4 py-1 text-sm",
    wide && "w-full",
    tone === "primary" && "border-flame bg-flame text-on-flame hover:bg-flame-deep hover:border-flame-deep",
    tone === "quiet" && "border-line-strong bg-paper text-flame hover:bg-flame-tint",
    tone === "danger" && "border-bad bg-paper text-bad hover:bg-bad-tint",
    more,
  );
}

export function Button({ tone, size, wide, className, type = "submit", ...rest }: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type={type} className={lookOf({ tone, size, wide }, className)} {...rest} />;
}

/** A link that looks like a button. `prefetch` warms the page when the finger or pointer comes near. */
export function ButtonLink({ tone, size, wide, className, ...rest }: Look & LinkProps) {
  return <Link className={lookOf({ tone, size, wide }, typeof className === "string" ? className : undefined)} {...rest} />;
}
