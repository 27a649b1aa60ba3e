CREATE TABLE `acknowledgements` (
	`person_id` text NOT NULL,
	`module_id` text NOT NULL,
	`module_hash` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `module_id`, `module_hash`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `attendances` (
	`id` text PRIMARY KEY NOT NULL,
	`class_id` text NOT NULL,
	`person_id` text NOT NULL,
	`present` integer NOT NULL,
	`way` text NOT NULL,
	`seq` integer NOT NULL,
	`reason` text,
	`recorded_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`class_id`) REFERENCES `classes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "attendances_way" CHECK("attendances"."way" in ('code', 'hand'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attendances_once` ON `attendances` (`class_id`,`person_id`,`seq`);--> statement-breakpoint
CREATE INDEX `attendances_person` ON `attendances` (`person_id`);--> statement-breakpoint
CREATE TABLE `classes` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`place` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`minutes` integer NOT NULL,
	`materials` text NOT NULL,
	`secret` text NOT NULL,
	`state` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "classes_kind" CHECK("classes"."kind" in ('meeting', 'patrol', 'course', 'handout', 'visit')),
	CONSTRAINT "classes_state" CHECK("classes"."state" in ('planned', 'held', 'cancelled'))
);
--> statement-breakpoint
CREATE INDEX `classes_unit` ON `classes` (`unit_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `paragraph_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`question_id` text NOT NULL,
	`person_id` text NOT NULL,
	`text` text NOT NULL,
	`answered_at` integer NOT NULL,
	FOREIGN KEY (`question_id`) REFERENCES `paragraph_questions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `paragraph_answers_question` ON `paragraph_answers` (`question_id`);--> statement-breakpoint
CREATE TABLE `paragraph_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`module_id` text NOT NULL,
	`module_hash` text NOT NULL,
	`section` integer NOT NULL,
	`paragraph` integer NOT NULL,
	`excerpt` text NOT NULL,
	`text` text NOT NULL,
	`asked_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `paragraph_questions_module` ON `paragraph_questions` (`module_id`,`section`);--> statement-breakpoint
CREATE INDEX `paragraph_questions_unit` ON `paragraph_questions` (`unit_id`);--> statement-breakpoint
CREATE TABLE `practice_papers` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`scheme_id` text NOT NULL,
	`scheme_hash` text NOT NULL,
	`company_key` text NOT NULL,
	`figures` text NOT NULL,
	`seed` text NOT NULL,
	`paper` text NOT NULL,
	`state` text NOT NULL,
	`started_at` integer NOT NULL,
	`handed_in_at` integer,
	`answers` text,
	`percent` real,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "practice_papers_state" CHECK("practice_papers"."state" in ('open', 'handed-in'))
);
--> statement-breakpoint
CREATE INDEX `practice_papers_person` ON `practice_papers` (`person_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `reading_places` (
	`person_id` text NOT NULL,
	`module_id` text NOT NULL,
	`module_hash` text NOT NULL,
	`section` integer NOT NULL,
	`paragraph` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `module_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `review_cards` (
	`person_id` text NOT NULL,
	`question_id` text NOT NULL,
	`module_id` text NOT NULL,
	`card` text NOT NULL,
	`due_at` integer NOT NULL,
	`reps` integer NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `question_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `review_cards_due` ON `review_cards` (`person_id`,`due_at`);--> statement-breakpoint
CREATE TABLE `review_log` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`question_id` text NOT NULL,
	`question_hash` text NOT NULL,
	`response` text,
	`correct` integer NOT NULL,
	`reps` integer NOT NULL,
	`log` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_log_once` ON `review_log` (`person_id`,`question_id`,`reps`);