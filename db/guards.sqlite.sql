-- Guards of the SQLite engine, re-applied after every migration: ledgers and the audit log cannot be updated or deleted,
-- and a licence cannot be pronounced issued without what the rule asks for. Keep in step with guards.pg.sql.

DROP TRIGGER IF EXISTS guard_audit_events_update;
CREATE TRIGGER guard_audit_events_update BEFORE UPDATE ON audit_events BEGIN SELECT RAISE(ABORT, 'guard: audit_events is append-only'); END;
DROP TRIGGER IF EXISTS guard_audit_events_delete;
CREATE TRIGGER guard_audit_events_delete BEFORE DELETE ON audit_events BEGIN SELECT RAISE(ABORT, 'guard: audit_events is append-only'); END;
DROP TRIGGER IF EXISTS guard_acknowledgements_update;
CREATE TRIGGER guard_acknowledgements_update BEFORE UPDATE ON acknowledgements BEGIN SELECT RAISE(ABORT, 'guard: acknowledgements is append-only'); END;
DROP TRIGGER IF EXISTS guard_acknowledgements_delete;
CREATE TRIGGER guard_acknowledgements_delete BEFORE DELETE ON acknowledgements BEGIN SELECT RAISE(ABORT, 'guard: acknowledgements is append-only'); END;
DROP TRIGGER IF EXISTS guard_paragraph_questions_update;
CREATE TRIGGER guard_paragraph_questions_update BEFORE UPDATE ON paragraph_questions BEGIN SELECT RAISE(ABORT, 'guard: paragraph_questions is append-only'); END;
DROP TRIGGER IF EXISTS guard_paragraph_questions_delete;
CREATE TRIGGER guard_paragraph_questions_delete BEFORE DELETE ON paragraph_questions BEGIN SELECT RAISE(ABORT, 'guard: paragraph_questions is append-only'); END;
DROP TRIGGER IF EXISTS guard_paragraph_answers_update;
CREATE TRIGGER guard_paragraph_answers_update BEFORE UPDATE ON paragraph_answers BEGIN SELECT RAISE(ABORT, 'guard: paragraph_answers is append-only'); END;
DROP TRIGGER IF EXISTS guard_paragraph_answers_delete;
CREATE TRIGGER guard_paragraph_answers_delete BEFORE DELETE ON paragraph_answers BEGIN SELECT RAISE(ABORT, 'guard: paragraph_answers is append-only'); END;
DROP TRIGGER IF EXISTS guard_review_log_update;
CREATE TRIGGER guard_review_log_update BEFORE UPDATE ON review_log BEGIN SELECT RAISE(ABORT, 'guard: review_log is append-only'); END;
DROP TRIGGER IF EXISTS guard_review_log_delete;
CREATE TRIGGER guard_review_log_delete BEFORE DELETE ON review_log BEGIN SELECT RAISE(ABORT, 'guard: review_log is append-only'); END;
DROP TRIGGER IF EXISTS guard_attendances_update;
CREATE TRIGGER guard_attendances_update BEFORE UPDATE ON attendances BEGIN SELECT RAISE(ABORT, 'guard: attendances is append-only'); END;
DROP TRIGGER IF EXISTS guard_attendances_delete;
CREATE TRIGGER guard_attendances_delete BEFORE DELETE ON attendances BEGIN SELECT RAISE(ABORT, 'guard: attendances is append-only'); END;
DROP TRIGGER IF EXISTS guard_licences_update;
CREATE TRIGGER guard_licences_update BEFORE UPDATE ON licences BEGIN SELECT RAISE(ABORT, 'guard: licences is append-only'); END;
DROP TRIGGER IF EXISTS guard_licences_delete;
CREATE TRIGGER guard_licences_delete BEFORE DELETE ON licences BEGIN SELECT RAISE(ABORT, 'guard: licences is append-only'); END;
DROP TRIGGER IF EXISTS guard_licence_practicals_update;
CREATE TRIGGER guard_licence_practicals_update BEFORE UPDATE ON licence_practicals BEGIN SELECT RAISE(ABORT, 'guard: licence_practicals is append-only'); END;
DROP TRIGGER IF EXISTS guard_licence_practicals_delete;
CREATE TRIGGER guard_licence_practicals_delete BEFORE DELETE ON licence_practicals BEGIN SELECT RAISE(ABORT, 'guard: licence_practicals is append-only'); END;
DROP TRIGGER IF EXISTS guard_licence_events_update;
CREATE TRIGGER guard_licence_events_update BEFORE UPDATE ON licence_events BEGIN SELECT RAISE(ABORT, 'guard: licence_events is append-only'); END;
DROP TRIGGER IF EXISTS guard_licence_events_delete;
CREATE TRIGGER guard_licence_events_delete BEFORE DELETE ON licence_events BEGIN SELECT RAISE(ABORT, 'guard: licence_events is append-only'); END;
DROP TRIGGER IF EXISTS guard_commitments_update;
CREATE TRIGGER guard_commitments_update BEFORE UPDATE ON commitments BEGIN SELECT RAISE(ABORT, 'guard: commitments is append-only'); END;
DROP TRIGGER IF EXISTS guard_commitments_delete;
CREATE TRIGGER guard_commitments_delete BEFORE DELETE ON commitments BEGIN SELECT RAISE(ABORT, 'guard: commitments is append-only'); END;
DROP TRIGGER IF EXISTS guard_commitment_events_update;
CREATE TRIGGER guard_commitment_events_update BEFORE UPDATE ON commitment_events BEGIN SELECT RAISE(ABORT, 'guard: commitment_events is append-only'); END;
DROP TRIGGER IF EXISTS guard_commitment_events_delete;
CREATE TRIGGER guard_commitment_events_delete BEFORE DELETE ON commitment_events BEGIN SELECT RAISE(ABORT, 'guard: commitment_events is append-only'); END;
DROP TRIGGER IF EXISTS guard_grades_update;
CREATE TRIGGER guard_grades_update BEFORE UPDATE ON grades BEGIN SELECT RAISE(ABORT, 'guard: grades is append-only'); END;
DROP TRIGGER IF EXISTS guard_grades_delete;
CREATE TRIGGER guard_grades_delete BEFORE DELETE ON grades BEGIN SELECT RAISE(ABORT, 'guard: grades is append-only'); END;
DROP TRIGGER IF EXISTS guard_answers_update;
CREATE TRIGGER guard_answers_update BEFORE UPDATE ON answers BEGIN SELECT RAISE(ABORT, 'guard: answers is append-only'); END;
DROP TRIGGER IF EXISTS guard_answers_delete;
CREATE TRIGGER guard_answers_delete BEFORE DELETE ON answers BEGIN SELECT RAISE(ABORT, 'guard: answers is append-only'); END;
DROP TRIGGER IF EXISTS guard_late_answers_update;
CREATE TRIGGER guard_late_answers_update BEFORE UPDATE ON late_answers BEGIN SELECT RAISE(ABORT, 'guard: late_answers is append-only'); END;
DROP TRIGGER IF EXISTS guard_late_answers_delete;
CREATE TRIGGER guard_late_answers_delete BEFORE DELETE ON late_answers BEGIN SELECT RAISE(ABORT, 'guard: late_answers is append-only'); END;
DROP TRIGGER IF EXISTS guard_practical_marks_update;
CREATE TRIGGER guard_practical_marks_update BEFORE UPDATE ON practical_marks BEGIN SELECT RAISE(ABORT, 'guard: practical_marks is append-only'); END;
DROP TRIGGER IF EXISTS guard_practical_marks_delete;
CREATE TRIGGER guard_practical_marks_delete BEFORE DELETE ON practical_marks BEGIN SELECT RAISE(ABORT, 'guard: practical_marks is append-only'); END;
DROP TRIGGER IF EXISTS guard_practical_signatures_update;
CREATE TRIGGER guard_practical_signatures_update BEFORE UPDATE ON practical_signatures BEGIN SELECT RAISE(ABORT, 'guard: practical_signatures is append-only'); END;
DROP TRIGGER IF EXISTS guard_practical_signatures_delete;
CREATE TRIGGER guard_practical_signatures_delete BEFORE DELETE ON practical_signatures BEGIN SELECT RAISE(ABORT, 'guard: practical_signatures is append-only'); END;
DROP TRIGGER IF EXISTS guard_completions_update;
CREATE TRIGGER guard_completions_update BEFORE UPDATE ON completions BEGIN SELECT RAISE(ABORT, 'guard: completions is append-only'); END;
DROP TRIGGER IF EXISTS guard_completions_delete;
CREATE TRIGGER guard_completions_delete BEFORE DELETE ON completions BEGIN SELECT RAISE(ABORT, 'guard: completions is append-only'); END;
DROP TRIGGER IF EXISTS guard_self_checks_update;
CREATE TRIGGER guard_self_checks_update BEFORE UPDATE ON self_checks BEGIN SELECT RAISE(ABORT, 'guard: self_checks is append-only'); END;
DROP TRIGGER IF EXISTS guard_self_checks_delete;
CREATE TRIGGER guard_self_checks_delete BEFORE DELETE ON self_checks BEGIN SELECT RAISE(ABORT, 'guard: self_checks is append-only'); END;
DROP TRIGGER IF EXISTS guard_section_readings_update;
CREATE TRIGGER guard_section_readings_update BEFORE UPDATE ON section_readings BEGIN SELECT RAISE(ABORT, 'guard: section_readings is append-only'); END;
DROP TRIGGER IF EXISTS guard_section_readings_delete;
CREATE TRIGGER guard_section_readings_delete BEFORE DELETE ON section_readings BEGIN SELECT RAISE(ABORT, 'guard: section_readings is append-only'); END;
DROP TRIGGER IF EXISTS guard_content_versions_update;
CREATE TRIGGER guard_content_versions_update BEFORE UPDATE ON content_versions BEGIN SELECT RAISE(ABORT, 'guard: content_versions is append-only'); END;
DROP TRIGGER IF EXISTS guard_content_versions_delete;
CREATE TRIGGER guard_content_versions_delete BEFORE DELETE ON content_versions BEGIN SELECT RAISE(ABORT, 'guard: content_versions is append-only'); END;
DROP TRIGGER IF EXISTS guard_notifications_update;
CREATE TRIGGER guard_notifications_update BEFORE UPDATE ON notifications BEGIN SELECT RAISE(ABORT, 'guard: notifications is append-only'); END;
DROP TRIGGER IF EXISTS guard_notifications_delete;
CREATE TRIGGER guard_notifications_delete BEFORE DELETE ON notifications BEGIN SELECT RAISE(ABORT, 'guard: notifications is append-only'); END;
DROP TRIGGER IF EXISTS guard_people_delete;
CREATE TRIGGER guard_people_delete BEFORE DELETE ON people BEGIN SELECT RAISE(ABORT, 'guard: people keeps its history'); END;
DROP TRIGGER IF EXISTS guard_units_delete;
CREATE TRIGGER guard_units_delete BEFORE DELETE ON units BEGIN SELECT RAISE(ABORT, 'guard: units keeps its history'); END;
DROP TRIGGER IF EXISTS guard_assignments_delete;
CREATE TRIGGER guard_assignments_delete BEFORE DELETE ON assignments BEGIN SELECT RAISE(ABORT, 'guard: assignments keeps its history'); END;
DROP TRIGGER IF EXISTS guard_role_grants_delete;
CREATE TRIGGER guard_role_grants_delete BEFORE DELETE ON role_grants BEGIN SELECT RAISE(ABORT, 'guard: role_grants keeps its history'); END;
DROP TRIGGER IF EXISTS guard_attempts_delete;
CREATE TRIGGER guard_attempts_delete BEFORE DELETE ON attempts BEGIN SELECT RAISE(ABORT, 'guard: attempts keeps its history'); END;
DROP TRIGGER IF EXISTS guard_sittings_delete;
CREATE TRIGGER guard_sittings_delete BEFORE DELETE ON sittings BEGIN SELECT RAISE(ABORT, 'guard: sittings keeps its history'); END;
DROP TRIGGER IF EXISTS guard_practicals_delete;
CREATE TRIGGER guard_practicals_delete BEFORE DELETE ON practicals BEGIN SELECT RAISE(ABORT, 'guard: practicals keeps its history'); END;
DROP TRIGGER IF EXISTS guard_assessor_authorisations_delete;
CREATE TRIGGER guard_assessor_authorisations_delete BEFORE DELETE ON assessor_authorisations BEGIN SELECT RAISE(ABORT, 'guard: assessor_authorisations keeps its history'); END;

-- INSERT OR REPLACE takes the old row away without asking the guards above, so a ledger refuses it before.
DROP TRIGGER IF EXISTS guard_audit_events_replace;
CREATE TRIGGER guard_audit_events_replace BEFORE INSERT ON audit_events WHEN EXISTS (SELECT 1 FROM audit_events WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: audit_events is append-only'); END;
DROP TRIGGER IF EXISTS guard_licences_replace;
CREATE TRIGGER guard_licences_replace BEFORE INSERT ON licences WHEN EXISTS (SELECT 1 FROM licences WHERE id = NEW.id OR number = NEW.number OR code = NEW.code OR attempt_id = NEW.attempt_id) BEGIN SELECT RAISE(ABORT, 'guard: licences is append-only'); END;
DROP TRIGGER IF EXISTS guard_licence_events_replace;
CREATE TRIGGER guard_licence_events_replace BEFORE INSERT ON licence_events WHEN EXISTS (SELECT 1 FROM licence_events WHERE licence_id = NEW.licence_id AND seq = NEW.seq) BEGIN SELECT RAISE(ABORT, 'guard: licence_events is append-only'); END;
DROP TRIGGER IF EXISTS guard_commitments_replace;
CREATE TRIGGER guard_commitments_replace BEFORE INSERT ON commitments WHEN EXISTS (SELECT 1 FROM commitments WHERE id = NEW.id OR licence_id = NEW.licence_id) BEGIN SELECT RAISE(ABORT, 'guard: commitments is append-only'); END;
DROP TRIGGER IF EXISTS guard_commitment_events_replace;
CREATE TRIGGER guard_commitment_events_replace BEFORE INSERT ON commitment_events WHEN EXISTS (SELECT 1 FROM commitment_events WHERE commitment_id = NEW.commitment_id AND seq = NEW.seq) BEGIN SELECT RAISE(ABORT, 'guard: commitment_events is append-only'); END;
DROP TRIGGER IF EXISTS guard_grades_replace;
CREATE TRIGGER guard_grades_replace BEFORE INSERT ON grades WHEN EXISTS (SELECT 1 FROM grades WHERE id = NEW.id OR (attempt_id = NEW.attempt_id AND version = NEW.version)) BEGIN SELECT RAISE(ABORT, 'guard: grades is append-only'); END;
DROP TRIGGER IF EXISTS guard_practical_signatures_replace;
CREATE TRIGGER guard_practical_signatures_replace BEFORE INSERT ON practical_signatures WHEN EXISTS (SELECT 1 FROM practical_signatures WHERE practical_id = NEW.practical_id AND role = NEW.role) BEGIN SELECT RAISE(ABORT, 'guard: practical_signatures is append-only'); END;

-- A signed practical is final; a sealed attempt takes no more answers, a closed sitting no more papers.
DROP TRIGGER IF EXISTS guard_practicals_signed;
CREATE TRIGGER guard_practicals_signed BEFORE UPDATE ON practicals WHEN OLD.state IN ('signed', 'void') BEGIN SELECT RAISE(ABORT, 'guard: a signed practical is final'); END;
DROP TRIGGER IF EXISTS guard_practical_marks_open;
CREATE TRIGGER guard_practical_marks_open BEFORE INSERT ON practical_marks WHEN (SELECT state FROM practicals WHERE id = NEW.practical_id) <> 'open' BEGIN SELECT RAISE(ABORT, 'guard: this practical is no longer open'); END;
DROP TRIGGER IF EXISTS guard_answers_open;
CREATE TRIGGER guard_answers_open BEFORE INSERT ON answers WHEN (SELECT state FROM attempts WHERE id = NEW.attempt_id) <> 'open' BEGIN SELECT RAISE(ABORT, 'guard: this attempt is sealed'); END;
DROP TRIGGER IF EXISTS guard_attempts_sitting;
CREATE TRIGGER guard_attempts_sitting BEFORE INSERT ON attempts WHEN NEW.state = 'open' AND (SELECT state FROM sittings WHERE id = NEW.sitting_id) <> 'open' BEGIN SELECT RAISE(ABORT, 'guard: this sitting is not open'); END;
DROP TRIGGER IF EXISTS guard_practicals_people;
CREATE TRIGGER guard_practicals_people BEFORE INSERT ON practicals WHEN NEW.candidate_id = NEW.assessor_id BEGIN SELECT RAISE(ABORT, 'guard: nobody assesses themselves'); END;
DROP TRIGGER IF EXISTS guard_practical_signatures_people;
CREATE TRIGGER guard_practical_signatures_people BEFORE INSERT ON practical_signatures WHEN NOT EXISTS (
    SELECT 1 FROM practicals p WHERE p.id = NEW.practical_id AND p.state = 'finished' AND p.record_hash = NEW.record_hash
    AND NEW.person_id = CASE NEW.role WHEN 'candidate' THEN p.candidate_id ELSE p.assessor_id END) BEGIN SELECT RAISE(ABORT, 'guard: a practical is signed by its own candidate and assessor, for the record as it stands'); END;
DROP TRIGGER IF EXISTS guard_practicals_unsigned_insert;
CREATE TRIGGER guard_practicals_unsigned_insert BEFORE INSERT ON practicals WHEN NEW.state = 'signed' BEGIN SELECT RAISE(ABORT, 'guard: a practical becomes final with both signatures'); END;
DROP TRIGGER IF EXISTS guard_practicals_unsigned;
CREATE TRIGGER guard_practicals_unsigned BEFORE UPDATE ON practicals WHEN NEW.state = 'signed' AND (
    SELECT count(*) FROM practical_signatures s WHERE s.practical_id = NEW.id AND s.record_hash = NEW.record_hash) < 2 BEGIN SELECT RAISE(ABORT, 'guard: a practical becomes final with both signatures'); END;

-- 安然燃气客户服务规范, 培训考核: theory and operation, three people, two years.
DROP TRIGGER IF EXISTS guard_licence_issue_1;
CREATE TRIGGER guard_licence_issue_1 BEFORE INSERT ON licence_events WHEN NEW.kind = 'issued' AND NOT EXISTS (
    SELECT 1 FROM licences l JOIN attempts a ON a.id = l.attempt_id AND a.person_id = l.person_id AND a.scheme_id = l.scheme_id AND a.state = 'graded'
    JOIN sittings s ON s.id = a.sitting_id AND s.state = 'released'
    JOIN grades g ON g.attempt_id = a.id AND g.version = (SELECT max(version) FROM grades WHERE attempt_id = a.id)
    WHERE l.id = NEW.licence_id AND g.passed = 1
    AND a.sealed_at BETWEEN json_extract(l.body, '$.evidence.notBefore') AND NEW.at) BEGIN SELECT RAISE(ABORT, 'guard: a licence needs a passed theory attempt of its holder for its scheme, inside its window'); END;
DROP TRIGGER IF EXISTS guard_licence_issue_2;
CREATE TRIGGER guard_licence_issue_2 BEFORE INSERT ON licence_events WHEN NEW.kind = 'issued' AND (
    SELECT count(DISTINCT p.checklist_id) FROM licences l JOIN licence_practicals lp ON lp.licence_id = l.id JOIN practicals p ON p.id = lp.practical_id
    JOIN assessor_authorisations aa ON aa.id = p.authorisation_id AND aa.person_id = p.assessor_id AND aa.checklist_id = p.checklist_id
      AND date(p.started_at / 1000, 'unixepoch', '+8 hours') BETWEEN aa.from_on AND coalesce(aa.to_on, '9999-12-31')
    WHERE l.id = NEW.licence_id AND p.candidate_id = l.person_id AND p.scheme_id = l.scheme_id AND p.state = 'signed' AND p.outcome = 'passed'
    AND p.signed_at BETWEEN json_extract(l.body, '$.evidence.notBefore') AND NEW.at)
    < (SELECT CASE WHEN practicals_required < 1 THEN 1 ELSE practicals_required END FROM licences WHERE id = NEW.licence_id) BEGIN SELECT RAISE(ABORT, 'guard: a licence needs every practical of its scheme passed and signed inside its window, by an assessor authorised that day'); END;
DROP TRIGGER IF EXISTS guard_licence_issue_3;
CREATE TRIGGER guard_licence_issue_3 BEFORE INSERT ON licence_events WHEN NEW.kind = 'issued' AND EXISTS (
    SELECT 1 FROM licences l LEFT JOIN licence_practicals lp ON lp.licence_id = l.id LEFT JOIN practicals p ON p.id = lp.practical_id
    WHERE l.id = NEW.licence_id AND (NEW.actor_id = l.person_id OR NEW.actor_id = p.assessor_id)) BEGIN SELECT RAISE(ABORT, 'guard: candidate, assessor and issuer are three different people'); END;
DROP TRIGGER IF EXISTS guard_licence_issue_4;
CREATE TRIGGER guard_licence_issue_4 BEFORE INSERT ON licence_events WHEN NEW.kind = 'issued' AND NOT EXISTS (
    SELECT 1 FROM commitments c JOIN commitment_events e ON e.commitment_id = c.id AND e.seq = 1 WHERE c.licence_id = NEW.licence_id) BEGIN SELECT RAISE(ABORT, 'guard: a licence needs its service commitment or a recorded waiver'); END;
DROP TRIGGER IF EXISTS guard_licence_first;
CREATE TRIGGER guard_licence_first BEFORE INSERT ON licence_events WHEN (NEW.seq = 1) <> (NEW.kind = 'issued') BEGIN SELECT RAISE(ABORT, 'guard: the first event of a licence is its issue, and it is issued once'); END;
DROP TRIGGER IF EXISTS guard_licence_revoked;
CREATE TRIGGER guard_licence_revoked BEFORE INSERT ON licence_events WHEN EXISTS (SELECT 1 FROM licence_events WHERE licence_id = NEW.licence_id AND kind = 'revoked') BEGIN SELECT RAISE(ABORT, 'guard: a revoked licence is final'); END;
