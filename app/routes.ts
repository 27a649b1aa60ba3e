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
  // people
  route("admin/people", "routes/admin.people.tsx"),
  route("admin/people/new", "routes/admin.people.new.tsx"),
  route("admin/people/import", "routes/admin.people.import.tsx"),
  route("admin/people/import/template.csv", "routes/admin.people.template.ts"),
  route("admin/people/:id", "routes/admin.people.person.tsx"),
  route("inbox", "routes/inbox.tsx"),
  route("audit", "routes/audit.tsx"),
  route("audit/export.csv", "routes/audit.export.ts"),
  route("units", "routes/units.tsx"),
  route("units/:id", "routes/units.unit.tsx"),
  route("units/:id/export.csv", "routes/units.export.ts"),
  route("units/:id/results", "routes/units.results.tsx"),
  route("units/:id/results.csv", "routes/units.results-export.ts"),
  route("people/:id", "routes/people.archive.tsx"),
  // licences and service commitments
  route("licences", "routes/licences.tsx"),
  route("licences/:id", "routes/licence.tsx"),
  route("licences/:id/certificate.pdf", "routes/licence.certificate.ts"),
  route("issue", "routes/issue.tsx"),
  route("issue/:personId/:schemeId", "routes/issue.person.tsx"),
  route("v/:code", "routes/verify.tsx"),
  route("people/:id/leaving", "routes/leaving.tsx"),
  // exams
  route("exams", "routes/exams.tsx"),
  route("attempts/:id", "routes/attempt.tsx"),
  route("attempts/:id/check", "routes/attempt.check.tsx"),
  route("attempts/:id/receipt", "routes/attempt.receipt.tsx"),
  route("results/:id", "routes/result.tsx"),
  route("sittings", "routes/sittings.tsx"),
  route("sittings/new", "routes/sittings.new.tsx"),
  route("sittings/:id", "routes/sitting.tsx"),
  // practicals
  route("practicals", "routes/practicals.tsx"),
  route("practicals/:id", "routes/practical.tsx"),
  route("practicals/:id/marks", "routes/practical.marks.ts"),
  route("practicals/:id/review", "routes/practical.review.tsx"),
  route("practicals/:id/record", "routes/practical.record.tsx"),
  route("authorisations", "routes/authorisations.tsx"),
  // learning
  route("plan", "routes/plan.tsx"),
  route("modules/:id", "routes/module.tsx"),
  route("modules/:id/check", "routes/module.check.tsx"),
  route("modules/:id/brief", "routes/module.brief.tsx"),
  route("modules/:id/print", "routes/module.print.tsx"),
  route("modules/:id/try/:question", "routes/module.try.tsx"),
  route("modules/:id/:section", "routes/module.section.tsx"),
  // standards and help
  route("clauses/:regulation/:slug", "routes/clause.tsx"),
  route("standards", "routes/standards.tsx"),
  route("standards/coverage", "routes/standards.coverage.tsx"),
  route("standards/:regulation", "routes/regulation.tsx"),
  route("help", "routes/help.tsx"),
  route("help/:page", "routes/help.page.tsx"),
  // measuring
  route("bench/remix", "routes/bench.ts"),
] satisfies RouteConfig;
