-- Guards of the PostgreSQL engine, applied when this file or the schema changes, one statement at a time (each begins a line with CREATE).
-- Keep in step with guards.sqlite.sql.

CREATE OR REPLACE FUNCTION guard_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: %', TG_ARGV[0]; END $$;
CREATE OR REPLACE TRIGGER guard_audit_events_change BEFORE UPDATE OR DELETE ON audit_events FOR EACH ROW EXECUTE FUNCTION guard_refuse('audit_events is append-only');
CREATE OR REPLACE TRIGGER guard_acknowledgements_change BEFORE UPDATE OR DELETE ON acknowledgements FOR EACH ROW EXECUTE FUNCTION guard_refuse('acknowledgements is append-only');
CREATE OR REPLACE TRIGGER guard_paragraph_questions_change BEFORE UPDATE OR DELETE ON paragraph_questions FOR EACH ROW EXECUTE FUNCTION guard_refuse('paragraph_questions is append-only');
CREATE OR REPLACE TRIGGER guard_paragraph_answers_change BEFORE UPDATE OR DELETE ON paragraph_answers FOR EACH ROW EXECUTE FUNCTION guard_refuse('paragraph_answers is append-only');
CREATE OR REPLACE TRIGGER guard_review_log_change BEFORE UPDATE OR DELETE ON review_log FOR EACH ROW EXECUTE FUNCTION guard_refuse('review_log is append-only');
CREATE OR REPLACE TRIGGER guard_attendances_change BEFORE UPDATE OR DELETE ON attendances FOR EACH ROW EXECUTE FUNCTION guard_refuse('attendances is append-only');
CREATE OR REPLACE TRIGGER guard_licences_change BEFORE UPDATE OR DELETE ON licences FOR EACH ROW EXECUTE FUNCTION guard_refuse('licences is append-only');
CREATE OR REPLACE TRIGGER guard_licence_practicals_change BEFORE UPDATE OR DELETE ON licence_practicals FOR EACH ROW EXECUTE FUNCTION guard_refuse('licence_practicals is append-only');
CREATE OR REPLACE TRIGGER guard_licence_events_change BEFORE UPDATE OR DELETE ON licence_events FOR EACH ROW EXECUTE FUNCTION guard_refuse('licence_events is append-only');
CREATE OR REPLACE TRIGGER guard_commitments_change BEFORE UPDATE OR DELETE ON commitments FOR EACH ROW EXECUTE FUNCTION guard_refuse('commitments is append-only');
CREATE OR REPLACE TRIGGER guard_commitment_events_change BEFORE UPDATE OR DELETE ON commitment_events FOR EACH ROW EXECUTE FUNCTION guard_refuse('commitment_events is append-only');
CREATE OR REPLACE TRIGGER guard_grades_change BEFORE UPDATE OR DELETE ON grades FOR EACH ROW EXECUTE FUNCTION guard_refuse('grades is append-only');
CREATE OR REPLACE TRIGGER guard_answers_change BEFORE UPDATE OR DELETE ON answers FOR EACH ROW EXECUTE FUNCTION guard_refuse('answers is append-only');
CREATE OR REPLACE TRIGGER guard_late_answers_change BEFORE UPDATE OR DELETE ON late_answers FOR EACH ROW EXECUTE FUNCTION guard_refuse('late_answers is append-only');
CREATE OR REPLACE TRIGGER guard_practical_marks_change BEFORE UPDATE OR DELETE ON practical_marks FOR EACH ROW EXECUTE FUNCTION guard_refuse('practical_marks is append-only');
CREATE OR REPLACE TRIGGER guard_practical_signatures_change BEFORE UPDATE OR DELETE ON practical_signatures FOR EACH ROW EXECUTE FUNCTION guard_refuse('practical_signatures is append-only');
CREATE OR REPLACE TRIGGER guard_completions_change BEFORE UPDATE OR DELETE ON completions FOR EACH ROW EXECUTE FUNCTION guard_refuse('completions is append-only');
CREATE OR REPLACE TRIGGER guard_self_checks_change BEFORE UPDATE OR DELETE ON self_checks FOR EACH ROW EXECUTE FUNCTION guard_refuse('self_checks is append-only');
CREATE OR REPLACE TRIGGER guard_section_readings_change BEFORE UPDATE OR DELETE ON section_readings FOR EACH ROW EXECUTE FUNCTION guard_refuse('section_readings is append-only');
CREATE OR REPLACE TRIGGER guard_content_versions_change BEFORE UPDATE OR DELETE ON content_versions FOR EACH ROW EXECUTE FUNCTION guard_refuse('content_versions is append-only');
CREATE OR REPLACE TRIGGER guard_notifications_change BEFORE UPDATE OR DELETE ON notifications FOR EACH ROW EXECUTE FUNCTION guard_refuse('notifications is append-only');
CREATE OR REPLACE TRIGGER guard_people_delete BEFORE DELETE ON people FOR EACH ROW EXECUTE FUNCTION guard_refuse('people keeps its history');
CREATE OR REPLACE TRIGGER guard_units_delete BEFORE DELETE ON units FOR EACH ROW EXECUTE FUNCTION guard_refuse('units keeps its history');
CREATE OR REPLACE TRIGGER guard_assignments_delete BEFORE DELETE ON assignments FOR EACH ROW EXECUTE FUNCTION guard_refuse('assignments keeps its history');
CREATE OR REPLACE TRIGGER guard_role_grants_delete BEFORE DELETE ON role_grants FOR EACH ROW EXECUTE FUNCTION guard_refuse('role_grants keeps its history');
CREATE OR REPLACE TRIGGER guard_attempts_delete BEFORE DELETE ON attempts FOR EACH ROW EXECUTE FUNCTION guard_refuse('attempts keeps its history');
CREATE OR REPLACE TRIGGER guard_sittings_delete BEFORE DELETE ON sittings FOR EACH ROW EXECUTE FUNCTION guard_refuse('sittings keeps its history');
CREATE OR REPLACE TRIGGER guard_practicals_delete BEFORE DELETE ON practicals FOR EACH ROW EXECUTE FUNCTION guard_refuse('practicals keeps its history');
CREATE OR REPLACE TRIGGER guard_assessor_authorisations_delete BEFORE DELETE ON assessor_authorisations FOR EACH ROW EXECUTE FUNCTION guard_refuse('assessor_authorisations keeps its history');

-- A trigger on rows does not see TRUNCATE, which empties a table at one stroke.
CREATE OR REPLACE TRIGGER guard_audit_events_truncate BEFORE TRUNCATE ON audit_events FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('audit_events is append-only');
CREATE OR REPLACE TRIGGER guard_licences_truncate BEFORE TRUNCATE ON licences FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('licences is append-only');
CREATE OR REPLACE TRIGGER guard_licence_practicals_truncate BEFORE TRUNCATE ON licence_practicals FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('licence_practicals is append-only');
CREATE OR REPLACE TRIGGER guard_licence_events_truncate BEFORE TRUNCATE ON licence_events FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('licence_events is append-only');
CREATE OR REPLACE TRIGGER guard_commitments_truncate BEFORE TRUNCATE ON commitments FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('commitments is append-only');
CREATE OR REPLACE TRIGGER guard_commitment_events_truncate BEFORE TRUNCATE ON commitment_events FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('commitment_events is append-only');
CREATE OR REPLACE TRIGGER guard_grades_truncate BEFORE TRUNCATE ON grades FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('grades is append-only');
CREATE OR REPLACE TRIGGER guard_answers_truncate BEFORE TRUNCATE ON answers FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('answers is append-only');
CREATE OR REPLACE TRIGGER guard_late_answers_truncate BEFORE TRUNCATE ON late_answers FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('late_answers is append-only');
CREATE OR REPLACE TRIGGER guard_practical_marks_truncate BEFORE TRUNCATE ON practical_marks FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('practical_marks is append-only');
CREATE OR REPLACE TRIGGER guard_practical_signatures_truncate BEFORE TRUNCATE ON practical_signatures FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('practical_signatures is append-only');
CREATE OR REPLACE TRIGGER guard_completions_truncate BEFORE TRUNCATE ON completions FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('completions is append-only');
CREATE OR REPLACE TRIGGER guard_self_checks_truncate BEFORE TRUNCATE ON self_checks FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('self_checks is append-only');
CREATE OR REPLACE TRIGGER guard_section_readings_truncate BEFORE TRUNCATE ON section_readings FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('section_readings is append-only');
CREATE OR REPLACE TRIGGER guard_content_versions_truncate BEFORE TRUNCATE ON content_versions FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('content_versions is append-only');
CREATE OR REPLACE TRIGGER guard_notifications_truncate BEFORE TRUNCATE ON notifications FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('notifications is append-only');
CREATE OR REPLACE TRIGGER guard_people_truncate BEFORE TRUNCATE ON people FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('people keeps its history');
CREATE OR REPLACE TRIGGER guard_units_truncate BEFORE TRUNCATE ON units FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('units keeps its history');
CREATE OR REPLACE TRIGGER guard_assignments_truncate BEFORE TRUNCATE ON assignments FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('assignments keeps its history');
CREATE OR REPLACE TRIGGER guard_role_grants_truncate BEFORE TRUNCATE ON role_grants FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('role_grants keeps its history');
CREATE OR REPLACE TRIGGER guard_attempts_truncate BEFORE TRUNCATE ON attempts FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('attempts keeps its history');
CREATE OR REPLACE TRIGGER guard_sittings_truncate BEFORE TRUNCATE ON sittings FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('sittings keeps its history');
CREATE OR REPLACE TRIGGER guard_practicals_truncate BEFORE TRUNCATE ON practicals FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('practicals keeps its history');
CREATE OR REPLACE TRIGGER guard_assessor_authorisations_truncate BEFORE TRUNCATE ON assessor_authorisations FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('assessor_authorisations keeps its history');

-- A signed practical is final; a sealed attempt takes no more answers, a closed sitting no more papers.
CREATE OR REPLACE TRIGGER guard_practicals_signed BEFORE UPDATE ON practicals FOR EACH ROW WHEN (OLD.state IN ('signed', 'void')) EXECUTE FUNCTION guard_refuse('a signed practical is final');
CREATE OR REPLACE TRIGGER guard_practicals_people BEFORE INSERT ON practicals FOR EACH ROW WHEN (NEW.candidate_id = NEW.assessor_id) EXECUTE FUNCTION guard_refuse('nobody assesses themselves');
CREATE OR REPLACE FUNCTION guard_practical_marks_open() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  -- FOR SHARE: a signature that is being given waits for this mark, or this mark sees it.
  IF (SELECT state FROM practicals WHERE id = NEW.practical_id FOR SHARE) <> 'open' THEN RAISE EXCEPTION 'guard: this practical is no longer open'; END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER guard_practical_marks_open BEFORE INSERT ON practical_marks FOR EACH ROW EXECUTE FUNCTION guard_practical_marks_open();
CREATE OR REPLACE FUNCTION guard_answers_open() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  -- FOR SHARE: the seal waits for this answer, or this answer sees the seal.
  IF (SELECT state FROM attempts WHERE id = NEW.attempt_id FOR SHARE) <> 'open' THEN RAISE EXCEPTION 'guard: this attempt is sealed'; END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER guard_answers_open BEFORE INSERT ON answers FOR EACH ROW EXECUTE FUNCTION guard_answers_open();
CREATE OR REPLACE FUNCTION guard_attempts_sitting() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  -- FOR SHARE: the close of the sitting waits for this start and seals it, or this start sees the close.
  IF (SELECT state FROM sittings WHERE id = NEW.sitting_id FOR SHARE) <> 'open' THEN RAISE EXCEPTION 'guard: this sitting is not open'; END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER guard_attempts_sitting BEFORE INSERT ON attempts FOR EACH ROW WHEN (NEW.state = 'open') EXECUTE FUNCTION guard_attempts_sitting();
CREATE OR REPLACE FUNCTION guard_practical_signatures_people() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM practicals p WHERE p.id = NEW.practical_id AND p.state = 'finished' AND p.record_hash = NEW.record_hash
    AND NEW.person_id = CASE NEW.role WHEN 'candidate' THEN p.candidate_id ELSE p.assessor_id END) THEN RAISE EXCEPTION 'guard: a practical is signed by its own candidate and assessor, for the record as it stands'; END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER guard_practical_signatures_people BEFORE INSERT ON practical_signatures FOR EACH ROW EXECUTE FUNCTION guard_practical_signatures_people();
CREATE OR REPLACE FUNCTION guard_practicals_unsigned() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF (SELECT count(*) FROM practical_signatures s WHERE s.practical_id = NEW.id AND s.record_hash = NEW.record_hash) < 2 THEN RAISE EXCEPTION 'guard: a practical becomes final with both signatures'; END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER guard_practicals_unsigned BEFORE INSERT OR UPDATE ON practicals FOR EACH ROW WHEN (NEW.state = 'signed') EXECUTE FUNCTION guard_practicals_unsigned();

-- 安然燃气客户服务规范, 培训考核: theory and operation, three people, two years.
CREATE OR REPLACE FUNCTION guard_licence_issue() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF (NEW.seq = 1) <> (NEW.kind = 'issued') THEN RAISE EXCEPTION 'guard: the first event of a licence is its issue, and it is issued once'; END IF;
  IF EXISTS (SELECT 1 FROM licence_events WHERE licence_id = NEW.licence_id AND kind = 'revoked') THEN RAISE EXCEPTION 'guard: a revoked licence is final'; END IF;
  IF NEW.kind <> 'issued' THEN RETURN NEW; END IF;
  IF NOT EXISTS (
    SELECT 1 FROM licences l JOIN attempts a ON a.id = l.attempt_id AND a.person_id = l.person_id AND a.scheme_id = l.scheme_id AND a.state = 'graded'
    JOIN sittings s ON s.id = a.sitting_id AND s.state = 'released'
    JOIN grades g ON g.attempt_id = a.id AND g.version = (SELECT max(version) FROM grades WHERE attempt_id = a.id)
    WHERE l.id = NEW.licence_id AND g.passed = true
    AND a.sealed_at BETWEEN (l.body->'evidence'->>'notBefore')::bigint AND NEW.at) THEN RAISE EXCEPTION 'guard: a licence needs a passed theory attempt of its holder for its scheme, inside its window'; END IF;
  IF (
    SELECT count(DISTINCT p.checklist_id) FROM licences l JOIN licence_practicals lp ON lp.licence_id = l.id JOIN practicals p ON p.id = lp.practical_id
    JOIN assessor_authorisations aa ON aa.id = p.authorisation_id AND aa.person_id = p.assessor_id AND aa.checklist_id = p.checklist_id
      AND to_char(to_timestamp(p.started_at / 1000) AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') BETWEEN aa.from_on AND coalesce(aa.to_on, '9999-12-31')
    WHERE l.id = NEW.licence_id AND p.candidate_id = l.person_id AND p.scheme_id = l.scheme_id AND p.state = 'signed' AND p.outcome = 'passed'
    AND p.signed_at BETWEEN (l.body->'evidence'->>'notBefore')::bigint AND NEW.at)
    < (SELECT CASE WHEN practicals_required < 1 THEN 1 ELSE practicals_required END FROM licences WHERE id = NEW.licence_id) THEN RAISE EXCEPTION 'guard: a licence needs every practical of its scheme passed and signed inside its window, by an assessor authorised that day'; END IF;
  IF EXISTS (
    SELECT 1 FROM licences l LEFT JOIN licence_practicals lp ON lp.licence_id = l.id LEFT JOIN practicals p ON p.id = lp.practical_id
    WHERE l.id = NEW.licence_id AND (NEW.actor_id = l.person_id OR NEW.actor_id = p.assessor_id)) THEN RAISE EXCEPTION 'guard: candidate, assessor and issuer are three different people'; END IF;
  IF NOT EXISTS (
    SELECT 1 FROM commitments c JOIN commitment_events e ON e.commitment_id = c.id AND e.seq = 1 WHERE c.licence_id = NEW.licence_id) THEN RAISE EXCEPTION 'guard: a licence needs its service commitment or a recorded waiver'; END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER guard_licence_issue BEFORE INSERT ON licence_events FOR EACH ROW EXECUTE FUNCTION guard_licence_issue();
