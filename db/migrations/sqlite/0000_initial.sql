CREATE TABLE `accounts` (
	`person_id` text PRIMARY KEY NOT NULL,
	`password_hash` text NOT NULL,
	`must_change` integer NOT NULL,
	`state` text NOT NULL,
	`disabled_reason` text,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "accounts_state" CHECK("accounts"."state" in ('active', 'disabled'))
);
--> statement-breakpoint
CREATE TABLE `admissions` (
	`sitting_id` text NOT NULL,
	`person_id` text NOT NULL,
	`admitted_by` text NOT NULL,
	`admitted_at` integer NOT NULL,
	PRIMARY KEY(`sitting_id`, `person_id`),
	FOREIGN KEY (`sitting_id`) REFERENCES `sittings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`admitted_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `admissions_person` ON `admissions` (`person_id`);--> statement-breakpoint
CREATE TABLE `answers` (
	`attempt_id` text NOT NULL,
	`slot` integer NOT NULL,
	`seq` integer NOT NULL,
	`response` text NOT NULL,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`attempt_id`, `slot`, `seq`),
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `assessor_authorisations` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`checklist_id` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text,
	`granted_by` text NOT NULL,
	`granted_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`granted_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assessor_authorisations_person` ON `assessor_authorisations` (`person_id`,`checklist_id`);--> statement-breakpoint
CREATE TABLE `assignments` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`post` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assignments_post" CHECK("assignments"."post" in ('technician', 'counter-clerk', 'hotline-agent', 'ignition-tech', 'meter-reader', 'inspector', 'lpg-delivery', 'warehouse', 'sales', 'manager'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assignments_current` ON `assignments` (`person_id`) WHERE to_on is null;--> statement-breakpoint
CREATE INDEX `assignments_unit` ON `assignments` (`unit_id`);--> statement-breakpoint
CREATE TABLE `attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`sitting_id` text NOT NULL,
	`person_id` text NOT NULL,
	`scheme_id` text NOT NULL,
	`scheme_hash` text NOT NULL,
	`company_key` text NOT NULL,
	`figures` text NOT NULL,
	`seed` text NOT NULL,
	`paper` text NOT NULL,
	`started_at` integer NOT NULL,
	`deadline_at` integer NOT NULL,
	`state` text NOT NULL,
	`sealed_at` integer,
	`seal_cause` text,
	`manifest` text,
	`receipt` text,
	FOREIGN KEY (`sitting_id`) REFERENCES `sittings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "attempts_state" CHECK("attempts"."state" in ('open', 'submitted', 'graded', 'void')),
	CONSTRAINT "attempts_seal_cause" CHECK("attempts"."seal_cause" in ('hand-in', 'time-out', 'invigilator', 'room-end'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attempts_once` ON `attempts` (`sitting_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `attempts_person` ON `attempts` (`person_id`);--> statement-breakpoint
CREATE INDEX `attempts_open` ON `attempts` (`state`,`deadline_at`);--> statement-breakpoint
CREATE TABLE `audit_events` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`event` text NOT NULL,
	`version` integer NOT NULL,
	`subject` text NOT NULL,
	`person_id` text,
	`data` text NOT NULL,
	FOREIGN KEY (`actor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `audit_events_at` ON `audit_events` (`at`);--> statement-breakpoint
CREATE INDEX `audit_events_subject` ON `audit_events` (`subject`);--> statement-breakpoint
CREATE INDEX `audit_events_actor` ON `audit_events` (`actor_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_events_event` ON `audit_events` (`event`,`at`);--> statement-breakpoint
CREATE TABLE `commitment_events` (
	`commitment_id` text NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`effective_on` text NOT NULL,
	`actor_id` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`commitment_id`, `seq`),
	FOREIGN KEY (`commitment_id`) REFERENCES `commitments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "commitment_events_kind" CHECK("commitment_events"."kind" in ('started', 'waived', 'ended-early'))
);
--> statement-breakpoint
CREATE TABLE `commitments` (
	`id` text PRIMARY KEY NOT NULL,
	`licence_id` text NOT NULL,
	`person_id` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`months` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`licence_id`) REFERENCES `licences`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `commitments_licence` ON `commitments` (`licence_id`);--> statement-breakpoint
CREATE INDEX `commitments_person` ON `commitments` (`person_id`);--> statement-breakpoint
CREATE TABLE `completions` (
	`person_id` text NOT NULL,
	`module_id` text NOT NULL,
	`module_hash` text NOT NULL,
	`self_check_id` text NOT NULL,
	`completed_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `module_id`, `module_hash`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`self_check_id`) REFERENCES `self_checks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `content_versions` (
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`hash` text NOT NULL,
	`body` text NOT NULL,
	`kept_at` integer NOT NULL,
	PRIMARY KEY(`kind`, `key`, `hash`)
);
--> statement-breakpoint
CREATE TABLE `grades` (
	`id` text PRIMARY KEY NOT NULL,
	`attempt_id` text NOT NULL,
	`version` integer NOT NULL,
	`points` real NOT NULL,
	`total` real NOT NULL,
	`percent` real NOT NULL,
	`critical_missed` integer NOT NULL,
	`passed` integer NOT NULL,
	`detail` text NOT NULL,
	`graded_at` integer NOT NULL,
	`graded_by` text,
	`reason` text,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `grades_version` ON `grades` (`attempt_id`,`version`);--> statement-breakpoint
CREATE TABLE `late_answers` (
	`attempt_id` text NOT NULL,
	`slot` integer NOT NULL,
	`seq` integer NOT NULL,
	`response` text NOT NULL,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`attempt_id`, `slot`, `seq`),
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `licence_events` (
	`licence_id` text NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`effective_on` text NOT NULL,
	`actor_id` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`licence_id`, `seq`),
	FOREIGN KEY (`licence_id`) REFERENCES `licences`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "licence_events_kind" CHECK("licence_events"."kind" in ('issued', 'suspended', 'reinstated', 'revoked'))
);
--> statement-breakpoint
CREATE TABLE `licence_practicals` (
	`licence_id` text NOT NULL,
	`practical_id` text NOT NULL,
	PRIMARY KEY(`licence_id`, `practical_id`),
	FOREIGN KEY (`licence_id`) REFERENCES `licences`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`practical_id`) REFERENCES `practicals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `licences` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`code` text NOT NULL,
	`person_id` text NOT NULL,
	`scheme_id` text NOT NULL,
	`scheme_hash` text NOT NULL,
	`attempt_id` text NOT NULL,
	`practicals_required` integer NOT NULL,
	`valid_from` text NOT NULL,
	`valid_until` text NOT NULL,
	`body` text NOT NULL,
	`body_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `licences_number` ON `licences` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `licences_code` ON `licences` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `licences_attempt` ON `licences` (`attempt_id`);--> statement-breakpoint
CREATE INDEX `licences_person` ON `licences` (`person_id`);--> statement-breakpoint
CREATE TABLE `notification_reads` (
	`notification_id` text NOT NULL,
	`person_id` text NOT NULL,
	`read_at` integer NOT NULL,
	PRIMARY KEY(`notification_id`, `person_id`),
	FOREIGN KEY (`notification_id`) REFERENCES `notifications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`unit_id` text,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`data` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notifications_person` ON `notifications` (`person_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `notifications_unit` ON `notifications` (`unit_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_no` text NOT NULL,
	`name` text NOT NULL,
	`phone` text,
	`hired_on` text NOT NULL,
	`left_on` text,
	`left_reason` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_staff_no` ON `people` (`staff_no`);--> statement-breakpoint
CREATE TABLE `practical_marks` (
	`practical_id` text NOT NULL,
	`step` text NOT NULL,
	`seq` integer NOT NULL,
	`mark` text NOT NULL,
	`note` text,
	`marked_at` integer NOT NULL,
	PRIMARY KEY(`practical_id`, `step`, `seq`),
	FOREIGN KEY (`practical_id`) REFERENCES `practicals`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "practical_marks_mark" CHECK("practical_marks"."mark" in ('done', 'missed', 'not-applicable', 'not-observed'))
);
--> statement-breakpoint
CREATE TABLE `practical_signatures` (
	`practical_id` text NOT NULL,
	`role` text NOT NULL,
	`person_id` text NOT NULL,
	`decision` text NOT NULL,
	`reason` text,
	`record_hash` text NOT NULL,
	`signed_at` integer NOT NULL,
	PRIMARY KEY(`practical_id`, `role`),
	FOREIGN KEY (`practical_id`) REFERENCES `practicals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "practical_signatures_role" CHECK("practical_signatures"."role" in ('candidate', 'assessor')),
	CONSTRAINT "practical_signatures_decision" CHECK("practical_signatures"."decision" in ('signed', 'refused'))
);
--> statement-breakpoint
CREATE TABLE `practicals` (
	`id` text PRIMARY KEY NOT NULL,
	`scheme_id` text NOT NULL,
	`checklist_id` text NOT NULL,
	`checklist_hash` text NOT NULL,
	`candidate_id` text NOT NULL,
	`assessor_id` text NOT NULL,
	`authorisation_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`state` text NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`signed_at` integer,
	`outcome` text,
	`result` text,
	`record_hash` text,
	FOREIGN KEY (`candidate_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assessor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`authorisation_id`) REFERENCES `assessor_authorisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "practicals_state" CHECK("practicals"."state" in ('open', 'finished', 'signed', 'void')),
	CONSTRAINT "practicals_outcome" CHECK("practicals"."outcome" in ('passed', 'failed'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `practicals_under_way` ON `practicals` (`candidate_id`,`checklist_id`) WHERE state in ('open', 'finished');--> statement-breakpoint
CREATE INDEX `practicals_candidate` ON `practicals` (`candidate_id`);--> statement-breakpoint
CREATE INDEX `practicals_assessor` ON `practicals` (`assessor_id`,`state`);--> statement-breakpoint
CREATE TABLE `role_grants` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`unit_id` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text,
	`granted_by` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "role_grants_role" CHECK("role_grants"."role" in ('learner', 'trainer', 'assessor', 'issuer', 'manager', 'hr', 'admin', 'auditor'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `role_grants_current` ON `role_grants` (`person_id`,`role`,`unit_id`) WHERE to_on is null;--> statement-breakpoint
CREATE TABLE `section_readings` (
	`person_id` text NOT NULL,
	`module_id` text NOT NULL,
	`module_hash` text NOT NULL,
	`section` integer NOT NULL,
	`read_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `module_id`, `module_hash`, `section`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `self_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`module_id` text NOT NULL,
	`module_hash` text NOT NULL,
	`answers` text NOT NULL,
	`correct` integer NOT NULL,
	`total` integer NOT NULL,
	`passed` integer NOT NULL,
	`taken_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `self_checks_person` ON `self_checks` (`person_id`,`module_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	`device` text NOT NULL,
	`address` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_id` ON `sessions` (`id`);--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sign_in_tries` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_no` text NOT NULL,
	`address` text NOT NULL,
	`succeeded` integer NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sign_in_tries_staff` ON `sign_in_tries` (`staff_no`,`at`);--> statement-breakpoint
CREATE INDEX `sign_in_tries_address` ON `sign_in_tries` (`address`,`at`);--> statement-breakpoint
CREATE TABLE `sittings` (
	`id` text PRIMARY KEY NOT NULL,
	`scheme_id` text NOT NULL,
	`scheme_hash` text NOT NULL,
	`unit_id` text NOT NULL,
	`title` text NOT NULL,
	`room` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`minutes` integer NOT NULL,
	`state` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`released_at` integer,
	`released_by` text,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sittings_state" CHECK("sittings"."state" in ('planned', 'open', 'closed', 'released'))
);
--> statement-breakpoint
CREATE INDEX `sittings_unit` ON `sittings` (`unit_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `units` (
	`id` text PRIMARY KEY NOT NULL,
	`parent_id` text,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`company_key` text,
	CONSTRAINT "units_kind" CHECK("units"."kind" in ('group', 'company', 'station'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `units_name` ON `units` (`parent_id`,`name`);