CREATE TABLE "accounts" (
	"person_id" text PRIMARY KEY NOT NULL,
	"password_hash" text NOT NULL,
	"must_change" boolean NOT NULL,
	"state" text NOT NULL,
	"disabled_reason" text,
	"changed_at" bigint NOT NULL,
	CONSTRAINT "accounts_state" CHECK ("accounts"."state" in ('active', 'disabled'))
);
--> statement-breakpoint
CREATE TABLE "admissions" (
	"sitting_id" text NOT NULL,
	"person_id" text NOT NULL,
	"admitted_by" text NOT NULL,
	"admitted_at" bigint NOT NULL,
	CONSTRAINT "admissions_sitting_id_person_id_pk" PRIMARY KEY("sitting_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"attempt_id" text NOT NULL,
	"slot" integer NOT NULL,
	"seq" integer NOT NULL,
	"response" json NOT NULL,
	"received_at" bigint NOT NULL,
	CONSTRAINT "answers_attempt_id_slot_seq_pk" PRIMARY KEY("attempt_id","slot","seq")
);
--> statement-breakpoint
CREATE TABLE "assessor_authorisations" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"checklist_id" text NOT NULL,
	"from_on" text NOT NULL,
	"to_on" text,
	"granted_by" text NOT NULL,
	"granted_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"post" text NOT NULL,
	"from_on" text NOT NULL,
	"to_on" text,
	CONSTRAINT "assignments_post" CHECK ("assignments"."post" in ('technician', 'counter-clerk', 'hotline-agent', 'ignition-tech', 'meter-reader', 'inspector', 'lpg-delivery', 'warehouse', 'sales', 'manager'))
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"id" text PRIMARY KEY NOT NULL,
	"sitting_id" text NOT NULL,
	"person_id" text NOT NULL,
	"scheme_id" text NOT NULL,
	"scheme_hash" text NOT NULL,
	"company_key" text NOT NULL,
	"figures" json NOT NULL,
	"seed" text NOT NULL,
	"paper" json NOT NULL,
	"started_at" bigint NOT NULL,
	"deadline_at" bigint NOT NULL,
	"state" text NOT NULL,
	"sealed_at" bigint,
	"seal_cause" text,
	"manifest" json,
	"receipt" text,
	CONSTRAINT "attempts_state" CHECK ("attempts"."state" in ('open', 'submitted', 'graded', 'void')),
	CONSTRAINT "attempts_seal_cause" CHECK ("attempts"."seal_cause" in ('hand-in', 'time-out', 'invigilator', 'room-end'))
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"id" text PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"actor_id" text,
	"event" text NOT NULL,
	"version" integer NOT NULL,
	"subject" text NOT NULL,
	"person_id" text,
	"data" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "commitment_events" (
	"commitment_id" text NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"effective_on" text NOT NULL,
	"actor_id" text NOT NULL,
	"reason" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "commitment_events_commitment_id_seq_pk" PRIMARY KEY("commitment_id","seq"),
	CONSTRAINT "commitment_events_kind" CHECK ("commitment_events"."kind" in ('started', 'waived', 'ended-early'))
);
--> statement-breakpoint
CREATE TABLE "commitments" (
	"id" text PRIMARY KEY NOT NULL,
	"licence_id" text NOT NULL,
	"person_id" text NOT NULL,
	"starts_on" text NOT NULL,
	"ends_on" text NOT NULL,
	"months" integer NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "completions" (
	"person_id" text NOT NULL,
	"module_id" text NOT NULL,
	"module_hash" text NOT NULL,
	"self_check_id" text NOT NULL,
	"completed_at" bigint NOT NULL,
	CONSTRAINT "completions_person_id_module_id_module_hash_pk" PRIMARY KEY("person_id","module_id","module_hash")
);
--> statement-breakpoint
CREATE TABLE "content_versions" (
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"hash" text NOT NULL,
	"body" json NOT NULL,
	"kept_at" bigint NOT NULL,
	CONSTRAINT "content_versions_kind_key_hash_pk" PRIMARY KEY("kind","key","hash")
);
--> statement-breakpoint
CREATE TABLE "grades" (
	"id" text PRIMARY KEY NOT NULL,
	"attempt_id" text NOT NULL,
	"version" integer NOT NULL,
	"points" double precision NOT NULL,
	"total" double precision NOT NULL,
	"percent" double precision NOT NULL,
	"critical_missed" integer NOT NULL,
	"passed" boolean NOT NULL,
	"detail" json NOT NULL,
	"graded_at" bigint NOT NULL,
	"graded_by" text,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "late_answers" (
	"attempt_id" text NOT NULL,
	"slot" integer NOT NULL,
	"seq" integer NOT NULL,
	"response" json NOT NULL,
	"received_at" bigint NOT NULL,
	CONSTRAINT "late_answers_attempt_id_slot_seq_pk" PRIMARY KEY("attempt_id","slot","seq")
);
--> statement-breakpoint
CREATE TABLE "licence_events" (
	"licence_id" text NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"effective_on" text NOT NULL,
	"actor_id" text NOT NULL,
	"reason" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "licence_events_licence_id_seq_pk" PRIMARY KEY("licence_id","seq"),
	CONSTRAINT "licence_events_kind" CHECK ("licence_events"."kind" in ('issued', 'suspended', 'reinstated', 'revoked'))
);
--> statement-breakpoint
CREATE TABLE "licence_practicals" (
	"licence_id" text NOT NULL,
	"practical_id" text NOT NULL,
	CONSTRAINT "licence_practicals_licence_id_practical_id_pk" PRIMARY KEY("licence_id","practical_id")
);
--> statement-breakpoint
CREATE TABLE "licences" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"code" text NOT NULL,
	"person_id" text NOT NULL,
	"scheme_id" text NOT NULL,
	"scheme_hash" text NOT NULL,
	"attempt_id" text NOT NULL,
	"practicals_required" integer NOT NULL,
	"valid_from" text NOT NULL,
	"valid_until" text NOT NULL,
	"body" json NOT NULL,
	"body_hash" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notification_reads" (
	"notification_id" text NOT NULL,
	"person_id" text NOT NULL,
	"read_at" bigint NOT NULL,
	CONSTRAINT "notification_reads_notification_id_person_id_pk" PRIMARY KEY("notification_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text,
	"unit_id" text,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"data" json NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"staff_no" text NOT NULL,
	"name" text NOT NULL,
	"phone" text,
	"hired_on" text NOT NULL,
	"left_on" text,
	"left_reason" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "practical_marks" (
	"practical_id" text NOT NULL,
	"step" text NOT NULL,
	"seq" integer NOT NULL,
	"mark" text NOT NULL,
	"note" text,
	"marked_at" bigint NOT NULL,
	CONSTRAINT "practical_marks_practical_id_step_seq_pk" PRIMARY KEY("practical_id","step","seq"),
	CONSTRAINT "practical_marks_mark" CHECK ("practical_marks"."mark" in ('done', 'missed', 'not-applicable', 'not-observed'))
);
--> statement-breakpoint
CREATE TABLE "practical_signatures" (
	"practical_id" text NOT NULL,
	"role" text NOT NULL,
	"person_id" text NOT NULL,
	"decision" text NOT NULL,
	"reason" text,
	"record_hash" text NOT NULL,
	"signed_at" bigint NOT NULL,
	CONSTRAINT "practical_signatures_practical_id_role_pk" PRIMARY KEY("practical_id","role"),
	CONSTRAINT "practical_signatures_role" CHECK ("practical_signatures"."role" in ('candidate', 'assessor')),
	CONSTRAINT "practical_signatures_decision" CHECK ("practical_signatures"."decision" in ('signed', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "practicals" (
	"id" text PRIMARY KEY NOT NULL,
	"scheme_id" text NOT NULL,
	"checklist_id" text NOT NULL,
	"checklist_hash" text NOT NULL,
	"candidate_id" text NOT NULL,
	"assessor_id" text NOT NULL,
	"authorisation_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"state" text NOT NULL,
	"started_at" bigint NOT NULL,
	"finished_at" bigint,
	"signed_at" bigint,
	"outcome" text,
	"result" json,
	"record_hash" text,
	CONSTRAINT "practicals_state" CHECK ("practicals"."state" in ('open', 'finished', 'signed', 'void')),
	CONSTRAINT "practicals_outcome" CHECK ("practicals"."outcome" in ('passed', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "role_grants" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"unit_id" text NOT NULL,
	"from_on" text NOT NULL,
	"to_on" text,
	"granted_by" text,
	CONSTRAINT "role_grants_role" CHECK ("role_grants"."role" in ('learner', 'trainer', 'assessor', 'issuer', 'manager', 'hr', 'admin', 'auditor'))
);
--> statement-breakpoint
CREATE TABLE "section_readings" (
	"person_id" text NOT NULL,
	"module_id" text NOT NULL,
	"module_hash" text NOT NULL,
	"section" integer NOT NULL,
	"read_at" bigint NOT NULL,
	CONSTRAINT "section_readings_person_id_module_id_module_hash_section_pk" PRIMARY KEY("person_id","module_id","module_hash","section")
);
--> statement-breakpoint
CREATE TABLE "self_checks" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"module_id" text NOT NULL,
	"module_hash" text NOT NULL,
	"answers" json NOT NULL,
	"correct" integer NOT NULL,
	"total" integer NOT NULL,
	"passed" boolean NOT NULL,
	"taken_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"person_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"seen_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"ended_at" bigint,
	"device" text NOT NULL,
	"address" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_tries" (
	"id" text PRIMARY KEY NOT NULL,
	"staff_no" text NOT NULL,
	"address" text NOT NULL,
	"succeeded" boolean NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sittings" (
	"id" text PRIMARY KEY NOT NULL,
	"scheme_id" text NOT NULL,
	"scheme_hash" text NOT NULL,
	"unit_id" text NOT NULL,
	"title" text NOT NULL,
	"room" text NOT NULL,
	"starts_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"minutes" integer NOT NULL,
	"state" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"released_at" bigint,
	"released_by" text,
	CONSTRAINT "sittings_state" CHECK ("sittings"."state" in ('planned', 'open', 'closed', 'released'))
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" text PRIMARY KEY NOT NULL,
	"parent_id" text,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"company_key" text,
	CONSTRAINT "units_kind" CHECK ("units"."kind" in ('group', 'company', 'station'))
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "admissions" ADD CONSTRAINT "admissions_sitting_id_sittings_id_fk" FOREIGN KEY ("sitting_id") REFERENCES "public"."sittings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "admissions" ADD CONSTRAINT "admissions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "admissions" ADD CONSTRAINT "admissions_admitted_by_people_id_fk" FOREIGN KEY ("admitted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessor_authorisations" ADD CONSTRAINT "assessor_authorisations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessor_authorisations" ADD CONSTRAINT "assessor_authorisations_granted_by_people_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_sitting_id_sittings_id_fk" FOREIGN KEY ("sitting_id") REFERENCES "public"."sittings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_events" ADD CONSTRAINT "commitment_events_commitment_id_commitments_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_events" ADD CONSTRAINT "commitment_events_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_licence_id_licences_id_fk" FOREIGN KEY ("licence_id") REFERENCES "public"."licences"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completions" ADD CONSTRAINT "completions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completions" ADD CONSTRAINT "completions_self_check_id_self_checks_id_fk" FOREIGN KEY ("self_check_id") REFERENCES "public"."self_checks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grades" ADD CONSTRAINT "grades_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "late_answers" ADD CONSTRAINT "late_answers_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licence_events" ADD CONSTRAINT "licence_events_licence_id_licences_id_fk" FOREIGN KEY ("licence_id") REFERENCES "public"."licences"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licence_events" ADD CONSTRAINT "licence_events_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licence_practicals" ADD CONSTRAINT "licence_practicals_licence_id_licences_id_fk" FOREIGN KEY ("licence_id") REFERENCES "public"."licences"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licence_practicals" ADD CONSTRAINT "licence_practicals_practical_id_practicals_id_fk" FOREIGN KEY ("practical_id") REFERENCES "public"."practicals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licences" ADD CONSTRAINT "licences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licences" ADD CONSTRAINT "licences_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_reads" ADD CONSTRAINT "notification_reads_notification_id_notifications_id_fk" FOREIGN KEY ("notification_id") REFERENCES "public"."notifications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_reads" ADD CONSTRAINT "notification_reads_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practical_marks" ADD CONSTRAINT "practical_marks_practical_id_practicals_id_fk" FOREIGN KEY ("practical_id") REFERENCES "public"."practicals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practical_signatures" ADD CONSTRAINT "practical_signatures_practical_id_practicals_id_fk" FOREIGN KEY ("practical_id") REFERENCES "public"."practicals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practical_signatures" ADD CONSTRAINT "practical_signatures_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practicals" ADD CONSTRAINT "practicals_candidate_id_people_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practicals" ADD CONSTRAINT "practicals_assessor_id_people_id_fk" FOREIGN KEY ("assessor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practicals" ADD CONSTRAINT "practicals_authorisation_id_assessor_authorisations_id_fk" FOREIGN KEY ("authorisation_id") REFERENCES "public"."assessor_authorisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practicals" ADD CONSTRAINT "practicals_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_readings" ADD CONSTRAINT "section_readings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_checks" ADD CONSTRAINT "self_checks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sittings" ADD CONSTRAINT "sittings_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sittings" ADD CONSTRAINT "sittings_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "admissions_person" ON "admissions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "assessor_authorisations_person" ON "assessor_authorisations" USING btree ("person_id","checklist_id");--> statement-breakpoint
CREATE UNIQUE INDEX "assignments_current" ON "assignments" USING btree ("person_id") WHERE to_on is null;--> statement-breakpoint
CREATE INDEX "assignments_unit" ON "assignments" USING btree ("unit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_once" ON "attempts" USING btree ("sitting_id","person_id");--> statement-breakpoint
CREATE INDEX "attempts_person" ON "attempts" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "attempts_open" ON "attempts" USING btree ("state","deadline_at");--> statement-breakpoint
CREATE INDEX "audit_events_at" ON "audit_events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_events_subject" ON "audit_events" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "audit_events_actor" ON "audit_events" USING btree ("actor_id","at");--> statement-breakpoint
CREATE INDEX "audit_events_event" ON "audit_events" USING btree ("event","at");--> statement-breakpoint
CREATE UNIQUE INDEX "commitments_licence" ON "commitments" USING btree ("licence_id");--> statement-breakpoint
CREATE INDEX "commitments_person" ON "commitments" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "grades_version" ON "grades" USING btree ("attempt_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "licences_number" ON "licences" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "licences_code" ON "licences" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "licences_attempt" ON "licences" USING btree ("attempt_id");--> statement-breakpoint
CREATE INDEX "licences_person" ON "licences" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "notifications_person" ON "notifications" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "notifications_unit" ON "notifications" USING btree ("unit_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "people_staff_no" ON "people" USING btree ("staff_no");--> statement-breakpoint
CREATE UNIQUE INDEX "practicals_under_way" ON "practicals" USING btree ("candidate_id","checklist_id") WHERE state in ('open', 'finished');--> statement-breakpoint
CREATE INDEX "practicals_candidate" ON "practicals" USING btree ("candidate_id");--> statement-breakpoint
CREATE INDEX "practicals_assessor" ON "practicals" USING btree ("assessor_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "role_grants_current" ON "role_grants" USING btree ("person_id","role","unit_id") WHERE to_on is null;--> statement-breakpoint
CREATE INDEX "self_checks_person" ON "self_checks" USING btree ("person_id","module_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_id" ON "sessions" USING btree ("id");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sign_in_tries_staff" ON "sign_in_tries" USING btree ("staff_no","at");--> statement-breakpoint
CREATE INDEX "sign_in_tries_address" ON "sign_in_tries" USING btree ("address","at");--> statement-breakpoint
CREATE INDEX "sittings_unit" ON "sittings" USING btree ("unit_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "units_name" ON "units" USING btree ("parent_id","name");