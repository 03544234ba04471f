CREATE TABLE added_rule (
	id INTEGER NOT NULL, 
	topic VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	added_by VARCHAR NOT NULL, 
	added_at VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);

CREATE TABLE batch (
	id INTEGER NOT NULL, 
	entered_at VARCHAR NOT NULL, 
	entered_by VARCHAR NOT NULL, 
	command VARCHAR NOT NULL, 
	reason VARCHAR, 
	undoes INTEGER, 
	undone_by INTEGER, 
	digest VARCHAR NOT NULL, 
	first_change INTEGER NOT NULL, 
	last_change INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(undoes) REFERENCES batch (id), 
	FOREIGN KEY(undone_by) REFERENCES batch (id)
);

CREATE TABLE catalogue (
	id INTEGER NOT NULL, 
	code VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	form VARCHAR, 
	training_kind VARCHAR, 
	jp INTEGER NOT NULL, 
	cost INTEGER, 
	class_cost INTEGER, 
	seats INTEGER, 
	seats_min INTEGER, 
	competency VARCHAR, 
	raises_to INTEGER, 
	for_kinds VARCHAR, 
	PRIMARY KEY (id), 
	UNIQUE (code)
);

CREATE TABLE competency (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	name_key VARCHAR NOT NULL, 
	grp VARCHAR NOT NULL, 
	description VARCHAR, 
	rank INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (name_key), 
	CONSTRAINT grp_word CHECK (grp IS NULL OR grp = '' OR grp = 'manajerial' OR grp = 'sosial_kultural' OR grp = 'teknis' OR grp = 'digital' OR grp = 'emerging')
);

CREATE TABLE person (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	title_front VARCHAR, 
	title_back VARCHAR, 
	sex VARCHAR, 
	birth_date VARCHAR, 
	appointed_on VARCHAR, 
	education VARCHAR, 
	field_of_study VARCHAR, 
	last_pay_step VARCHAR, 
	email VARCHAR, 
	PRIMARY KEY (id), 
	CONSTRAINT sex_word CHECK (sex IS NULL OR sex = '' OR sex = 'L' OR sex = 'P'), 
	CONSTRAINT birth_date_iso CHECK (birth_date IS NULL OR birth_date = '' OR birth_date LIKE '____-__-__'), 
	CONSTRAINT appointed_on_iso CHECK (appointed_on IS NULL OR appointed_on = '' OR appointed_on LIKE '____-__-__'), 
	CONSTRAINT last_pay_step_iso CHECK (last_pay_step IS NULL OR last_pay_step = '' OR last_pay_step LIKE '____-__-__')
);

CREATE TABLE saved_map (
	name VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	PRIMARY KEY (name)
);

CREATE TABLE setting (
	name VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	PRIMARY KEY (name)
);

CREATE TABLE succession (
	id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	old VARCHAR NOT NULL, 
	old_key VARCHAR NOT NULL, 
	old_agency VARCHAR, 
	old_agency_key VARCHAR NOT NULL, 
	new VARCHAR NOT NULL, 
	new_key VARCHAR NOT NULL, 
	new_agency VARCHAR, 
	new_agency_key VARCHAR NOT NULL, 
	effective_on VARCHAR NOT NULL, 
	how VARCHAR NOT NULL, 
	decree VARCHAR, 
	PRIMARY KEY (id), 
	UNIQUE (kind, old_key, old_agency_key, effective_on, new_key, new_agency_key), 
	CONSTRAINT effective_on_iso CHECK (effective_on LIKE '____-__-__'), 
	CONSTRAINT kind_word CHECK (kind IS NULL OR kind = '' OR kind = 'unit' OR kind = 'position'), 
	CONSTRAINT how_word CHECK (how IS NULL OR how = '' OR how = 'rename' OR how = 'merge' OR how = 'split' OR how = 'move' OR how = 'abolish')
);

CREATE TABLE unit (
	id INTEGER NOT NULL, 
	unit_code VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	name_key VARCHAR NOT NULL, 
	path_key VARCHAR NOT NULL, 
	parent_id INTEGER, 
	agency_id INTEGER, 
	in_force_since VARCHAR, 
	in_force_until VARCHAR, 
	PRIMARY KEY (id), 
	UNIQUE (path_key), 
	CONSTRAINT in_force_since_iso CHECK (in_force_since IS NULL OR in_force_since = '' OR in_force_since LIKE '____-__-__'), 
	CONSTRAINT in_force_until_iso CHECK (in_force_until IS NULL OR in_force_until = '' OR in_force_until LIKE '____-__-__'), 
	FOREIGN KEY(parent_id) REFERENCES unit (id), 
	FOREIGN KEY(agency_id) REFERENCES unit (id)
);

CREATE INDEX unit_code ON unit (unit_code);

CREATE INDEX unit_name ON unit (name_key);

CREATE TABLE assessment (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	assessed_on VARCHAR NOT NULL, 
	purpose VARCHAR NOT NULL, 
	provider VARCHAR, 
	potential INTEGER, 
	jpm INTEGER, 
	suggestion VARCHAR, 
	PRIMARY KEY (id), 
	UNIQUE (person_id, assessed_on, purpose), 
	CONSTRAINT assessed_on_iso CHECK (assessed_on LIKE '____-__-__'), 
	FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE TABLE assignment (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	title VARCHAR NOT NULL, 
	title_key VARCHAR NOT NULL, 
	role VARCHAR, 
	scope VARCHAR, 
	started_on VARCHAR NOT NULL, 
	ended_on VARCHAR, 
	outcome VARCHAR, 
	PRIMARY KEY (id), 
	UNIQUE (person_id, title_key, started_on), 
	FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE TABLE award (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	title VARCHAR NOT NULL, 
	title_key VARCHAR NOT NULL, 
	scope VARCHAR, 
	awarded_on VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (person_id, title_key, awarded_on), 
	FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE TABLE batch_sheet (
	id INTEGER NOT NULL, 
	batch_id INTEGER NOT NULL, 
	file VARCHAR NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	sheet VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	header_row INTEGER NOT NULL, 
	dated VARCHAR, 
	fields VARCHAR NOT NULL, 
	columns VARCHAR NOT NULL, 
	people VARCHAR NOT NULL, 
	rows_read INTEGER NOT NULL, 
	inserted INTEGER NOT NULL, 
	updated INTEGER NOT NULL, 
	unchanged INTEGER NOT NULL, 
	rejected INTEGER NOT NULL, 
	skipped INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(batch_id) REFERENCES batch (id)
);

CREATE INDEX batch_sheet_batch ON batch_sheet (batch_id);

CREATE TABLE change (
	id INTEGER NOT NULL, 
	batch_id INTEGER NOT NULL, 
	sheet_id INTEGER NOT NULL, 
	sheet_row INTEGER NOT NULL, 
	op VARCHAR NOT NULL, 
	tbl VARCHAR NOT NULL, 
	record_id INTEGER NOT NULL, 
	record_key VARCHAR NOT NULL, 
	person_id INTEGER NOT NULL, 
	fields VARCHAR NOT NULL, 
	reverses INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT op_word CHECK (op IS NULL OR op = '' OR op = 'I' OR op = 'U' OR op = 'D'), 
	FOREIGN KEY(batch_id) REFERENCES batch (id)
);

CREATE INDEX change_person ON change (person_id);

CREATE TABLE coverage (
	batch_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	covers_from VARCHAR DEFAULT '' NOT NULL, 
	covers_until VARCHAR NOT NULL, 
	PRIMARY KEY (batch_id, kind, covers_from), 
	FOREIGN KEY(batch_id) REFERENCES batch (id)
);

CREATE INDEX coverage_kind ON coverage (kind);

CREATE TABLE credit (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	decided_on VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	amount INTEGER NOT NULL, 
	cumulative INTEGER, 
	period_from VARCHAR, 
	period_to VARCHAR, 
	level VARCHAR, 
	decree VARCHAR, 
	PRIMARY KEY (id), 
	UNIQUE (person_id, decided_on, kind), 
	FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE TABLE discipline (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	level VARCHAR NOT NULL, 
	sanction VARCHAR, 
	sanction_key VARCHAR NOT NULL, 
	decided_on VARCHAR NOT NULL, 
	effective_on VARCHAR, 
	ends_on VARCHAR, 
	annulled_on VARCHAR, 
	decree VARCHAR, 
	note VARCHAR, 
	PRIMARY KEY (id), 
	UNIQUE (person_id, decided_on, sanction_key), 
	CONSTRAINT level_word CHECK (level IS NULL OR level = '' OR level = 'ringan' OR level = 'sedang' OR level = 'berat'), 
	CONSTRAINT decided_on_iso CHECK (decided_on LIKE '____-__-__'), 
	CONSTRAINT effective_on_iso CHECK (effective_on IS NULL OR effective_on = '' OR effective_on LIKE '____-__-__'), 
	CONSTRAINT ends_on_iso CHECK (ends_on IS NULL OR ends_on = '' OR ends_on LIKE '____-__-__'), 
	CONSTRAINT annulled_on_iso CHECK (annulled_on IS NULL OR annulled_on = '' OR annulled_on LIKE '____-__-__'), 
	FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE TABLE education (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	education VARCHAR NOT NULL, 
	field_of_study VARCHAR, 
	field_key VARCHAR NOT NULL, 
	institution VARCHAR, 
	graduated VARCHAR, 
	mark VARCHAR, 
	PRIMARY KEY (id), 
	UNIQUE (person_id, education, field_key), 
	FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE TABLE evaluation (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	period VARCHAR NOT NULL, 
	started_on VARCHAR NOT NULL, 
	ended_on VARCHAR, 
	unit VARCHAR, 
	work_result VARCHAR, 
	behaviour VARCHAR, 
	predicate VARCHAR, 
	score INTEGER, 
	new_idea VARCHAR, 
	feedback VARCHAR, 
	recommendation VARCHAR, 
	evaluator_nip VARCHAR, 
	PRIMARY KEY (id), 
	UNIQUE (person_id, year, period, started_on), 
	CONSTRAINT started_on_iso CHECK (started_on IS NULL OR started_on = '' OR started_on LIKE '____-__-__'), 
	CONSTRAINT ended_on_iso CHECK (ended_on IS NULL OR ended_on = '' OR ended_on LIKE '____-__-__'), 
	CONSTRAINT year_range CHECK (year IS NULL OR year BETWEEN 1950 AND 2100), 
	CONSTRAINT work_result_word CHECK (work_result IS NULL OR work_result = '' OR work_result = 'above' OR work_result = 'meets' OR work_result = 'below'), 
	CONSTRAINT behaviour_word CHECK (behaviour IS NULL OR behaviour = '' OR behaviour = 'above' OR behaviour = 'meets' OR behaviour = 'below'), 
	FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE TABLE exam (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	exam VARCHAR NOT NULL, 
	target VARCHAR, 
	target_key VARCHAR NOT NULL, 
	taken_on VARCHAR NOT NULL, 
	result VARCHAR NOT NULL, 
	score INTEGER, 
	valid_until VARCHAR, 
	certificate VARCHAR, 
	PRIMARY KEY (id), 
	UNIQUE (person_id, exam, target_key, taken_on), 
	FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE TABLE feedback (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	giver VARCHAR, 
	giver_key VARCHAR NOT NULL, 
	score INTEGER, 
	text VARCHAR, 
	PRIMARY KEY (id), 
	UNIQUE (person_id, year, giver_key), 
	FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE TABLE history (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	position VARCHAR NOT NULL, 
	position_key VARCHAR NOT NULL, 
	position_kind VARCHAR, 
	echelon VARCHAR, 
	job_family VARCHAR, 
	unit VARCHAR, 
	agency VARCHAR, 
	since VARCHAR NOT NULL, 
	until VARCHAR, 
	acting VARCHAR, 
	PRIMARY KEY (id), 
	UNIQUE (person_id, position_key, since), 
	CONSTRAINT since_iso CHECK (since LIKE '____-__-__'), 
	CONSTRAINT until_iso CHECK (until IS NULL OR until = '' OR until LIKE '____-__-__'), 
	CONSTRAINT acting_word CHECK (acting IS NULL OR acting = '' OR acting = 'definitif' OR acting = 'plt' OR acting = 'plh' OR acting = 'pj' OR acting = 'tambahan'), 
	FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE TABLE idp (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	goal VARCHAR NOT NULL, 
	goal_key VARCHAR NOT NULL, 
	horizon VARCHAR, 
	step VARCHAR, 
	step_key VARCHAR NOT NULL, 
	due VARCHAR, 
	done_on VARCHAR, 
	evidence VARCHAR, 
	owner VARCHAR, 
	linked VARCHAR, 
	PRIMARY KEY (id), 
	UNIQUE (person_id, goal_key, step_key), 
	FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE TABLE idp_review (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	reviewed_on VARCHAR NOT NULL, 
	note VARCHAR, 
	PRIMARY KEY (id), 
	UNIQUE (person_id, reviewed_on), 
	CONSTRAINT reviewed_on_iso CHECK (reviewed_on LIKE '____-__-__'), 
	FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE TABLE indicator (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	indicator VARCHAR NOT NULL, 
	measure VARCHAR, 
	target INTEGER NOT NULL, 
	realised INTEGER, 
	direction VARCHAR, 
	PRIMARY KEY (id), 
	UNIQUE (person_id, year, indicator), 
	FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE TABLE mentoring (
	id INTEGER NOT NULL, 
	mentor_id INTEGER NOT NULL, 
	mentee_id INTEGER NOT NULL, 
	started_on VARCHAR NOT NULL, 
	session_on VARCHAR NOT NULL, 
	minutes INTEGER, 
	topic VARCHAR, 
	ended_on VARCHAR, 
	PRIMARY KEY (id), 
	UNIQUE (mentor_id, mentee_id, started_on, session_on), 
	FOREIGN KEY(mentor_id) REFERENCES person (id), 
	FOREIGN KEY(mentee_id) REFERENCES person (id)
);

CREATE TABLE movement (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	event VARCHAR NOT NULL, 
	effective_on VARCHAR NOT NULL, 
	decree VARCHAR, 
	destination VARCHAR, 
	PRIMARY KEY (id), 
	UNIQUE (person_id, event, effective_on), 
	CONSTRAINT effective_on_iso CHECK (effective_on LIKE '____-__-__'), 
	FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE TABLE person_golongan (
	person_id INTEGER NOT NULL, 
	since VARCHAR NOT NULL, 
	until VARCHAR NOT NULL, 
	stated INTEGER NOT NULL, 
	golongan VARCHAR NOT NULL, 
	PRIMARY KEY (person_id, since), 
	CONSTRAINT since_iso CHECK (since LIKE '____-__-__'), 
	CONSTRAINT until_iso CHECK (until LIKE '____-__-__'), 
	FOREIGN KEY(person_id) REFERENCES person (id)
)
 WITHOUT ROWID;

CREATE TABLE person_kind (
	person_id INTEGER NOT NULL, 
	since VARCHAR NOT NULL, 
	until VARCHAR NOT NULL, 
	stated INTEGER NOT NULL, 
	employee_kind VARCHAR NOT NULL, 
	contract_ends_on VARCHAR, 
	PRIMARY KEY (person_id, since), 
	CONSTRAINT since_iso CHECK (since LIKE '____-__-__'), 
	CONSTRAINT until_iso CHECK (until LIKE '____-__-__'), 
	CONSTRAINT contract_ends_on_iso CHECK (contract_ends_on IS NULL OR contract_ends_on = '' OR contract_ends_on LIKE '____-__-__'), 
	CONSTRAINT employee_kind_word CHECK (employee_kind IS NULL OR employee_kind = '' OR employee_kind = 'PNS' OR employee_kind = 'CPNS' OR employee_kind = 'PPPK' OR employee_kind = 'PPPK_PW'), 
	FOREIGN KEY(person_id) REFERENCES person (id)
)
 WITHOUT ROWID;

CREATE TABLE person_nip (
	nip VARCHAR NOT NULL, 
	person_id INTEGER NOT NULL, 
	since VARCHAR NOT NULL, 
	until VARCHAR NOT NULL, 
	PRIMARY KEY (nip), 
	FOREIGN KEY(person_id) REFERENCES person (id)
)
 WITHOUT ROWID;

CREATE INDEX person_nip_person ON person_nip (person_id);

CREATE TABLE person_status (
	person_id INTEGER NOT NULL, 
	since VARCHAR NOT NULL, 
	until VARCHAR NOT NULL, 
	stated INTEGER NOT NULL, 
	status VARCHAR NOT NULL, 
	assumed INTEGER NOT NULL, 
	PRIMARY KEY (person_id, since), 
	CONSTRAINT since_iso CHECK (since LIKE '____-__-__'), 
	CONSTRAINT until_iso CHECK (until LIKE '____-__-__'), 
	CONSTRAINT status_word CHECK (status IS NULL OR status = '' OR status = 'aktif' OR status = 'tugas_belajar' OR status = 'cltn' OR status = 'diberhentikan_sementara' OR status = 'mpp' OR status = 'di_luar' OR status = 'titipan' OR status = 'keluar'), 
	FOREIGN KEY(person_id) REFERENCES person (id)
)
 WITHOUT ROWID;

CREATE TABLE person_unit (
	person_id INTEGER NOT NULL, 
	since VARCHAR NOT NULL, 
	until VARCHAR NOT NULL, 
	stated INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	PRIMARY KEY (person_id, since), 
	CONSTRAINT since_iso CHECK (since LIKE '____-__-__'), 
	CONSTRAINT until_iso CHECK (until LIKE '____-__-__'), 
	FOREIGN KEY(person_id) REFERENCES person (id), 
	FOREIGN KEY(unit_id) REFERENCES unit (id)
)
 WITHOUT ROWID;

CREATE TABLE position (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	name_key VARCHAR NOT NULL, 
	place_key VARCHAR NOT NULL, 
	unit_id INTEGER, 
	position_kind VARCHAR, 
	echelon VARCHAR, 
	job_family VARCHAR, 
	job_class INTEGER, 
	headcount INTEGER, 
	golongan_min VARCHAR, 
	golongan_max VARCHAR, 
	education_min VARCHAR, 
	fields_of_study VARCHAR, 
	retirement_age INTEGER, 
	leads_to VARCHAR, 
	heads_unit VARCHAR, 
	own_law VARCHAR, 
	in_force_since VARCHAR, 
	in_force_until VARCHAR, 
	PRIMARY KEY (id), 
	UNIQUE (name_key, place_key), 
	CONSTRAINT in_force_since_iso CHECK (in_force_since IS NULL OR in_force_since = '' OR in_force_since LIKE '____-__-__'), 
	CONSTRAINT in_force_until_iso CHECK (in_force_until IS NULL OR in_force_until = '' OR in_force_until LIKE '____-__-__'), 
	FOREIGN KEY(unit_id) REFERENCES unit (id)
);

CREATE INDEX position_unit ON position (unit_id);

CREATE TABLE survey (
	id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	dimension VARCHAR NOT NULL, 
	dimension_key VARCHAR NOT NULL, 
	score INTEGER NOT NULL, 
	respondents INTEGER, 
	PRIMARY KEY (id), 
	UNIQUE (unit_id, year, dimension_key), 
	FOREIGN KEY(unit_id) REFERENCES unit (id)
);

CREATE TABLE training (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	title VARCHAR NOT NULL, 
	title_key VARCHAR NOT NULL, 
	dated VARCHAR NOT NULL, 
	form VARCHAR, 
	training_kind VARCHAR, 
	level VARCHAR, 
	started_on VARCHAR, 
	ended_on VARCHAR, 
	year INTEGER, 
	jp INTEGER, 
	abroad VARCHAR, 
	organiser VARCHAR, 
	certificate VARCHAR, 
	competency VARCHAR, 
	valid_until VARCHAR, 
	PRIMARY KEY (id), 
	UNIQUE (person_id, title_key, dated), 
	CONSTRAINT started_on_iso CHECK (started_on IS NULL OR started_on = '' OR started_on LIKE '____-__-__'), 
	CONSTRAINT ended_on_iso CHECK (ended_on IS NULL OR ended_on = '' OR ended_on LIKE '____-__-__'), 
	FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE TABLE unit_performance (
	id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	period VARCHAR NOT NULL, 
	predicate VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (unit_id, year, period), 
	FOREIGN KEY(unit_id) REFERENCES unit (id)
);

CREATE TABLE assessment_level (
	assessment_id INTEGER NOT NULL, 
	competency_id INTEGER NOT NULL, 
	level INTEGER NOT NULL, 
	PRIMARY KEY (assessment_id, competency_id), 
	CONSTRAINT level_range CHECK (level IS NULL OR level BETWEEN 0 AND 50000), 
	FOREIGN KEY(assessment_id) REFERENCES assessment (id), 
	FOREIGN KEY(competency_id) REFERENCES competency (id)
)
 WITHOUT ROWID;

CREATE TABLE person_duty (
	person_id INTEGER NOT NULL, 
	since VARCHAR NOT NULL, 
	until VARCHAR NOT NULL, 
	stated INTEGER NOT NULL, 
	acting VARCHAR NOT NULL, 
	duty VARCHAR NOT NULL, 
	position_id INTEGER, 
	PRIMARY KEY (person_id, since), 
	CONSTRAINT since_iso CHECK (since LIKE '____-__-__'), 
	CONSTRAINT until_iso CHECK (until LIKE '____-__-__'), 
	CONSTRAINT acting_word CHECK (acting IS NULL OR acting = '' OR acting = 'plt' OR acting = 'plh' OR acting = 'pj' OR acting = 'tambahan'), 
	FOREIGN KEY(person_id) REFERENCES person (id), 
	FOREIGN KEY(position_id) REFERENCES position (id)
)
 WITHOUT ROWID;

CREATE INDEX person_duty_position ON person_duty (position_id);

CREATE TABLE person_post (
	person_id INTEGER NOT NULL, 
	since VARCHAR NOT NULL, 
	until VARCHAR NOT NULL, 
	stated INTEGER NOT NULL, 
	position_id INTEGER NOT NULL, 
	PRIMARY KEY (person_id, since), 
	CONSTRAINT since_iso CHECK (since LIKE '____-__-__'), 
	CONSTRAINT until_iso CHECK (until LIKE '____-__-__'), 
	FOREIGN KEY(person_id) REFERENCES person (id), 
	FOREIGN KEY(position_id) REFERENCES position (id)
)
 WITHOUT ROWID;

CREATE INDEX person_post_position ON person_post (position_id);

CREATE TABLE seal (
	id INTEGER NOT NULL, 
	position_id INTEGER NOT NULL, 
	as_of VARCHAR NOT NULL, 
	decree VARCHAR, 
	note VARCHAR, 
	sealed_by VARCHAR NOT NULL, 
	sealed_at VARCHAR NOT NULL, 
	document VARCHAR NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(position_id) REFERENCES position (id)
);

CREATE TABLE selection (
	id INTEGER NOT NULL, 
	person_id INTEGER, 
	name VARCHAR, 
	candidate_key VARCHAR NOT NULL, 
	position_id INTEGER NOT NULL, 
	stage VARCHAR NOT NULL, 
	score INTEGER, 
	taken_on VARCHAR, 
	note VARCHAR, 
	PRIMARY KEY (id), 
	UNIQUE (candidate_key, position_id, stage), 
	FOREIGN KEY(person_id) REFERENCES person (id), 
	FOREIGN KEY(position_id) REFERENCES position (id)
);

CREATE TABLE standard (
	id INTEGER NOT NULL, 
	position_id INTEGER NOT NULL, 
	competency_id INTEGER NOT NULL, 
	required INTEGER NOT NULL, 
	importance VARCHAR, 
	PRIMARY KEY (id), 
	UNIQUE (position_id, competency_id), 
	FOREIGN KEY(position_id) REFERENCES position (id), 
	FOREIGN KEY(competency_id) REFERENCES competency (id)
);
