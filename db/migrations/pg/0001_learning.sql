CREATE TABLE "acknowledgements" (
	"person_id" text NOT NULL,
	"module_id" text NOT NULL,
	"module_hash" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "acknowledgements_person_id_module_id_module_hash_pk" PRIMARY KEY("person_id","module_id","module_hash")
);
--> statement-breakpoint
CREATE TABLE "attendances" (
	"id" text PRIMARY KEY NOT NULL,
	"class_id" text NOT NULL,
	"person_id" text NOT NULL,
	"present" boolean NOT NULL,
	"way" text NOT NULL,
	"seq" integer NOT NULL,
	"reason" text,
	"recorded_by" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "attendances_way" CHECK ("attendances"."way" in ('code', 'hand'))
);
--> statement-breakpoint
CREATE TABLE "classes" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_id" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"place" text NOT NULL,
	"starts_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"minutes" integer NOT NULL,
	"materials" text NOT NULL,
	"secret" text NOT NULL,
	"state" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"closed_at" bigint,
	CONSTRAINT "classes_kind" CHECK ("classes"."kind" in ('meeting', 'patrol', 'course', 'handout', 'visit')),
	CONSTRAINT "classes_state" CHECK ("classes"."state" in ('planned', 'held', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "paragraph_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"question_id" text NOT NULL,
	"person_id" text NOT NULL,
	"text" text NOT NULL,
	"answered_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "paragraph_questions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"module_id" text NOT NULL,
	"module_hash" text NOT NULL,
	"section" integer NOT NULL,
	"paragraph" integer NOT NULL,
	"excerpt" text NOT NULL,
	"text" text NOT NULL,
	"asked_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "practice_papers" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"scheme_id" text NOT NULL,
	"scheme_hash" text NOT NULL,
	"company_key" text NOT NULL,
	"figures" json NOT NULL,
	"seed" text NOT NULL,
	"paper" json NOT NULL,
	"state" text NOT NULL,
	"started_at" bigint NOT NULL,
	"handed_in_at" bigint,
	"answers" json,
	"percent" double precision,
	CONSTRAINT "practice_papers_state" CHECK ("practice_papers"."state" in ('open', 'handed-in'))
);
--> statement-breakpoint
CREATE TABLE "reading_places" (
	"person_id" text NOT NULL,
	"module_id" text NOT NULL,
	"module_hash" text NOT NULL,
	"section" integer NOT NULL,
	"paragraph" integer NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "reading_places_person_id_module_id_pk" PRIMARY KEY("person_id","module_id")
);
--> statement-breakpoint
CREATE TABLE "review_cards" (
	"person_id" text NOT NULL,
	"question_id" text NOT NULL,
	"module_id" text NOT NULL,
	"card" json NOT NULL,
	"due_at" bigint NOT NULL,
	"reps" integer NOT NULL,
	"added_at" bigint NOT NULL,
	CONSTRAINT "review_cards_person_id_question_id_pk" PRIMARY KEY("person_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "review_log" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"question_id" text NOT NULL,
	"question_hash" text NOT NULL,
	"response" json,
	"correct" boolean NOT NULL,
	"reps" integer NOT NULL,
	"log" json NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "acknowledgements" ADD CONSTRAINT "acknowledgements_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_class_id_classes_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."classes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "classes" ADD CONSTRAINT "classes_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "classes" ADD CONSTRAINT "classes_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paragraph_answers" ADD CONSTRAINT "paragraph_answers_question_id_paragraph_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."paragraph_questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paragraph_answers" ADD CONSTRAINT "paragraph_answers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paragraph_questions" ADD CONSTRAINT "paragraph_questions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_papers" ADD CONSTRAINT "practice_papers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_places" ADD CONSTRAINT "reading_places_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_cards" ADD CONSTRAINT "review_cards_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_log" ADD CONSTRAINT "review_log_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "attendances_once" ON "attendances" USING btree ("class_id","person_id","seq");--> statement-breakpoint
CREATE INDEX "attendances_person" ON "attendances" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "classes_unit" ON "classes" USING btree ("unit_id","starts_at");--> statement-breakpoint
CREATE INDEX "paragraph_answers_question" ON "paragraph_answers" USING btree ("question_id");--> statement-breakpoint
CREATE INDEX "paragraph_questions_module" ON "paragraph_questions" USING btree ("module_id","section");--> statement-breakpoint
CREATE INDEX "paragraph_questions_unit" ON "paragraph_questions" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "practice_papers_person" ON "practice_papers" USING btree ("person_id","started_at");--> statement-breakpoint
CREATE INDEX "review_cards_due" ON "review_cards" USING btree ("person_id","due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "review_log_once" ON "review_log" USING btree ("person_id","question_id","reps");