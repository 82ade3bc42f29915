CREATE FUNCTION public.articles_edition_cancelled_stays_cancelled() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF OLD.live_until IS NOT NULL AND OLD.live_until <= OLD.live_from THEN RAISE EXCEPTION 'edition guard: cancelled_stays_cancelled' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.articles_edition_ended_stays_ended() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF OLD.live_until IS NOT NULL AND OLD.live_until <= clock_timestamp() THEN RAISE EXCEPTION 'edition guard: ended_stays_ended' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.articles_edition_no_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NEW.approved_by_id IS DISTINCT FROM OLD.approved_by_id OR NEW.approved_by_name IS DISTINCT FROM OLD.approved_by_name OR NEW.article_id IS DISTINCT FROM OLD.article_id OR NEW.article_version IS DISTINCT FROM OLD.article_version OR NEW.body IS DISTINCT FROM OLD.body OR NEW.byline_date IS DISTINCT FROM OLD.byline_date OR NEW.contents IS DISTINCT FROM OLD.contents OR NEW.correction_kind IS DISTINCT FROM OLD.correction_kind OR NEW.correction_note IS DISTINCT FROM OLD.correction_note OR NEW.cover IS DISTINCT FROM OLD.cover OR NEW.credits IS DISTINCT FROM OLD.credits OR NEW.description IS DISTINCT FROM OLD.description OR NEW.fingerprint IS DISTINCT FROM OLD.fingerprint OR NEW.first_live_from IS DISTINCT FROM OLD.first_live_from OR NEW.id IS DISTINCT FROM OLD.id OR NEW.key_points IS DISTINCT FROM OLD.key_points OR NEW.language IS DISTINCT FROM OLD.language OR NEW.live_from IS DISTINCT FROM OLD.live_from OR NEW.manuscript IS DISTINCT FROM OLD.manuscript OR NEW.manuscript_format IS DISTINCT FROM OLD.manuscript_format OR NEW.number IS DISTINCT FROM OLD.number OR NEW.pictures IS DISTINCT FROM OLD.pictures OR NEW.seal IS DISTINCT FROM OLD.seal OR NEW.series IS DISTINCT FROM OLD.series OR NEW.slug IS DISTINCT FROM OLD.slug OR NEW.standfirst IS DISTINCT FROM OLD.standfirst OR NEW.title IS DISTINCT FROM OLD.title OR NEW.topics IS DISTINCT FROM OLD.topics OR NEW.word_count IS DISTINCT FROM OLD.word_count OR NEW.written_by IS DISTINCT FROM OLD.written_by THEN RAISE EXCEPTION 'edition guard: no_change' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.articles_edition_no_delete() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'edition guard: no_delete' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION public.articles_edition_no_end_before_start() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NEW.live_until IS NOT NULL AND NEW.live_until < NEW.live_from THEN RAISE EXCEPTION 'edition guard: no_end_before_start' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.articles_edition_no_end_in_the_past() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NEW.live_until IS NOT NULL AND NEW.live_until < clock_timestamp() - interval '5 seconds' THEN RAISE EXCEPTION 'edition guard: no_end_in_the_past' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.articles_edition_no_overlap() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF current_setting('transaction_isolation') NOT IN ('read committed', 'serializable') THEN RAISE EXCEPTION 'edition guard: no_overlap needs read committed or serializable' USING ERRCODE = 'integrity_constraint_violation'; END IF; PERFORM 1 FROM articles_article WHERE id = NEW.article_id FOR UPDATE; IF EXISTS (
    SELECT 1 FROM articles_edition AS other
    WHERE other.article_id = NEW.article_id AND other.language = NEW.language AND other.id <> NEW.id
    AND NOT (other.live_until IS NOT NULL AND other.live_until <= other.live_from) AND NOT (NEW.live_until IS NOT NULL AND NEW.live_until <= NEW.live_from)
    AND (NEW.live_until IS NULL OR other.live_from < NEW.live_until)
    AND (other.live_until IS NULL OR NEW.live_from < other.live_until)
) THEN RAISE EXCEPTION 'edition guard: no_overlap' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.articles_edition_no_replacement() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF EXISTS (
    SELECT 1 FROM articles_edition AS other
    WHERE other.id = NEW.id
    OR (other.article_id = NEW.article_id AND other.language = NEW.language AND other.number = NEW.number)
) THEN RAISE EXCEPTION 'edition guard: no_replacement' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.articles_edition_no_truncate() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'edition guard: no_truncate' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION public.articles_version_moves() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN INSERT INTO articles_version (name, number) VALUES (TG_ARGV[0], 1) ON CONFLICT (name) DO UPDATE SET number = articles_version.number + 1; RETURN NULL; END $$;
CREATE TABLE public.articles_article (
    id bigint NOT NULL,
    title character varying(300) NOT NULL,
    title_ar character varying(300),
    title_en character varying(300),
    standfirst text NOT NULL,
    standfirst_ar text,
    standfirst_en text,
    key_points text NOT NULL,
    key_points_ar text,
    key_points_en text,
    body text NOT NULL,
    body_ar text,
    body_en text,
    slug character varying(100) NOT NULL,
    slug_ar character varying(100),
    slug_en character varying(100),
    series_number integer,
    version integer NOT NULL,
    not_before timestamp with time zone,
    import_reference character varying(200),
    import_hash character varying(64) NOT NULL,
    import_version integer,
    binned_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    branch_id bigint NOT NULL,
    series_id bigint,
    cover_id bigint,
    CONSTRAINT articles_article_import_version_check CHECK ((import_version >= 0)),
    CONSTRAINT articles_article_series_number_check CHECK ((series_number >= 0)),
    CONSTRAINT articles_article_version_check CHECK ((version >= 0))
);
ALTER TABLE public.articles_article ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_article_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.articles_article_topics (
    id bigint NOT NULL,
    article_id bigint NOT NULL,
    topic_id bigint NOT NULL
);
ALTER TABLE public.articles_article_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_article_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.articles_attribution (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    kind character varying(10) NOT NULL,
    date date,
    title character varying(300) NOT NULL,
    title_language character varying(10) NOT NULL,
    url character varying(500) NOT NULL,
    accessed_on date,
    article_id bigint NOT NULL,
    source_id bigint,
    CONSTRAINT articles_attribution_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.articles_attribution ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_attribution_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.articles_authorindex (
    id bigint NOT NULL,
    language character varying(2) NOT NULL,
    first_live_from timestamp with time zone NOT NULL,
    entry_id bigint NOT NULL,
    edition_id bigint NOT NULL
);
ALTER TABLE public.articles_authorindex ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_authorindex_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.articles_autosave (
    id bigint NOT NULL,
    tab character varying(40) NOT NULL,
    base_version integer NOT NULL,
    draft jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    article_id bigint,
    user_id integer NOT NULL,
    CONSTRAINT articles_autosave_base_version_check CHECK ((base_version >= 0))
);
ALTER TABLE public.articles_autosave ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_autosave_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.articles_branchindex (
    id bigint NOT NULL,
    language character varying(2) NOT NULL,
    first_live_from timestamp with time zone NOT NULL,
    entry_id bigint NOT NULL,
    edition_id bigint NOT NULL
);
ALTER TABLE public.articles_branchindex ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_branchindex_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.articles_credit (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    attribution_id bigint NOT NULL,
    author_id bigint NOT NULL,
    CONSTRAINT articles_credit_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.articles_credit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_credit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.articles_demomark (
    id bigint NOT NULL,
    made_at timestamp with time zone NOT NULL
);
ALTER TABLE public.articles_demomark ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_demomark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.articles_edition (
    id bigint NOT NULL,
    language character varying(2) NOT NULL,
    number integer NOT NULL,
    article_version integer NOT NULL,
    live_from timestamp with time zone NOT NULL,
    first_live_from timestamp with time zone NOT NULL,
    live_until timestamp with time zone,
    ended_why character varying(10) NOT NULL,
    ended_note text NOT NULL,
    title text NOT NULL,
    word_count integer NOT NULL,
    byline_date date NOT NULL,
    slug character varying(100) NOT NULL,
    correction_note text NOT NULL,
    correction_kind character varying(12) NOT NULL,
    approved_by_name character varying(300) NOT NULL,
    manuscript_format smallint NOT NULL,
    fingerprint character varying(64) NOT NULL,
    seal character varying(64) NOT NULL,
    approved_by_id integer NOT NULL,
    article_id bigint NOT NULL,
    standfirst text NOT NULL,
    key_points jsonb NOT NULL,
    description text NOT NULL,
    credits jsonb NOT NULL,
    topics jsonb NOT NULL,
    series jsonb,
    cover jsonb,
    written_by jsonb NOT NULL,
    body text NOT NULL,
    contents jsonb NOT NULL,
    pictures jsonb NOT NULL,
    manuscript text NOT NULL,
    CONSTRAINT articles_edition_article_version_check CHECK ((article_version >= 0)),
    CONSTRAINT articles_edition_manuscript_format_check CHECK ((manuscript_format >= 0)),
    CONSTRAINT articles_edition_number_check CHECK ((number >= 0)),
    CONSTRAINT articles_edition_word_count_check CHECK ((word_count >= 0)),
    CONSTRAINT edition_cancelled_is_empty CHECK (((NOT ((ended_why)::text = 'cancelled'::text)) OR (live_until = live_from))),
    CONSTRAINT edition_end_after_start CHECK (((live_until IS NULL) OR (live_until >= live_from))),
    CONSTRAINT edition_end_has_reason CHECK (((((ended_why)::text = ''::text) AND (live_until IS NULL)) OR (((ended_why)::text = ANY ((ARRAY['superseded'::character varying, 'withdrawn'::character varying, 'cancelled'::character varying])::text[])) AND (live_until IS NOT NULL)))),
    CONSTRAINT edition_withdrawn_with_note CHECK (((NOT ((ended_why)::text = 'withdrawn'::text)) OR (NOT (ended_note = ''::text))))
);
ALTER TABLE public.articles_edition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_edition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.articles_invitation (
    id bigint NOT NULL,
    name character varying(300) NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    branch_id bigint NOT NULL,
    by_id integer,
    user_id integer NOT NULL
);
ALTER TABLE public.articles_invitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.articles_mailchoice (
    id bigint NOT NULL,
    "when" character varying(10) NOT NULL,
    user_id integer NOT NULL
);
ALTER TABLE public.articles_mailchoice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_mailchoice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.articles_notice (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    key character varying(100) NOT NULL,
    language character varying(2) NOT NULL,
    reason text NOT NULL,
    "when" timestamp with time zone,
    day date,
    at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    mail character varying(10) NOT NULL,
    mail_at timestamp with time zone,
    attempts smallint NOT NULL,
    trouble character varying(20) NOT NULL,
    answer character varying(300) NOT NULL,
    article_id bigint,
    branch_id bigint,
    by_id integer,
    to_id integer NOT NULL,
    CONSTRAINT articles_notice_attempts_check CHECK ((attempts >= 0))
);
ALTER TABLE public.articles_notice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.articles_picture (
    id bigint NOT NULL,
    file character varying(80) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    alt character varying(300) NOT NULL,
    alt_ar character varying(300),
    alt_en character varying(300),
    caption character varying(500) NOT NULL,
    caption_ar character varying(500),
    caption_en character varying(500),
    credit character varying(200) NOT NULL,
    licence character varying(200) NOT NULL,
    uploaded_at timestamp with time zone NOT NULL,
    branch_id bigint,
    uploaded_by_id integer NOT NULL,
    CONSTRAINT articles_picture_height_check CHECK ((height >= 0)),
    CONSTRAINT articles_picture_width_check CHECK ((width >= 0))
);
ALTER TABLE public.articles_picture ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_picture_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.articles_pictureindex (
    id bigint NOT NULL,
    picture character varying(80) NOT NULL,
    edition_id bigint NOT NULL
);
ALTER TABLE public.articles_pictureindex ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_pictureindex_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.articles_picturesize (
    id bigint NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    format character varying(4) NOT NULL,
    file character varying(80) NOT NULL,
    picture_id bigint NOT NULL,
    CONSTRAINT articles_picturesize_height_check CHECK ((height >= 0)),
    CONSTRAINT articles_picturesize_width_check CHECK ((width >= 0))
);
ALTER TABLE public.articles_picturesize ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_picturesize_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.articles_presence (
    id bigint NOT NULL,
    tab character varying(40) NOT NULL,
    since timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    writing boolean NOT NULL,
    article_id bigint NOT NULL,
    user_id integer NOT NULL
);
ALTER TABLE public.articles_presence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_presence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.articles_previewlink (
    id bigint NOT NULL,
    language character varying(2) NOT NULL,
    version integer NOT NULL,
    manuscript text NOT NULL,
    key character varying(32) NOT NULL,
    recipient character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    openings integer NOT NULL,
    last_opened_at timestamp with time zone,
    article_id bigint NOT NULL,
    by_id integer NOT NULL,
    CONSTRAINT articles_previewlink_openings_check CHECK ((openings >= 0)),
    CONSTRAINT articles_previewlink_version_check CHECK ((version >= 0))
);
ALTER TABLE public.articles_previewlink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_previewlink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.articles_printed (
    edition_id bigint NOT NULL,
    card text NOT NULL,
    version character varying(16) NOT NULL,
    page bytea NOT NULL,
    item bytea NOT NULL
);
ALTER TABLE ONLY public.articles_printed ALTER COLUMN page SET STORAGE EXTERNAL;
ALTER TABLE ONLY public.articles_printed ALTER COLUMN item SET STORAGE EXTERNAL;
CREATE TABLE public.articles_reviewnote (
    id bigint NOT NULL,
    language character varying(2) NOT NULL,
    quote text NOT NULL,
    text text NOT NULL,
    version integer NOT NULL,
    at timestamp with time zone NOT NULL,
    resolved_at timestamp with time zone,
    article_id bigint NOT NULL,
    by_id integer NOT NULL,
    resolved_by_id integer,
    CONSTRAINT articles_reviewnote_version_check CHECK ((version >= 0))
);
ALTER TABLE public.articles_reviewnote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_reviewnote_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.articles_revision (
    id bigint NOT NULL,
    version integer NOT NULL,
    at timestamp with time zone NOT NULL,
    draft jsonb NOT NULL,
    changed jsonb NOT NULL,
    article_id bigint NOT NULL,
    by_id integer NOT NULL,
    CONSTRAINT articles_revision_version_check CHECK ((version >= 0))
);
ALTER TABLE public.articles_revision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_revision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.articles_searchentry (
    place bigint NOT NULL,
    version integer NOT NULL,
    text bytea NOT NULL,
    stems bytea NOT NULL,
    edition_id bigint NOT NULL,
    head tsvector,
    words tsvector,
    pairs tsvector,
    CONSTRAINT articles_searchentry_version_check CHECK ((version >= 0))
);
ALTER TABLE ONLY public.articles_searchentry ALTER COLUMN text SET STORAGE EXTERNAL;
ALTER TABLE ONLY public.articles_searchentry ALTER COLUMN stems SET STORAGE EXTERNAL;
ALTER TABLE ONLY public.articles_searchentry ALTER COLUMN words SET STORAGE EXTERNAL;
ALTER TABLE ONLY public.articles_searchentry ALTER COLUMN pairs SET STORAGE EXTERNAL;
CREATE TABLE public.articles_seriesindex (
    id bigint NOT NULL,
    language character varying(2) NOT NULL,
    first_live_from timestamp with time zone NOT NULL,
    edition_id bigint NOT NULL,
    entry_id bigint NOT NULL
);
ALTER TABLE public.articles_seriesindex ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_seriesindex_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.articles_sourceindex (
    id bigint NOT NULL,
    language character varying(2) NOT NULL,
    first_live_from timestamp with time zone NOT NULL,
    edition_id bigint NOT NULL,
    entry_id bigint NOT NULL
);
ALTER TABLE public.articles_sourceindex ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_sourceindex_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.articles_topicindex (
    id bigint NOT NULL,
    language character varying(2) NOT NULL,
    first_live_from timestamp with time zone NOT NULL,
    edition_id bigint NOT NULL,
    entry_id bigint NOT NULL
);
ALTER TABLE public.articles_topicindex ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_topicindex_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.articles_track (
    id bigint NOT NULL,
    language character varying(2) NOT NULL,
    state character varying(10) NOT NULL,
    correction_note text NOT NULL,
    correction_kind character varying(12) NOT NULL,
    due_on date,
    article_id bigint NOT NULL,
    guest_editor_id integer,
    made_from_id bigint
);
ALTER TABLE public.articles_track ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_track_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.articles_transition (
    id bigint NOT NULL,
    language character varying(2) NOT NULL,
    verb character varying(20) NOT NULL,
    at timestamp with time zone NOT NULL,
    from_state character varying(10) NOT NULL,
    to_state character varying(10) NOT NULL,
    reason text NOT NULL,
    "when" timestamp with time zone,
    day date,
    fingerprint character varying(64) NOT NULL,
    article_id bigint NOT NULL,
    by_id integer NOT NULL,
    note_id bigint
);
ALTER TABLE public.articles_transition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_transition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.articles_version (
    name character varying(10) NOT NULL,
    number bigint NOT NULL,
    CONSTRAINT articles_version_number_check CHECK ((number >= 0))
);
CREATE TABLE public.articles_writerindex (
    id bigint NOT NULL,
    language character varying(2) NOT NULL,
    first_live_from timestamp with time zone NOT NULL,
    edition_id bigint NOT NULL,
    entry_id integer NOT NULL
);
ALTER TABLE public.articles_writerindex ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_writerindex_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.attempts_attempts (
    id bigint NOT NULL,
    what character varying(20) NOT NULL,
    who character varying(64) NOT NULL,
    empty_at timestamp with time zone NOT NULL
);
ALTER TABLE public.attempts_attempts ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.attempts_attempts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);
ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);
ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_user (
    id integer NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    is_superuser boolean NOT NULL,
    username character varying(150) NOT NULL,
    first_name character varying(150) NOT NULL,
    last_name character varying(150) NOT NULL,
    email character varying(254) NOT NULL,
    is_staff boolean NOT NULL,
    is_active boolean NOT NULL,
    date_joined timestamp with time zone NOT NULL
);
CREATE TABLE public.auth_user_groups (
    id bigint NOT NULL,
    user_id integer NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.auth_user_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_user_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.auth_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_user_user_permissions (
    id bigint NOT NULL,
    user_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.auth_user_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_user_user_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.authors_author (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    name_ar character varying(200),
    name_en character varying(200),
    slug character varying(100) NOT NULL,
    slug_ar character varying(100),
    slug_en character varying(100),
    honorific character varying(50) NOT NULL,
    honorific_ar character varying(50),
    honorific_en character varying(50),
    given_name character varying(100) NOT NULL,
    given_name_ar character varying(100),
    given_name_en character varying(100),
    family_name character varying(100) NOT NULL,
    family_name_ar character varying(100),
    family_name_en character varying(100),
    "position" character varying(200) NOT NULL,
    position_ar character varying(200),
    position_en character varying(200),
    biography text NOT NULL,
    biography_ar text,
    biography_en text,
    photo character varying(100) NOT NULL,
    orcid character varying(19) NOT NULL,
    links text NOT NULL,
    account_id integer,
    merged_into_id bigint,
    branch_id bigint
);
ALTER TABLE public.authors_author ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.authors_author_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.authors_branch (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    name_ar character varying(200),
    name_en character varying(200),
    slug character varying(100) NOT NULL,
    slug_ar character varying(100),
    slug_en character varying(100),
    city character varying(100) NOT NULL,
    city_ar character varying(100),
    city_en character varying(100),
    description text NOT NULL,
    description_ar text,
    description_en text,
    contact text NOT NULL,
    contact_ar text,
    contact_en text,
    logo character varying(100) NOT NULL,
    "order" smallint NOT NULL,
    open_notes_block boolean NOT NULL,
    review_hours smallint NOT NULL,
    CONSTRAINT authors_branch_order_check CHECK (("order" >= 0)),
    CONSTRAINT authors_branch_review_hours_check CHECK ((review_hours >= 0))
);
ALTER TABLE public.authors_branch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.authors_branch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.authors_formerslug (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    entry bigint NOT NULL,
    language character varying(2) NOT NULL,
    slug character varying(100) NOT NULL,
    CONSTRAINT authors_formerslug_entry_check CHECK ((entry >= 0))
);
ALTER TABLE public.authors_formerslug ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.authors_formerslug_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.authors_membership (
    id bigint NOT NULL,
    role character varying(10) NOT NULL,
    language character varying(2) NOT NULL,
    branch_id bigint NOT NULL,
    user_id integer NOT NULL
);
ALTER TABLE public.authors_membership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.authors_membership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.authors_oncall (
    id bigint NOT NULL,
    language character varying(2) NOT NULL,
    until date NOT NULL,
    branch_id bigint NOT NULL,
    user_id integer NOT NULL
);
ALTER TABLE public.authors_oncall ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.authors_oncall_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.authors_page (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    name_ar character varying(200),
    name_en character varying(200),
    slug character varying(100) NOT NULL,
    slug_ar character varying(100),
    slug_en character varying(100),
    body text NOT NULL,
    body_ar text,
    body_en text,
    in_menu boolean NOT NULL,
    "order" smallint NOT NULL,
    CONSTRAINT authors_page_order_check CHECK (("order" >= 0))
);
ALTER TABLE public.authors_page ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.authors_page_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.authors_series (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    name_ar character varying(200),
    name_en character varying(200),
    slug character varying(100) NOT NULL,
    slug_ar character varying(100),
    slug_en character varying(100)
);
ALTER TABLE public.authors_series ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.authors_series_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.authors_source (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    name_ar character varying(200),
    name_en character varying(200),
    slug character varying(100) NOT NULL,
    slug_ar character varying(100),
    slug_en character varying(100),
    aliases text NOT NULL,
    kind character varying(20) NOT NULL,
    url character varying(200) NOT NULL,
    logo character varying(100) NOT NULL,
    disclaimer text NOT NULL,
    disclaimer_ar text,
    disclaimer_en text,
    accent_colour character varying(7) NOT NULL,
    tag_authority character varying(200) NOT NULL
);
ALTER TABLE public.authors_source ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.authors_source_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.authors_synonym (
    id bigint NOT NULL,
    language character varying(2) NOT NULL,
    words character varying(500) NOT NULL
);
ALTER TABLE public.authors_synonym ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.authors_synonym_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.authors_topic (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    name_ar character varying(200),
    name_en character varying(200),
    slug character varying(100) NOT NULL,
    slug_ar character varying(100),
    slug_en character varying(100),
    kind character varying(20) NOT NULL
);
ALTER TABLE public.authors_topic ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.authors_topic_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_admin_log (
    id integer NOT NULL,
    action_time timestamp with time zone NOT NULL,
    object_id text,
    object_repr character varying(200) NOT NULL,
    action_flag smallint NOT NULL,
    change_message text NOT NULL,
    content_type_id integer,
    user_id integer NOT NULL,
    CONSTRAINT django_admin_log_action_flag_check CHECK ((action_flag >= 0))
);
ALTER TABLE public.django_admin_log ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_admin_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);
ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);
ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);
CREATE TABLE public.django_tasks_database_dbtaskresult (
    id uuid NOT NULL,
    status character varying(10) NOT NULL,
    args_kwargs jsonb NOT NULL,
    priority integer NOT NULL,
    task_path text NOT NULL,
    queue_name character varying(32) NOT NULL,
    backend_name character varying(32) NOT NULL,
    run_after timestamp with time zone NOT NULL,
    enqueued_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    started_at timestamp with time zone,
    return_value jsonb,
    exception_class_path text NOT NULL,
    traceback text NOT NULL,
    worker_ids jsonb NOT NULL,
    CONSTRAINT priority_range CHECK (((priority >= '-100'::integer) AND (priority <= 100)))
);
CREATE TABLE public.once_sentform (
    id bigint NOT NULL,
    person bigint NOT NULL,
    token character varying(64) NOT NULL,
    digest character varying(64) NOT NULL,
    at timestamp with time zone NOT NULL,
    status smallint NOT NULL,
    location text NOT NULL,
    content_type character varying(100) NOT NULL,
    body text NOT NULL,
    said jsonb NOT NULL,
    made bigint,
    CONSTRAINT once_sentform_made_check CHECK ((made >= 0)),
    CONSTRAINT once_sentform_person_check CHECK ((person >= 0)),
    CONSTRAINT once_sentform_status_check CHECK ((status >= 0))
);
ALTER TABLE public.once_sentform ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.once_sentform_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
INSERT INTO public.articles_article VALUES (1, 'ماء النيل', 'ماء النيل', 'Nile water', 'لا يكفي الاتفاق على الحصص.', 'لا يكفي الاتفاق على الحصص.', 'Agreeing on shares is not enough.', 'الطلب يتزايد.
قواعد الجفاف أولى.', 'الطلب يتزايد.
قواعد الجفاف أولى.', 'Demand grows.
Rules for dry years come first.', '<h2>الوضع الراهن</h2><p>الطلب على المياه يتزايد <strong>في السدود</strong><a class="footnote-ref" href="#fn-1" id="fnref-1" role="doc-noteref"><sup>1</sup></a>.</p><figure class="image"><img alt="خريطة الحوض" height="200" src="/media/9ff9af58af9dc038ca3d55fe124ce4758a0f2db83afed496e9572688cb83361a.jpg" width="360"><figcaption>خريطة الحوض</figcaption></figure><h2>النهر</h2><ul><li>في السدود</li><li>النهر &amp; في السدود</li></ul><blockquote><p>الطلب على المياه يتزايد</p></blockquote><p><a href="https://example.org/nile">النهر</a></p><h2>في السدود</h2><figure class="table"><table><thead><tr><th scope="col">النهر</th><th scope="col">2025</th></tr></thead><tbody><tr><th scope="row">في السدود</th><td>12.5%</td></tr></tbody></table><figcaption>النهر</figcaption></figure><section class="footnotes" role="doc-endnotes"><ol><li id="fn-1">الطلب على المياه يتزايد.</li></ol></section>', '<h2>الوضع الراهن</h2><p>الطلب على المياه يتزايد <strong>في السدود</strong><a class="footnote-ref" href="#fn-1" id="fnref-1" role="doc-noteref"><sup>1</sup></a>.</p><figure class="image"><img alt="خريطة الحوض" height="200" src="/media/9ff9af58af9dc038ca3d55fe124ce4758a0f2db83afed496e9572688cb83361a.jpg" width="360"><figcaption>خريطة الحوض</figcaption></figure><h2>النهر</h2><ul><li>في السدود</li><li>النهر &amp; في السدود</li></ul><blockquote><p>الطلب على المياه يتزايد</p></blockquote><p><a href="https://example.org/nile">النهر</a></p><h2>في السدود</h2><figure class="table"><table><thead><tr><th scope="col">النهر</th><th scope="col">2025</th></tr></thead><tbody><tr><th scope="row">في السدود</th><td>12.5%</td></tr></tbody></table><figcaption>النهر</figcaption></figure><section class="footnotes" role="doc-endnotes"><ol><li id="fn-1">الطلب على المياه يتزايد.</li></ol></section>', '<h2>The present</h2><p>Demand for water grows <strong>in the dams</strong><a class="footnote-ref" href="#fn-1" id="fnref-1" role="doc-noteref"><sup>1</sup></a>.</p><figure class="image"><img alt="A map" height="200" src="/media/9ff9af58af9dc038ca3d55fe124ce4758a0f2db83afed496e9572688cb83361a.jpg" width="360"><figcaption>A map</figcaption></figure><h2>The river</h2><ul><li>in the dams</li><li>The river &amp; in the dams</li></ul><blockquote><p>Demand for water grows</p></blockquote><p><a href="https://example.org/nile">The river</a></p><h2>in the dams</h2><figure class="table"><table><thead><tr><th scope="col">The river</th><th scope="col">2025</th></tr></thead><tbody><tr><th scope="row">in the dams</th><td>12.5%</td></tr></tbody></table><figcaption>The river</figcaption></figure><section class="footnotes" role="doc-endnotes"><ol><li id="fn-1">Demand for water grows.</li></ol></section>', 'ماء-النيل', 'ماء-النيل', 'nile-water', 7, 1, NULL, NULL, '', NULL, NULL, '2025-01-12 12:00:00+00', '2025-01-12 12:00:00+00', 1, 1, 1);
INSERT INTO public.articles_article VALUES (2, 'البحر الأحمر', 'البحر الأحمر', NULL, 'ملخص التقرير.', 'ملخص التقرير.', NULL, '', NULL, NULL, '<p>يضيف الطريق نحو عشرة أيام إلى ميناء جدة.</p>', '<p>يضيف الطريق نحو عشرة أيام إلى ميناء جدة.</p>', NULL, 'البحر-الأحمر', 'البحر-الأحمر', NULL, NULL, 3, NULL, NULL, '', NULL, NULL, '2025-01-20 12:00:00+00', '2025-02-02 12:00:00+00', 1, NULL, NULL);
INSERT INTO public.articles_article VALUES (3, 'النزوح', 'النزوح', NULL, 'ملخص التقرير.', 'ملخص التقرير.', NULL, '', NULL, NULL, '<p>نزح كثيرون.</p>', '<p>نزح كثيرون.</p>', NULL, 'النزوح', 'النزوح', NULL, NULL, 1, NULL, NULL, '', NULL, NULL, '2025-02-05 12:00:00+00', '2025-02-05 12:00:00+00', 1, NULL, NULL);
INSERT INTO public.articles_article VALUES (4, 'كهرباء', 'كهرباء', NULL, 'ملخص التقرير.', 'ملخص التقرير.', NULL, '', NULL, NULL, '<p>مشروع ثقة قبل الكابلات.</p>', '<p>مشروع ثقة قبل الكابلات.</p>', NULL, 'كهرباء', 'كهرباء', NULL, NULL, 2, NULL, NULL, '', NULL, NULL, '2025-02-10 12:00:00+00', '2025-02-24 12:00:00+00', 1, NULL, NULL);
INSERT INTO public.articles_article VALUES (5, 'قيد المراجعة', 'قيد المراجعة', NULL, 'ملخص التقرير.', 'ملخص التقرير.', NULL, '', NULL, NULL, '<p>نص لم يُعتمد.</p>', '<p>نص لم يُعتمد.</p>', NULL, 'قيد-المراجعة', 'قيد-المراجعة', NULL, NULL, 1, NULL, NULL, '', NULL, NULL, '2025-02-24 12:00:00+00', '2025-02-24 12:00:00+00', 1, NULL, NULL);
INSERT INTO public.articles_article_topics VALUES (1, 1, 1);
INSERT INTO public.articles_article_topics VALUES (2, 1, 2);
INSERT INTO public.articles_attribution VALUES (1, 0, 'byline', '2025-01-12', '', '', '', NULL, 1, 1);
INSERT INTO public.articles_attribution VALUES (2, 1, 'reference', '2024-11-10', 'Dams & droughts', 'en', 'https://example.org/dams?year=2024&page=1', '2025-01-02', 1, 2);
INSERT INTO public.articles_attribution VALUES (3, 2, 'reprint', '2025-01-05', '', '', '', NULL, 1, 3);
INSERT INTO public.articles_attribution VALUES (4, 0, 'byline', '2025-01-20', '', '', '', NULL, 2, 1);
INSERT INTO public.articles_attribution VALUES (5, 0, 'byline', '2025-02-05', '', '', '', NULL, 3, 1);
INSERT INTO public.articles_attribution VALUES (6, 0, 'byline', '2025-02-10', '', '', '', NULL, 4, 1);
INSERT INTO public.articles_attribution VALUES (7, 0, 'byline', '2025-02-24', '', '', '', NULL, 5, 1);
INSERT INTO public.articles_authorindex VALUES (1, 'ar', '2025-01-12 12:00:00+00', 1, 1);
INSERT INTO public.articles_authorindex VALUES (2, 'ar', '2025-01-12 12:00:00+00', 2, 1);
INSERT INTO public.articles_authorindex VALUES (3, 'en', '2025-01-14 12:00:00+00', 1, 2);
INSERT INTO public.articles_authorindex VALUES (4, 'en', '2025-01-14 12:00:00+00', 2, 2);
INSERT INTO public.articles_authorindex VALUES (5, 'ar', '2025-01-20 12:00:00+00', 1, 3);
INSERT INTO public.articles_authorindex VALUES (6, 'ar', '2025-01-20 12:00:00+00', 1, 4);
INSERT INTO public.articles_authorindex VALUES (7, 'ar', '2025-01-20 12:00:00+00', 1, 5);
INSERT INTO public.articles_authorindex VALUES (8, 'ar', '2025-02-05 12:00:00+00', 1, 6);
INSERT INTO public.articles_authorindex VALUES (9, 'ar', '2025-02-10 12:00:00+00', 1, 7);
INSERT INTO public.articles_authorindex VALUES (10, 'ar', '2025-02-10 12:00:00+00', 1, 8);
INSERT INTO public.articles_branchindex VALUES (1, 'ar', '2025-01-12 12:00:00+00', 1, 1);
INSERT INTO public.articles_branchindex VALUES (2, 'en', '2025-01-14 12:00:00+00', 1, 2);
INSERT INTO public.articles_branchindex VALUES (3, 'ar', '2025-01-20 12:00:00+00', 1, 3);
INSERT INTO public.articles_branchindex VALUES (4, 'ar', '2025-01-20 12:00:00+00', 1, 4);
INSERT INTO public.articles_branchindex VALUES (5, 'ar', '2025-01-20 12:00:00+00', 1, 5);
INSERT INTO public.articles_branchindex VALUES (6, 'ar', '2025-02-05 12:00:00+00', 1, 6);
INSERT INTO public.articles_branchindex VALUES (7, 'ar', '2025-02-10 12:00:00+00', 1, 7);
INSERT INTO public.articles_branchindex VALUES (8, 'ar', '2025-02-10 12:00:00+00', 1, 8);
INSERT INTO public.articles_credit VALUES (1, 0, 1, 1);
INSERT INTO public.articles_credit VALUES (2, 0, 2, 2);
INSERT INTO public.articles_credit VALUES (3, 0, 4, 1);
INSERT INTO public.articles_credit VALUES (4, 0, 5, 1);
INSERT INTO public.articles_credit VALUES (5, 0, 6, 1);
INSERT INTO public.articles_credit VALUES (6, 0, 7, 1);
INSERT INTO public.articles_edition VALUES (1, 'ar', 1, 1, '2025-01-12 12:00:00+00', '2025-01-12 12:00:00+00', NULL, '', '', 'ماء النيل', 34, '2025-01-12', 'ماء-النيل', '', '', 'كريم الشافعي', 1, '237e0c3e91a714b4a96571937f2d53b077b0f00b64de72ffc16b6433d5ab610d', 'f7b2b92f644aa6e3f38ccf2f8d1b443339573e7e417ebf34e3e34e9d6fe142bb', 2, 1, 'لا يكفي الاتفاق على الحصص.', '["الطلب يتزايد.", "قواعد الجفاف أولى."]', 'لا يكفي الاتفاق على الحصص.', '{"branch": {"id": 1, "name": "القاهرة", "slug": "القاهرة"}, "attributions": [{"url": "", "date": "2025-01-12", "kind": "byline", "title": "", "source": {"id": 1, "name": "مركز شاف لتحليل الأزمات والدراسات المستقبلية", "slug": "مركز-شاف"}, "authors": [{"id": 1, "name": "إلهام النجار", "slug": "إلهام-النجار", "honorific": "د.", "given_name": "إلهام", "family_name": "النجار"}], "accessed_on": null, "title_language": ""}, {"url": "https://example.org/dams?year=2024&page=1", "date": "2024-11-10", "kind": "reference", "title": "Dams & droughts", "source": {"id": 2, "name": "المجلة الأفريقية", "slug": "المجلة-الأفريقية"}, "authors": [{"id": 2, "name": "باسل المحمد", "slug": "باسل-المحمد", "honorific": "", "given_name": "", "family_name": ""}], "accessed_on": "2025-01-02", "title_language": "en"}, {"url": "", "date": "2025-01-05", "kind": "reprint", "title": "", "source": {"id": 3, "name": "الجزيرة نت", "slug": "الجزيرة-نت"}, "authors": [], "accessed_on": null, "title_language": ""}]}', '[{"id": 1, "name": "الأمن المائي", "slug": "الأمن-المائي"}, {"id": 2, "name": "حوض النيل", "slug": "حوض-النيل"}]', '{"number": 7, "series": {"id": 1, "name": "أوراق سياسات", "slug": "أوراق-سياسات"}}', '{"alt": "سد على نهر", "width": 360, "credit": "SHAF", "height": 200, "caption": "صورة تخيّلية.", "licence": "CC BY 4.0", "picture": "342c4b42969a26d62dce85e80ee9d09fb75edbd669ff6975c9f8c0d7ad2b951c.jpg"}', '[{"id": 1, "name": "سلمى عبد الرحمن"}]', '<h2 id="h-الوضع-الراهن">الوضع الراهن</h2><p>الطلب على المياه يتزايد <strong>في السدود</strong><a class="footnote-ref" href="#fn-1" id="fnref-1" role="doc-noteref"><sup>1</sup></a>.</p><figure class="image"><img alt="خريطة الحوض" height="200" src="/media/9ff9af58af9dc038ca3d55fe124ce4758a0f2db83afed496e9572688cb83361a.jpg" width="360"><figcaption>خريطة الحوض</figcaption></figure><h2 id="h-النهر">النهر</h2><ul><li>في السدود</li><li>النهر &amp; في السدود</li></ul><blockquote><p>الطلب على المياه يتزايد</p></blockquote><p><a href="https://example.org/nile">النهر</a></p><h2 id="h-في-السدود">في السدود</h2><figure class="table"><table><thead><tr><th scope="col">النهر</th><th scope="col">2025</th></tr></thead><tbody><tr><th scope="row">في السدود</th><td>12.5%</td></tr></tbody></table><figcaption>النهر</figcaption></figure><section aria-label="الحواشي" class="footnotes" role="doc-endnotes"><ol><li id="fn-1">الطلب على المياه يتزايد. <a aria-label="العودة إلى موضع الحاشية في النص" class="footnote-back" href="#fnref-1" role="doc-backlink">↑</a></li></ol></section>', '[{"id": "h-الوضع-الراهن", "text": "الوضع الراهن", "level": 2}, {"id": "h-النهر", "text": "النهر", "level": 2}, {"id": "h-في-السدود", "text": "في السدود", "level": 2}]', '["342c4b42969a26d62dce85e80ee9d09fb75edbd669ff6975c9f8c0d7ad2b951c.jpg", "9ff9af58af9dc038ca3d55fe124ce4758a0f2db83afed496e9572688cb83361a.jpg"]', '{"article":1,"attributions":[{"accessed_on":null,"authors":[{"family_name":"النجار","given_name":"إلهام","honorific":"د.","id":1,"name":"إلهام النجار","slug":"إلهام-النجار"}],"date":"2025-01-12","kind":"byline","source":{"id":1,"name":"مركز شاف لتحليل الأزمات والدراسات المستقبلية","slug":"مركز-شاف"},"title":"","title_language":"","url":""},{"accessed_on":"2025-01-02","authors":[{"family_name":"","given_name":"","honorific":"","id":2,"name":"باسل المحمد","slug":"باسل-المحمد"}],"date":"2024-11-10","kind":"reference","source":{"id":2,"name":"المجلة الأفريقية","slug":"المجلة-الأفريقية"},"title":"Dams & droughts","title_language":"en","url":"https://example.org/dams?year=2024&page=1"},{"accessed_on":null,"authors":[],"date":"2025-01-05","kind":"reprint","source":{"id":3,"name":"الجزيرة نت","slug":"الجزيرة-نت"},"title":"","title_language":"","url":""}],"body":"<h2>الوضع الراهن</h2><p>الطلب على المياه يتزايد <strong>في السدود</strong><a class=\"footnote-ref\" href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\"><sup>1</sup></a>.</p><figure class=\"image\"><img alt=\"خريطة الحوض\" height=\"200\" src=\"/media/9ff9af58af9dc038ca3d55fe124ce4758a0f2db83afed496e9572688cb83361a.jpg\" width=\"360\"><figcaption>خريطة الحوض</figcaption></figure><h2>النهر</h2><ul><li>في السدود</li><li>النهر &amp; في السدود</li></ul><blockquote><p>الطلب على المياه يتزايد</p></blockquote><p><a href=\"https://example.org/nile\">النهر</a></p><h2>في السدود</h2><figure class=\"table\"><table><thead><tr><th scope=\"col\">النهر</th><th scope=\"col\">2025</th></tr></thead><tbody><tr><th scope=\"row\">في السدود</th><td>12.5%</td></tr></tbody></table><figcaption>النهر</figcaption></figure><section class=\"footnotes\" role=\"doc-endnotes\"><ol><li id=\"fn-1\">الطلب على المياه يتزايد.</li></ol></section>","branch":{"id":1,"name":"القاهرة","slug":"القاهرة"},"correction_kind":"","correction_note":"","cover":{"alt":"سد على نهر","caption":"صورة تخيّلية.","credit":"SHAF","height":200,"licence":"CC BY 4.0","picture":"342c4b42969a26d62dce85e80ee9d09fb75edbd669ff6975c9f8c0d7ad2b951c.jpg","width":360},"key_points":["الطلب يتزايد.","قواعد الجفاف أولى."],"language":"ar","series":{"number":7,"series":{"id":1,"name":"أوراق سياسات","slug":"أوراق-سياسات"}},"slug":"ماء-النيل","standfirst":"لا يكفي الاتفاق على الحصص.","title":"ماء النيل","topics":[{"id":1,"name":"الأمن المائي","slug":"الأمن-المائي"},{"id":2,"name":"حوض النيل","slug":"حوض-النيل"}]}');
INSERT INTO public.articles_edition VALUES (2, 'en', 1, 1, '2025-01-14 12:00:00+00', '2025-01-14 12:00:00+00', NULL, '', '', 'Nile water', 44, '2025-01-12', 'nile-water', '', '', 'كريم الشافعي', 1, '945fb3ba69eb55d7bc5f17ea4c674538888556040cbadeb36b62115971ca3827', 'eabe490b7fc9bae0c4e30578724d36a73c9ac262539a5f914123a38743e031f7', 2, 1, 'Agreeing on shares is not enough.', '["Demand grows.", "Rules for dry years come first."]', 'Agreeing on shares is not enough.', '{"branch": {"id": 1, "name": "Cairo", "slug": "cairo"}, "attributions": [{"url": "", "date": "2025-01-12", "kind": "byline", "title": "", "source": {"id": 1, "name": "SHAF Centre", "slug": "shaf"}, "authors": [{"id": 1, "name": "Elham El-Naggar", "slug": "elham-el-naggar", "honorific": "Dr.", "given_name": "", "family_name": ""}], "accessed_on": null, "title_language": ""}, {"url": "https://example.org/dams?year=2024&page=1", "date": "2024-11-10", "kind": "reference", "title": "Dams & droughts", "source": {"id": 2, "name": "The African Journal", "slug": "the-african-journal"}, "authors": [{"id": 2, "name": "Basel Al-Mohammad", "slug": "basel-al-mohammad", "honorific": "", "given_name": "", "family_name": ""}], "accessed_on": "2025-01-02", "title_language": "en"}, {"url": "", "date": "2025-01-05", "kind": "reprint", "title": "", "source": {"id": 3, "name": "Al Jazeera Net", "slug": "al-jazeera-net"}, "authors": [], "accessed_on": null, "title_language": ""}]}', '[{"id": 1, "name": "Water security", "slug": "water-security"}, {"id": 2, "name": "The Nile basin", "slug": "the-nile-basin"}]', '{"number": 7, "series": {"id": 1, "name": "Policy papers", "slug": "policy-papers"}}', '{"alt": "A dam on a river", "width": 360, "credit": "SHAF", "height": 200, "caption": "Imagined.", "licence": "CC BY 4.0", "picture": "342c4b42969a26d62dce85e80ee9d09fb75edbd669ff6975c9f8c0d7ad2b951c.jpg"}', '[{"id": 1, "name": "سلمى عبد الرحمن"}]', '<h2 id="h-the-present">The present</h2><p>Demand for water grows <strong>in the dams</strong><a class="footnote-ref" href="#fn-1" id="fnref-1" role="doc-noteref"><sup>1</sup></a>.</p><figure class="image"><img alt="A map" height="200" src="/media/9ff9af58af9dc038ca3d55fe124ce4758a0f2db83afed496e9572688cb83361a.jpg" width="360"><figcaption>A map</figcaption></figure><h2 id="h-the-river">The river</h2><ul><li>in the dams</li><li>The river &amp; in the dams</li></ul><blockquote><p>Demand for water grows</p></blockquote><p><a href="https://example.org/nile">The river</a></p><h2 id="h-in-the-dams">in the dams</h2><figure class="table"><table><thead><tr><th scope="col">The river</th><th scope="col">2025</th></tr></thead><tbody><tr><th scope="row">in the dams</th><td>12.5%</td></tr></tbody></table><figcaption>The river</figcaption></figure><section aria-label="Footnotes" class="footnotes" role="doc-endnotes"><ol><li id="fn-1">Demand for water grows. <a aria-label="Back to where the footnote belongs" class="footnote-back" href="#fnref-1" role="doc-backlink">↑</a></li></ol></section>', '[{"id": "h-the-present", "text": "The present", "level": 2}, {"id": "h-the-river", "text": "The river", "level": 2}, {"id": "h-in-the-dams", "text": "in the dams", "level": 2}]', '["342c4b42969a26d62dce85e80ee9d09fb75edbd669ff6975c9f8c0d7ad2b951c.jpg", "9ff9af58af9dc038ca3d55fe124ce4758a0f2db83afed496e9572688cb83361a.jpg"]', '{"article":1,"attributions":[{"accessed_on":null,"authors":[{"family_name":"","given_name":"","honorific":"Dr.","id":1,"name":"Elham El-Naggar","slug":"elham-el-naggar"}],"date":"2025-01-12","kind":"byline","source":{"id":1,"name":"SHAF Centre","slug":"shaf"},"title":"","title_language":"","url":""},{"accessed_on":"2025-01-02","authors":[{"family_name":"","given_name":"","honorific":"","id":2,"name":"Basel Al-Mohammad","slug":"basel-al-mohammad"}],"date":"2024-11-10","kind":"reference","source":{"id":2,"name":"The African Journal","slug":"the-african-journal"},"title":"Dams & droughts","title_language":"en","url":"https://example.org/dams?year=2024&page=1"},{"accessed_on":null,"authors":[],"date":"2025-01-05","kind":"reprint","source":{"id":3,"name":"Al Jazeera Net","slug":"al-jazeera-net"},"title":"","title_language":"","url":""}],"body":"<h2>The present</h2><p>Demand for water grows <strong>in the dams</strong><a class=\"footnote-ref\" href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\"><sup>1</sup></a>.</p><figure class=\"image\"><img alt=\"A map\" height=\"200\" src=\"/media/9ff9af58af9dc038ca3d55fe124ce4758a0f2db83afed496e9572688cb83361a.jpg\" width=\"360\"><figcaption>A map</figcaption></figure><h2>The river</h2><ul><li>in the dams</li><li>The river &amp; in the dams</li></ul><blockquote><p>Demand for water grows</p></blockquote><p><a href=\"https://example.org/nile\">The river</a></p><h2>in the dams</h2><figure class=\"table\"><table><thead><tr><th scope=\"col\">The river</th><th scope=\"col\">2025</th></tr></thead><tbody><tr><th scope=\"row\">in the dams</th><td>12.5%</td></tr></tbody></table><figcaption>The river</figcaption></figure><section class=\"footnotes\" role=\"doc-endnotes\"><ol><li id=\"fn-1\">Demand for water grows.</li></ol></section>","branch":{"id":1,"name":"Cairo","slug":"cairo"},"correction_kind":"","correction_note":"","cover":{"alt":"A dam on a river","caption":"Imagined.","credit":"SHAF","height":200,"licence":"CC BY 4.0","picture":"342c4b42969a26d62dce85e80ee9d09fb75edbd669ff6975c9f8c0d7ad2b951c.jpg","width":360},"key_points":["Demand grows.","Rules for dry years come first."],"language":"en","series":{"number":7,"series":{"id":1,"name":"Policy papers","slug":"policy-papers"}},"slug":"nile-water","standfirst":"Agreeing on shares is not enough.","title":"Nile water","topics":[{"id":1,"name":"Water security","slug":"water-security"},{"id":2,"name":"The Nile basin","slug":"the-nile-basin"}]}');
INSERT INTO public.articles_edition VALUES (3, 'ar', 1, 1, '2025-01-20 12:00:00+00', '2025-01-20 12:00:00+00', '2025-01-25 12:00:00+00', 'superseded', '', 'البحر الأحمر', 7, '2025-01-20', 'البحر-الأحمر', '', '', 'كريم الشافعي', 1, '66adb9e770df3f5bd5432e7dc7f25e218a88ab080fc892cb3d54ad1f361fd51a', '9fa527b1df330cea2e50c63e440a9f2513b1ddda580da116c70abfc2c3008b7d', 2, 2, 'ملخص التقرير.', '[]', 'ملخص التقرير.', '{"branch": {"id": 1, "name": "القاهرة", "slug": "القاهرة"}, "attributions": [{"url": "", "date": "2025-01-20", "kind": "byline", "title": "", "source": {"id": 1, "name": "مركز شاف لتحليل الأزمات والدراسات المستقبلية", "slug": "مركز-شاف"}, "authors": [{"id": 1, "name": "إلهام النجار", "slug": "إلهام-النجار", "honorific": "د.", "given_name": "إلهام", "family_name": "النجار"}], "accessed_on": null, "title_language": ""}]}', '[]', NULL, NULL, '[{"id": 1, "name": "سلمى عبد الرحمن"}]', '<p>يضيف الطريق الأطول نحو أسبوعين إلى الرحلة.</p>', '[]', '[]', '{"article":2,"attributions":[{"accessed_on":null,"authors":[{"family_name":"النجار","given_name":"إلهام","honorific":"د.","id":1,"name":"إلهام النجار","slug":"إلهام-النجار"}],"date":"2025-01-20","kind":"byline","source":{"id":1,"name":"مركز شاف لتحليل الأزمات والدراسات المستقبلية","slug":"مركز-شاف"},"title":"","title_language":"","url":""}],"body":"<p>يضيف الطريق الأطول نحو أسبوعين إلى الرحلة.</p>","branch":{"id":1,"name":"القاهرة","slug":"القاهرة"},"correction_kind":"","correction_note":"","cover":null,"key_points":[],"language":"ar","series":null,"slug":"البحر-الأحمر","standfirst":"ملخص التقرير.","title":"البحر الأحمر","topics":[]}');
INSERT INTO public.articles_edition VALUES (4, 'ar', 2, 2, '2025-01-25 12:00:00+00', '2025-01-20 12:00:00+00', '2025-02-02 12:00:00+00', 'superseded', '', 'البحر الأحمر', 7, '2025-01-20', 'البحر-الأحمر', 'الصحيح نحو عشرة أيام.', 'substantive', 'كريم الشافعي', 1, '8e3b4b7c66ae09c546bcc3379b390912eed75de4928c0c480fe7682e983ffaec', 'a4771b0fce4fd816ae6fde52ac227e709d8f931b50b03374250c2688bc728732', 2, 2, 'ملخص التقرير.', '[]', 'ملخص التقرير.', '{"branch": {"id": 1, "name": "القاهرة", "slug": "القاهرة"}, "attributions": [{"url": "", "date": "2025-01-20", "kind": "byline", "title": "", "source": {"id": 1, "name": "مركز شاف لتحليل الأزمات والدراسات المستقبلية", "slug": "مركز-شاف"}, "authors": [{"id": 1, "name": "إلهام النجار", "slug": "إلهام-النجار", "honorific": "د.", "given_name": "إلهام", "family_name": "النجار"}], "accessed_on": null, "title_language": ""}]}', '[]', NULL, NULL, '[{"id": 1, "name": "سلمى عبد الرحمن"}]', '<p>يضيف الطريق نحو عشرة أيام إلى الرحلة.</p>', '[]', '[]', '{"article":2,"attributions":[{"accessed_on":null,"authors":[{"family_name":"النجار","given_name":"إلهام","honorific":"د.","id":1,"name":"إلهام النجار","slug":"إلهام-النجار"}],"date":"2025-01-20","kind":"byline","source":{"id":1,"name":"مركز شاف لتحليل الأزمات والدراسات المستقبلية","slug":"مركز-شاف"},"title":"","title_language":"","url":""}],"body":"<p>يضيف الطريق نحو عشرة أيام إلى الرحلة.</p>","branch":{"id":1,"name":"القاهرة","slug":"القاهرة"},"correction_kind":"substantive","correction_note":"الصحيح نحو عشرة أيام.","cover":null,"key_points":[],"language":"ar","series":null,"slug":"البحر-الأحمر","standfirst":"ملخص التقرير.","title":"البحر الأحمر","topics":[]}');
INSERT INTO public.articles_edition VALUES (5, 'ar', 3, 3, '2025-02-02 12:00:00+00', '2025-01-20 12:00:00+00', NULL, '', '', 'البحر الأحمر', 8, '2025-01-20', 'البحر-الأحمر', 'صُحّح اسم الميناء.', 'minor', 'كريم الشافعي', 1, 'f4de01cb89318f907f7a3f966b7cea9caeccc7f49f3fd12d9e0e7333108c87fe', 'dc7a425849f8a76e6035ba7f1add85429eb345a2410b66ee4002abece38d2bbe', 2, 2, 'ملخص التقرير.', '[]', 'ملخص التقرير.', '{"branch": {"id": 1, "name": "القاهرة", "slug": "القاهرة"}, "attributions": [{"url": "", "date": "2025-01-20", "kind": "byline", "title": "", "source": {"id": 1, "name": "مركز شاف لتحليل الأزمات والدراسات المستقبلية", "slug": "مركز-شاف"}, "authors": [{"id": 1, "name": "إلهام النجار", "slug": "إلهام-النجار", "honorific": "د.", "given_name": "إلهام", "family_name": "النجار"}], "accessed_on": null, "title_language": ""}]}', '[]', NULL, NULL, '[{"id": 1, "name": "سلمى عبد الرحمن"}]', '<p>يضيف الطريق نحو عشرة أيام إلى ميناء جدة.</p>', '[]', '[]', '{"article":2,"attributions":[{"accessed_on":null,"authors":[{"family_name":"النجار","given_name":"إلهام","honorific":"د.","id":1,"name":"إلهام النجار","slug":"إلهام-النجار"}],"date":"2025-01-20","kind":"byline","source":{"id":1,"name":"مركز شاف لتحليل الأزمات والدراسات المستقبلية","slug":"مركز-شاف"},"title":"","title_language":"","url":""}],"body":"<p>يضيف الطريق نحو عشرة أيام إلى ميناء جدة.</p>","branch":{"id":1,"name":"القاهرة","slug":"القاهرة"},"correction_kind":"minor","correction_note":"صُحّح اسم الميناء.","cover":null,"key_points":[],"language":"ar","series":null,"slug":"البحر-الأحمر","standfirst":"ملخص التقرير.","title":"البحر الأحمر","topics":[]}');
INSERT INTO public.articles_edition VALUES (6, 'ar', 1, 1, '2025-02-05 12:00:00+00', '2025-02-05 12:00:00+00', '2025-02-20 12:00:00+00', 'withdrawn', 'سُحب إلى حين التحقق من الأرقام.', 'النزوح', 2, '2025-02-05', 'النزوح', '', '', 'كريم الشافعي', 1, 'ed1377cd46f951cffaa67b1ab8f5efe1d00dd88fc3ca38da61128e8c8cd61208', 'db4d01024a47677c2495eb67eb41e5fa30fa49f08a9d362d2cce8e7298539471', 2, 3, 'ملخص التقرير.', '[]', 'ملخص التقرير.', '{"branch": {"id": 1, "name": "القاهرة", "slug": "القاهرة"}, "attributions": [{"url": "", "date": "2025-02-05", "kind": "byline", "title": "", "source": {"id": 1, "name": "مركز شاف لتحليل الأزمات والدراسات المستقبلية", "slug": "مركز-شاف"}, "authors": [{"id": 1, "name": "إلهام النجار", "slug": "إلهام-النجار", "honorific": "د.", "given_name": "إلهام", "family_name": "النجار"}], "accessed_on": null, "title_language": ""}]}', '[]', NULL, NULL, '[{"id": 1, "name": "سلمى عبد الرحمن"}]', '<p>نزح كثيرون.</p>', '[]', '[]', '{"article":3,"attributions":[{"accessed_on":null,"authors":[{"family_name":"النجار","given_name":"إلهام","honorific":"د.","id":1,"name":"إلهام النجار","slug":"إلهام-النجار"}],"date":"2025-02-05","kind":"byline","source":{"id":1,"name":"مركز شاف لتحليل الأزمات والدراسات المستقبلية","slug":"مركز-شاف"},"title":"","title_language":"","url":""}],"body":"<p>نزح كثيرون.</p>","branch":{"id":1,"name":"القاهرة","slug":"القاهرة"},"correction_kind":"","correction_note":"","cover":null,"key_points":[],"language":"ar","series":null,"slug":"النزوح","standfirst":"ملخص التقرير.","title":"النزوح","topics":[]}');
INSERT INTO public.articles_edition VALUES (7, 'ar', 1, 1, '2025-02-10 12:00:00+00', '2025-02-10 12:00:00+00', '2099-01-01 07:00:00+00', 'superseded', '', 'كهرباء', 2, '2025-02-10', 'كهرباء', '', '', 'كريم الشافعي', 1, '5adf273932dffed8e7060b6f6f82e74614c926d95ea299f32deb63a50562fb62', '7426acb9f43f5a022365437322aec511a5e685739956a7c0e2469c473045ce07', 2, 4, 'ملخص التقرير.', '[]', 'ملخص التقرير.', '{"branch": {"id": 1, "name": "القاهرة", "slug": "القاهرة"}, "attributions": [{"url": "", "date": "2025-02-10", "kind": "byline", "title": "", "source": {"id": 1, "name": "مركز شاف لتحليل الأزمات والدراسات المستقبلية", "slug": "مركز-شاف"}, "authors": [{"id": 1, "name": "إلهام النجار", "slug": "إلهام-النجار", "honorific": "د.", "given_name": "إلهام", "family_name": "النجار"}], "accessed_on": null, "title_language": ""}]}', '[]', NULL, NULL, '[{"id": 1, "name": "سلمى عبد الرحمن"}]', '<p>مشروع ثقة.</p>', '[]', '[]', '{"article":4,"attributions":[{"accessed_on":null,"authors":[{"family_name":"النجار","given_name":"إلهام","honorific":"د.","id":1,"name":"إلهام النجار","slug":"إلهام-النجار"}],"date":"2025-02-10","kind":"byline","source":{"id":1,"name":"مركز شاف لتحليل الأزمات والدراسات المستقبلية","slug":"مركز-شاف"},"title":"","title_language":"","url":""}],"body":"<p>مشروع ثقة.</p>","branch":{"id":1,"name":"القاهرة","slug":"القاهرة"},"correction_kind":"","correction_note":"","cover":null,"key_points":[],"language":"ar","series":null,"slug":"كهرباء","standfirst":"ملخص التقرير.","title":"كهرباء","topics":[]}');
INSERT INTO public.articles_edition VALUES (8, 'ar', 2, 2, '2099-01-01 07:00:00+00', '2025-02-10 12:00:00+00', NULL, '', '', 'كهرباء', 4, '2025-02-10', 'كهرباء', 'أُضيف مصدر.', 'minor', 'كريم الشافعي', 1, 'fbd1d49571c1d01fa78de2431fe8af35df9692a37c540143e509b6b8e395213b', 'b268af738e1904eef6c433a2d2866b54264bb17fb5e2cfb077bb226e79597d91', 2, 4, 'ملخص التقرير.', '[]', 'ملخص التقرير.', '{"branch": {"id": 1, "name": "القاهرة", "slug": "القاهرة"}, "attributions": [{"url": "", "date": "2025-02-10", "kind": "byline", "title": "", "source": {"id": 1, "name": "مركز شاف لتحليل الأزمات والدراسات المستقبلية", "slug": "مركز-شاف"}, "authors": [{"id": 1, "name": "إلهام النجار", "slug": "إلهام-النجار", "honorific": "د.", "given_name": "إلهام", "family_name": "النجار"}], "accessed_on": null, "title_language": ""}]}', '[]', NULL, NULL, '[{"id": 1, "name": "سلمى عبد الرحمن"}]', '<p>مشروع ثقة قبل الكابلات.</p>', '[]', '[]', '{"article":4,"attributions":[{"accessed_on":null,"authors":[{"family_name":"النجار","given_name":"إلهام","honorific":"د.","id":1,"name":"إلهام النجار","slug":"إلهام-النجار"}],"date":"2025-02-10","kind":"byline","source":{"id":1,"name":"مركز شاف لتحليل الأزمات والدراسات المستقبلية","slug":"مركز-شاف"},"title":"","title_language":"","url":""}],"body":"<p>مشروع ثقة قبل الكابلات.</p>","branch":{"id":1,"name":"القاهرة","slug":"القاهرة"},"correction_kind":"minor","correction_note":"أُضيف مصدر.","cover":null,"key_points":[],"language":"ar","series":null,"slug":"كهرباء","standfirst":"ملخص التقرير.","title":"كهرباء","topics":[]}');
INSERT INTO public.articles_notice VALUES (1, 'submit', '1:submit', 'ar', '', NULL, NULL, '2025-01-12 12:00:00+00', NULL, '', NULL, 0, '', '', 1, NULL, 1, 2);
INSERT INTO public.articles_notice VALUES (2, 'approve', '2:approve', 'ar', '', NULL, NULL, '2025-01-12 12:00:00+00', NULL, '', NULL, 0, '', '', 1, NULL, 2, 1);
INSERT INTO public.articles_notice VALUES (3, 'submit', '3:submit', 'en', '', NULL, NULL, '2025-01-14 12:00:00+00', NULL, '', NULL, 0, '', '', 1, NULL, 1, 2);
INSERT INTO public.articles_notice VALUES (4, 'approve', '4:approve', 'en', '', NULL, NULL, '2025-01-14 12:00:00+00', NULL, '', NULL, 0, '', '', 1, NULL, 2, 1);
INSERT INTO public.articles_notice VALUES (5, 'submit', '5:submit', 'ar', '', NULL, NULL, '2025-01-20 12:00:00+00', NULL, '', NULL, 0, '', '', 2, NULL, 1, 2);
INSERT INTO public.articles_notice VALUES (6, 'approve', '6:approve', 'ar', '', NULL, NULL, '2025-01-20 12:00:00+00', NULL, '', NULL, 0, '', '', 2, NULL, 2, 1);
INSERT INTO public.articles_notice VALUES (7, 'submit', '8:submit', 'ar', '', NULL, NULL, '2025-01-25 12:00:00+00', NULL, '', NULL, 0, '', '', 2, NULL, 1, 2);
INSERT INTO public.articles_notice VALUES (8, 'approve', '9:approve', 'ar', '', NULL, NULL, '2025-01-25 12:00:00+00', NULL, '', NULL, 0, '', '', 2, NULL, 2, 1);
INSERT INTO public.articles_notice VALUES (9, 'submit', '11:submit', 'ar', '', NULL, NULL, '2025-02-02 12:00:00+00', NULL, '', NULL, 0, '', '', 2, NULL, 1, 2);
INSERT INTO public.articles_notice VALUES (10, 'approve', '12:approve', 'ar', '', NULL, NULL, '2025-02-02 12:00:00+00', NULL, '', NULL, 0, '', '', 2, NULL, 2, 1);
INSERT INTO public.articles_notice VALUES (11, 'submit', '13:submit', 'ar', '', NULL, NULL, '2025-02-05 12:00:00+00', NULL, '', NULL, 0, '', '', 3, NULL, 1, 2);
INSERT INTO public.articles_notice VALUES (12, 'approve', '14:approve', 'ar', '', NULL, NULL, '2025-02-05 12:00:00+00', NULL, '', NULL, 0, '', '', 3, NULL, 2, 1);
INSERT INTO public.articles_notice VALUES (13, 'withdraw', '15:withdraw', 'ar', 'سُحب إلى حين التحقق من الأرقام.', NULL, NULL, '2025-02-20 12:00:00+00', NULL, '', NULL, 0, '', '', 3, NULL, 2, 1);
INSERT INTO public.articles_notice VALUES (14, 'submit', '16:submit', 'ar', '', NULL, NULL, '2025-02-10 12:00:00+00', NULL, '', NULL, 0, '', '', 4, NULL, 1, 2);
INSERT INTO public.articles_notice VALUES (15, 'approve', '17:approve', 'ar', '', NULL, NULL, '2025-02-10 12:00:00+00', NULL, '', NULL, 0, '', '', 4, NULL, 2, 1);
INSERT INTO public.articles_notice VALUES (16, 'submit', '19:submit', 'ar', '', NULL, NULL, '2025-02-24 12:00:00+00', NULL, '', NULL, 0, '', '', 4, NULL, 1, 2);
INSERT INTO public.articles_notice VALUES (17, 'scheduled', '20:scheduled', 'ar', '', '2099-01-01 07:00:00+00', NULL, '2025-02-24 12:00:00+00', NULL, '', NULL, 0, '', '', 4, NULL, 2, 1);
INSERT INTO public.articles_notice VALUES (18, 'submit', '22:submit', 'ar', '', NULL, NULL, '2025-02-24 12:00:00+00', NULL, '', NULL, 0, '', '', 5, NULL, 1, 2);
INSERT INTO public.articles_notice VALUES (19, 'remark', '23:remark', 'ar', 'أين المصدر؟', NULL, NULL, '2025-02-24 12:00:00+00', NULL, '', NULL, 0, '', '', 5, NULL, 2, 1);
INSERT INTO public.articles_picture VALUES (1, '342c4b42969a26d62dce85e80ee9d09fb75edbd669ff6975c9f8c0d7ad2b951c.jpg', 360, 200, '', 'سد على نهر', 'A dam on a river', '', 'صورة تخيّلية.', 'Imagined.', 'SHAF', 'CC BY 4.0', '2025-01-12 12:00:00+00', 1, 1);
INSERT INTO public.articles_picture VALUES (2, '9ff9af58af9dc038ca3d55fe124ce4758a0f2db83afed496e9572688cb83361a.jpg', 360, 200, '', 'خريطة الحوض', 'A map of the basin', '', 'صورة تخيّلية.', 'Imagined.', 'SHAF', 'CC BY 4.0', '2025-01-12 12:00:00+00', 1, 1);
INSERT INTO public.articles_pictureindex VALUES (1, '342c4b42969a26d62dce85e80ee9d09fb75edbd669ff6975c9f8c0d7ad2b951c.jpg', 1);
INSERT INTO public.articles_pictureindex VALUES (2, '9ff9af58af9dc038ca3d55fe124ce4758a0f2db83afed496e9572688cb83361a.jpg', 1);
INSERT INTO public.articles_pictureindex VALUES (3, '342c4b42969a26d62dce85e80ee9d09fb75edbd669ff6975c9f8c0d7ad2b951c.jpg', 2);
INSERT INTO public.articles_pictureindex VALUES (4, '9ff9af58af9dc038ca3d55fe124ce4758a0f2db83afed496e9572688cb83361a.jpg', 2);
INSERT INTO public.articles_picturesize VALUES (1, 320, 178, 'avif', '342c4b42969a26d62dce85e80ee9d09fb75edbd669ff6975c9f8c0d7ad2b951c.jpg.w320.avif', 1);
INSERT INTO public.articles_picturesize VALUES (2, 320, 178, 'webp', '342c4b42969a26d62dce85e80ee9d09fb75edbd669ff6975c9f8c0d7ad2b951c.jpg.w320.webp', 1);
INSERT INTO public.articles_picturesize VALUES (3, 320, 178, 'avif', '9ff9af58af9dc038ca3d55fe124ce4758a0f2db83afed496e9572688cb83361a.jpg.w320.avif', 2);
INSERT INTO public.articles_picturesize VALUES (4, 320, 178, 'webp', '9ff9af58af9dc038ca3d55fe124ce4758a0f2db83afed496e9572688cb83361a.jpg.w320.webp', 2);
INSERT INTO public.articles_previewlink VALUES (1, 'ar', 1, '{"article":5,"attributions":[{"accessed_on":null,"authors":[{"family_name":"النجار","given_name":"إلهام","honorific":"د.","id":1,"name":"إلهام النجار","slug":"إلهام-النجار"}],"date":"2025-02-24","kind":"byline","source":{"id":1,"name":"مركز شاف لتحليل الأزمات والدراسات المستقبلية","slug":"مركز-شاف"},"title":"","title_language":"","url":""}],"body":"<p>نص لم يُعتمد.</p>","branch":{"id":1,"name":"القاهرة","slug":"القاهرة"},"correction_kind":"","correction_note":"","cover":null,"key_points":[],"language":"ar","series":null,"slug":"قيد-المراجعة","standfirst":"ملخص التقرير.","title":"قيد المراجعة","topics":[]}', 'wS__kyJZ6OXa_Usk', 'مراجع خارجي', '2025-02-24 12:00:00+00', '2025-02-27 12:00:00+00', NULL, 0, NULL, 5, 1);
INSERT INTO public.articles_printed VALUES (1, '<article class="card">
<p class="kicker"><span>فرع القاهرة</span> <span>
  <bdi>أوراق سياسات</bdi>، 
  <span>العدد 7</span></span></p>
<h2 class="headline"><a href="/articles/1/%D9%85%D8%A7%D8%A1-%D8%A7%D9%84%D9%86%D9%8A%D9%84/">ماء النيل</a></h2>
<p class="summary">لا يكفي الاتفاق على الحصص.</p>
<p class="byline">
  <span class="names"><bdi>د. إلهام النجار</bdi></span>
  <time datetime="2025-01-12">12 يناير 2025</time></p>
</article>
', 'b1b0f73137f41372', '\x789ccd595b6fdbca117ef7af58b070910354e245775792e1c408ce7b5fdac715b994784c912c4959f1794b7c4b8502c5f90985915a769da84ee21aea2fa15efb4b3ab3e44aababedd4410b58e6722fb333b333dfcc0eeb348c1dd365c4746914359490057e182bcdad7a87518b85a2df0f98e7786d1c0844df81631eb05069d629e984cc6e286a2ba49ed96191babd5fdddeab6cefd7b6ab45fedf907a2ad87ea9f39e9aaa34276f93db644c92cbc9c9e41dfc3f87d7abba4a9ba41e05d46b6e1132db2262a1233628707255895cba8191e35de9f09e18487b447b6f0f76aeb72ca7995c4cdec38e97937724f932192497c917f85dd7551c4436923f136481f3824c26e364948c48a5aef2aee92340ade9cdc9292cff6b2aced9643039a9abd02be92d8aa967d94e18819e81da258149c793b793015f837b8346383b6320f1a7b4f7637297dce5d34da6945a47aee331a529d813fd1eedb2483e18da8b3b7e98a9ad249d4b45525b29b7746c65def34a52a1ae2a24646e4349490a1d8ef224f900dc9e03b3a799ecc90dc8723bd363a628643676ba8c583466d86828866694729a9ed30da5a91ba88f332031486e098ed4559c351512153c4aae84bddca2b693ab1d928c26ef60e53b188203bd048d8dd08ca4c351539b8696edb47be1d4e84dff10ed1814eb9831f437eb91df0b4d46e2a300b873bab4cd547ae8d80a894233623168b4cb2c87aa85a261165b45a356ae51a36c950dcb64d512ab6a8cd52cad66b72a2566b5ac72b966dbe55aa564d6ecaaa959156a19ad5a4937f33f05ed7cbf606879244fa0d1873d9c9f1970f5a2eb78b9be63c59d1d52d143d6fd8194cbf0f80da919877d6525937dd60abe239348fe894c3add36f2f3accc2884efd8500a654d211de6b43b311a11bc50175ae0c023e13ce08280270ab1596c7682d0f143273e6a281d58a3a0596427ce4dc2a441ecf8602da9abdf715c0043bb4e3e8161fd02f406c9553e332930c62e75ddd4fe7ff7e3deebd4d0c90bdef1ea1579f90752cc6b69ef0fb0289dad4afb6cf137befd56dd720e67f6e8f6ba5e8416193113a74e21971de502dff1e208440d1d9a73698bb92e68ec686e1091c8208e35df995c244390e8b3c02600dbe41ebcc280e93d17feb94e0a70f7f01b821b82e49fb9238e406a18e433c0cbd0bdc6a8639c7cc3d1ea2d411c45958ba92a27a9661240d3a392845ecc564b311d9ac930ebe28c9f826b5fc35e8314a639fb7ecabea0efb243e6e60c09027fd5c9f1c5ef937f2663dee4987f3e39cba8f201220fa4989589fd30e5d4d09ab3f6e3d723f8a73c81e50227230c8a221e645d1235954bab823e9b737613b337b1a4b6f5122f6b1d2346ceb7731bb494461824fc88c96b559af90e153c63c20061e4e1539278060f47d41f26f722087c999cee90357b2a59f0013ba907b27d4be175728ad634399fb379f0f038f4bdf6aab3c8466672d8be1f7b7ecc7220c7541adbcbe90a5799ed410fbe84be0b686df9660e67e364506c2f68ea40131ec82a8ff20b218ac33b4c7d72840218ad51bb54a576cd32b542d5a405ab54b2996e144d56acc080661b56ab5aa036b38ab532ab952a46b95a35a1ab50d6e9632354b1cac1bf58e2e0af6bda9342d4f371b93944ade67231463d07370fc6a84fc92d18d97d96c8241fd17215e2fad4823c1b7082fe7ca4108b997efa4ea323cf9423961cb056129b0b35d348b3000e59747c080f326c5b0b012bb0ef718ebeb4ff26df165c4cdd19220c8f48cbfe09bd229aa5cbc8af6937f82d5933156355bde5fae6c11f7be0964f040aeeafeafcf229bc77e23888765495bd01065c96f7c3b6ea392e5b8e14817438cb1161d319ad881fab8eea7161e6c183dbc8db9af35bda473ec679a88b690bb5230736702526a0b31dfa3d001098e578167bd350b485ed6f7083c909e1e9cd101b27b0ed35a40de823683f7c0778e075001e21364964fa0852907bcd9f4cdc591ace2e2530a0e26255106af9d6d122bdd0efafd432276bc16d275fda86376b4a2b25a2663caaa085795797585be9df22639cd3890085cbe4eb64a02cc6ac480e4bccb3d2be26265598b9a4f10b82d7537c228f16b4c4c318854794fa9026e7a772bcfe98b287f737a12fb807de2db19b6b51f3408ab14b9115c7e1627ca034ff7df6cb346fe269939c8f72dd4e1f487d56ef305d3fcaea1d0b29388de3d069f5b02b529625fc00f60e975734709e8889b40fa780219c27ff800b3f9f798d9757b4c82c85b5dc155b286986c72fbf562cf2df3b50222c830ede6f4937fd34e2e24d1f6ff4a234026d5efb789995468ad24d5f178510ee21c7783df8ca137ae411ace6046b1829cb17c9675eddb8e6376ce8187167e7f592cc14e005051ba69725f9f20f6c4e95cdad5ac8738ccb93219767419aff93ba05f2b48273e0fa921fe12789f78da50d55d355a9a4314759b5dc552693a915f57c938cbf93ad2ca8af24d497f6609d6e41c7d3ea9b2e99d89e28f54dcb6eb569912d65e6069496e5281758f6c37acdb3db4975bee2870c2f5b482ae2bed47ebdda428668e09903e0d513ab4fcf671bc59c0eb6a1816d68aace6da3b8ca36e6288f01ffd1fdce24caa61333e252cc14990779a3138201c520c43eed4659ee6341e4842c34aaab387bc30659009f53b43037cb0a5914291b921b0b76dc3d62346ca0347ceb0012ff862eb3f5a485eb153d55b2289ddef3ffe387fd51037fd41ee18fdfd3d30444bd945c46d4c573128eedc95e0428f019a30686c933b94c0d9b1251947a01763a48fe8ed5afbf009adf1229f0604ccd8a358403cb95549d5ae77c4f813aad04aa2d3da8daadb9e2d0b4a61dfb70c3894402bb0a0b316780df382dff2c7f2248292cebba209c1d15bb0e11d2c0524e0f4420424cdbf2095c000f6702102e93bf4d061220c86c771ccb0277c42f080f31ba2f7dcb58c15c5902d8e20ab6f88d6fee9bc30ca1e63e19441d1ab235dafdcacff898acc9529604104edca7f92e5377b1fcd45852a5be6d689bc581099cd276616fdb780d7f11c053def10ea9eb58f01ac20fa8bccea4f67cdb775dbf4f3c1fbf4a61e59e67b6d73c0f193ef110840c318ac095a3f64277177e8d4731c561ea5b255f2f11e81d13a87ff122d6e937caf4266ffa5dd5e1c55335f0a3f87f2ed6efbf51927ebf9fb7a9c95abe7fc085e22715668f7cd009767b8f136c8311c1a5034c6808c078fc4436bbd471637f6737eab57e0244fb169d7185e3ddefbf15837bed90fb6c56a0ffc073a76be87a8fe030030535bdf3602bfb0cdcdcfa0f9c7bc7fc', '\x789cbd57cd6edb4610befb29162c5ca407893f1225b1a558d83182de7bea71c95d496c285125a9b839c6b195d49722cf6014725c27ae9db886de6479ed937466979428598e63a0cd41d472f667be99f96666e9b2f0196161d2d5922cd2484447fdae4613cddb72c79e4bc920e1bdae36c8b271faadaea761c6ebe1e8198d42a6fb091d05039eeadb7b9ded9df6f69eb3dd69caa75591b471bc6b4a89a36b5efe425c8a3911b3fc303f80e72b787debead473f53128ed85fd49c2bd2d42dc70d8276912dca17dc85948f546d30a9a7ed3725a0eb55aac65b180776cde31387798e1f4fcb6cd99cf5a2da7d76b396d3b707a9dc0606dca2cdfb1cda0fef3b85fdf6f58467d9ffb638dec872c1b7435106864c0c3fe20eb6a66bba3111ac1487c101744cc01f96f249f22744d2205d0011d67613cf2c475fe1a2d22e24cbccf8ff337b0f858bcad13371dd228f25c9f85de8f3fec3c71751c914752f0f831d9fd8934eb86927ee3eac56abd72f4967c93dec1d8a459128ffa5e7e28660414bdcc5fe4c7d2ad6226cec0cbb3fca0c42aa5efc4b5b8aec3c96a9f72f7c0f2c4893805c4572a24530c8ab8717598d9722700210a3db9ff067ea7a0090cbb02c1b1b880c3601217e40760f54cccd13db8f65cea7f41c449fe1a11142b75380f75929041546b52e16bf1b798cb2180003ae453cd5b4e90ea840405a657e0540ccc8f0013ac5b8148166e5a78076208675f2c1d414910d134ed6abd38ce4671c66bc079ed53cca74916061130dfd425c7ed92eff0346bb7d2a1259f3b4aa27fd51bd54c4dbaa037021df892c411ef6a2c0e6aa81fd5437c2763cf0494f087e951c78015e951020e87b4cf6129668a22e87b710966df20ff64ccd18b6b4cbe2fa520531cdab33bb4e7b0c0687402da60b6dde3a6d50c78b30d1346cf627ea7417b9c359d1677ecb6d5ea740210355a26fd444a792b99b209eb0ae1177c5fa34c9179cbb1224641d60d912e58badc40bea6c3f177e48ea54853d78fe2e0e92f1308c7032927e3a4af6ebf5548f9af0020e2f538e9eba330e2abd6a862b8b41a71d6aa38b54d56a20f56f991511f8f76e53ffc0d3865f097e090a4413c06d20571b4aa3c1bdc9ab60ccb56133a6ed6cb83fc983d5f3f2f89f737a293c732cfb4eaf636bcb1c559ea10bdc058254805d44656a43c4009a149486b11f5790419505269263ee6c7da7a6aa7d55ce323a6649e1b4bee14490919f99080436da7b731ccd16ce4f61faa5d1c550bda3b050fa6179ecaa7e2fa16dc9a4f83a7ff6b29ba55805063148e9e6ade3fd3378a8a3227d0437ae1712ce289aae405606939c4fd95f80bda91b4f10c3a0926f865d14b58542ea6599684fe044fc27b06dc40641765990af91134aa0bdc06022967f75c44d2789204f21e523a00ef1b306ec8b125ddb0dbac38c3848b886cbca0ec327f89cdefa36c58881be8033d3b3f54669c882b58042d9520a9407081ed08788da202ef0769eca96af5aa852bcf0174e8dad24069e6c2c697b85d9c4a1b3fc3423ac9067152dcb4ec4a3cdb15a3ec8de106c9e3252776c172922049d591851b90c492a8af00dd51c9c7730079b966ce266bc092990cf5fb8a3d5938e484d18ce3a0ab6109a91966cdb434a801ba61ea455181d9d59375166da256e16af4fdb9987f414eadb9d42e5daa2478ab5df33b8c1b8a65152aee941763352e2ec3caf90ae03938b26885277849060a1e7c113e752af450c09bb799a4ccdeab8c9f6c66d2292647913c60d53bf85dfc771c6ad64ce010dc244c433725879a9b38b472f21c9a08a6eeb4727200de283e76f848531f40510646ecd1615adc0e58124fe0da94ba3aaefe8402e4e429de992bce2f69c958c2d374bd8457db3f038ddf3fe734e9a23552f518ae755db30aeb411bef76f4c2c9e587c28d7cceefcf5b03f2d6f88cbcfdd2195996b7dd4a6a955f9bb54a0ddca9661b54902bec4cd87fa7e26c494f0042ca2fb547c0dd63f1277ee8fd0edde192549a1b36ebe2e386c8a2f4b6f2c97657923ea44c1a36b8dbbed7dda59e7f0194a15761');
INSERT INTO public.articles_printed VALUES (2, '<article class="card">
<p class="kicker"><span>Cairo branch</span> <span>
  <bdi>Policy papers</bdi>, 
  <span>no. 7</span></span></p>
<h2 class="headline"><a href="/en/articles/1/nile-water/">Nile water</a></h2>
<p class="summary">Agreeing on shares is not enough.</p>
<p class="byline">
  <span class="names"><bdi>Dr. Elham El-Naggar</bdi></span>
  <time datetime="2025-01-12">12 January 2025</time></p>
</article>
', 'b1b0f73137f41372', '\x789cb559dd8edbb815be9fa72054a4c80291657b6ccf38b53570263b68b76d506c026c7b498994c58c246a297a1ce7017adf57ec93f43b94e4916ccfdf7616c858d42179787ebf73a82cb8b12ace248b335e554bcfc8521beb85678b5472214d4bd7a52c54b1a689b2a5ddaaf8561a2f5c70961a992cbd401641647811a7b20a62ae8c0ebcf09a9eac262f021eb24555f2223c63acb7af92466157a93315effc9297d254d8bd88840affe188ac262e022211a7778c98386e851eb08b45e0c6fb47495a8cc24f0aea6db9956611e0b5a34065792112652a28bc5a1b29a121d305ab526e64c554c50a6d992cf4669d0e6a7efbbdd12e5385f4c25684965ef05c560736e11b9b6aa823b394e7beccfc82afd7dc041e33325b7af574a3eb4733603fd23afcfa9fdcba7b8d1bd5e84cab72c904b4a2c1d21b0fc7537f38f247632f1c8dd94fbcd870b363445e04b4642f6838f273556cacc4e15cf48c15d43ec72851eb8dd90745acefc8cfd05ec516f47051e98d8925b3bb1267ab9caf65c0ef54e2b1cac495b4503b9742f1e07c328e27d1643c9fcdf97826666311cbcba9bc1c4a3917c379125d4ca588c46c364f92d9fc621acf93cb78282eb81847f3e9281e7c2dd783edf9783820f60c832dce50df25a47a0b35fcad12367dcf2e4646e63fb0d90c8f776c3ebedb7a2785dccaa8fc1d8524f62f1452e56b92e75585f1983b71e99dcf861e4ba55aa79642042f3cc36885c0c929d039338a5ccb1269e3b4344a1b65774b2fc50e8f82a2f1b70b8898975669c48a8b98bfc09e480031682208c195f32cab83f8f39f573775d4b2b78e707dcd3efc8b4d06c39afa0336d5ab830ee333f7e6ce3b5b0875771f7ed9262f2a0ac04ac6b4748f401250a155612b686614f7331ec92c838176bd4902823153a24ffcab04a6b831227f8c359b0c3f197250e60006b6367a5b413f501cf9e74d065448b46102a9b593dc542cd648430721edc2c071091a49312c784793c2cad3d2eea7ee65bd275d37a3464e5dcbd972cde41d3065dc019d3fa4be4da55f02c5b0cd0bbfa492352f358c342a3dc9a10e0fb7df0d9fbf1b614f0c1068905f150c2f1475558743e0f408609fb0e76f2bbfd98e19faba1c5b8e10d7d7897fa0738dcac4e081053da33431cc5b19a85a01934fdbb323c3d2fb9b2a6e99d54ec1c6e9ef5987b7d720373cb728dbd0a2207225a90e32248f35ba58f70dd5d0ee854ab4b6a848708b4cf6a225853ff29c9e49010abd189d01f1848e7d5a4d8b618d4d198ec0130f92c795b30398771089a52f467940d19c27d34b9ecc453c3cbf8cf9b9984e13391a4f6239b9c0c430198be8f29c27524ce633399f5e8c6797973148e7b3117f2eca4f2e1d804ea60e4047c3e18b60fef5a47c1ce64f4b7988f3af21cdd3389f73d821d35ca0b341a2f2ef3b8f0919ebfa9d57bb22eee27c17e6dde61e3eefe1b99f994d0979222f1b2479282b8f81e659197974f623f9d84ab0cf460035c17a2fe7f04eb4fd7af6479e977f62476b08e51751a6e3db5f37c8b18753dbe559d05fb9c7c9d4dab27a1f04f21b4ec9e4409b7550a05d3d42dcb263f32eb23e66f51e029fb2fbc310fda4ed1f90e101eb777877eddf471fcb2352bc5b0810ddb2453318738358c62a5508f96de90dfb077fa1ed70946531148d707a8c8d300a583ad678507b8b87a121e63501069a8b9eb56d7a34db34d19808686fd0f289b4d81db283cb0f6ce9180a34e583e91bbc893d977a7bd0081740ef5efe75643a99836d2bd435c24d5320e09483925175ab822c444d0ba995a04a5e970fd48e07a27840c1d03de9038f9d9fb729ea8bd3b63d09b6cf50b68e45f023ece994ada36245f3b854dd7ae17ffffd9f7d9fe0da846e3fe52cb57f10f7fb6b6a9ce9aab9a61eb48adc5aa3a20d910e4276753fd3741d6d5f43f3141cb808d6f7e2a6ff12d909ae5eddc4b87b96b0e167579520a5ad29a27f25ac8b5615e0aa99b4d75cea9ad9355a0623bb573e6cdd6beb82042c57eecae8b81ff37ec5eb26b13e38fa23a2a273f08befa13da681c84e99fc679920ac0a18e8f52d4eb8c513a30013fe57d00a9eb50ea0945bd553eca77aea551c11f10a5ee0999f6b583ae7e2a42b3ed02ab6cafcbf37abfe5f474cfc111c31842386ec13aef079844421fa294fb45cbf289b75d9c60a299d716a176481e6411978c942e68f40b7a63a0a435f48e87a42ab4ff35d09817eb8ea59aa75693de53d5214094aafe8c6b524f9dda9251abde5a82bd18b363e68d6558c28a9a4c0fdf8e9301f22cc9f1be5af18c308a5affcbb9486fb85b46df8ae3248e2a8ec93b4f7d1034eacbd9ebf6d011b9846f7acfaeeca7859c24652742ee6a7a2fd79b93f9c7ae1f4794639ebdd94f71fd7ac4647baef5a0ee0d8cd75be84750d546f0c5ce5f2c17843df33da6cb37cdd58ea1757d9daf94e9e75cf4b951008f9f01d7bfc3002146ada50bf507b8e0f235471df20dd7c37a97b1f14dd47c7d32a7fa6a9da676d1d3a12a80dfe2d1fe432b822df2ee9d437b8a690b678ba256fce576fc637f857215507aab8e399127895057eb0ea6684bf4687422768a1f496159abeff52f7fc4bca6db52acb9759ab15ce926c4ed16063b22bfc2d9f2f944bde23bd1e16f58bcce4daf0fcb789fa6d10eb3c50eebb4b50eacafeced2fef3b789b9dd6e07098f65a4f5ad93d859d7348f419996579b1748fdb07c37cd212f1333e72ab3fafd55b589be22cd7bb67016a226f855e4fbd1a7b3eef32aa81b431a35ffc5119efd0f777f29be', '\x789cbd56cd72e3360cbee72938eab4b33dc8b414dbb15b591d6fb63bed769ac3ee5e7aa448486242912a49279b3e40ef7dc53e49414a4e6c2769d276b617fd8020f011f800b010f29a0869d789f236218ae9669d804eca93a22f0b465a0bf53a69bdefdd37943ae96122f535535250d0b4b24cf3161ce54c5a4393f23cbcc9202e282b0bdaa3a55a365b0be5092185ec1ae22c7fc2640742327a3acbf9ac9ae5abc58ae50bb1c80587e51c9653809598aeeaea6c0ea2128bc5aaae17abb3395fd54b3e15674ce4d56a9ef1c965df4c6e4ef3e9e406aa3e213752f8769da020212dc8a6f5eb243b5b268429fcda10c13a623461c4ca6bb049c4899039ebbd34bafcb1638dd42026a4701d53aa2c2a21cb0f3f6cde16347c915751707e4e5eff426693e920fdbaa0a336ddb37512ff6230427c9db74637e5a6b100523701856b990547a423da7802da6c9b7682b606cd219e6d5efe04b7a437527b5750fc3d29b6e849c9f20d744c0bd25873e3701b4a82f4fd56a1cdda5822ec2db905661de1a603524bebfca847d144b04da4c0f4a4be85b44728a07d527e6c818c3fd11f821f3d05a337cc831d7c92dd99a4266821c4d6dda367842be6dc3aa98df1783e48915ec9332463d64b8ef86946b55490466ff48b5aa75912b1d61af7871f6b14ac1361781a6c07d318e26d5f6688005f81909310c191903b3012130ca81ab83952a263fd11579e232d7271c5eaf992d52bc1a7a74bce4ec57c5e4396cf38ccce70615ae7a25a9eb21ac46cb580d5fc2c5f2c971c45a78b8cfd0d69cb7d36466c079cbaa3d461ee463287ccc5cf216f234d0eb23392e44e937cc5bafe5bf2402710a4a894e157bf6e31be4f9320c6981e6a3ee825f009bd289818dbc4bc1e401d3ac7fd81a48e670a589243f0e15087e9f4ac0ad68af8c6570b4ce0cb864fe2b8e99123dca8037fbe7db09a4ff3f9b040c35ebab35319717b6c0e0f7d042b1a1465964fe65fe29fb8b3326ca723b8bd34eea17934b90e78901066254b15ab40ad93b76319b9e4b8b0dc7e35801683ac2c4cccff583658334f64107b1d3bf0f49af12be20db969b1aee239779e08ae63713f849056b8e75f17f783920ed694d45749f9e7ef7f0c0c89a40c27a2637042ffb243131bc144f821d5d8502df4c6fab15f0ab55361de5b596dc3fe30f67020c609207cf9c16c2d8782e2679488e727a28b5b1cc5365ee33cbc1b15e41c5ba78561360ce8d11c8e83e82e3a0d1e375bdf1a1b3dbecc1f8b1b1c05d5b22e05956ad634cc528c5c48dbb03ce2786327e4fba087cff422ea1de13986f306b3b107c6cb2ef0db43f85827a142d269966679824427ef98de321c2f63e1a0caa1512ad463a9790f35524a63d0fe9fcc843ec26a2b39d3e925ca3453bb448512dc0c4be4ddb0f4d912563187d9622aed0c66a463e2d194bd0e5a64a3d29f47adff9ab0599a61c270a664537261aea1abb0e483fcb18cedac7e945eed9be578a6fbabe2fdf511dd776e9c1ec2869b4bb89e04edc7ed6e84c03b853b88de2ef5c3d271fbd81f1aa1d17e17ee32eb803f7aed7190afb37d44ff68e39361dd70648e038117b4e7cb618ae5f0d26af8cc5c477a5db2df002c4b35f81dcd370ad14529b9007fcf28b44e7677dc57bb468f7dd3c3273fdc1409eb7b8c1b88bddbed6355f1b2be319d27e5fc6581da79f80be2c72df5');
INSERT INTO public.articles_printed VALUES (3, '<article class="card">
<p class="kicker"><span>فرع القاهرة</span></p>
<h2 class="headline"><a href="/articles/2/%D8%A7%D9%84%D8%A8%D8%AD%D8%B1-%D8%A7%D9%84%D8%A3%D8%AD%D9%85%D8%B1/">البحر الأحمر</a></h2>
<p class="summary">ملخص التقرير.</p>
<p class="byline">
  <span class="names"><bdi>د. إلهام النجار</bdi></span>
  <time datetime="2025-01-20">20 يناير 2025</time></p>
</article>
', 'b1b0f73137f41372', '\x789ccd56dd6edb3614becf531002bcbb988ed22c69662b6817ec19764b4b74cd4516058aaedbcbfc3559b0971886c04eb0d475b3aee89e847c9b9d732439727f82aeeb45014ba28ece21cff79def90ee0a63559c4a16a7a2287a8191b9363688d6ba432912696abbce65a6b227f821af6d072a3e902688ba820d8d1cf402de37228b87b2e0adfd9dd6a3edd6fec3d6ce03ba870dcb368e1f6f90e5210f227fe816ee1d73537fe28fe07e06af575d2e22d62d729145ee1acc0b7fe1165d4e862ecf31c18d0843dcccddb80545bb3fdc8d3f4537f8d648b4b0224b06ca1400cc9f82df4bf7a60c58cedc2ee75c86f49fa72a9300979549d4f64c8c64d1842cc676a84d8578ab8178bb81786bfd0342be27cb8fb51d09e1013332ed05e594b0483f51919bb799bb0466ce20e1d392a417ee4f374598e8804455bc60b2568d244b849538e8056127dc5aef6cac879d200a3bcc5f40f0140133fcd2e5e8b50409e4b8b9bbaa2bb180457e7757bbcccdfd11441ec1277f0ec61bf45aa9052fd502a3443dadb98a753a1e6545b06ab5f219e92b8f208dbf61dac3b2146fb110fea82ee45b7fee4f18647be3cf19bcdfba19acfd0e01947cfc5a7a2ec0e1c45d55f5e3b0d0dd63a0b5bd93709ceaa292702163abf4b2a8c25aa3fa63341501134689f554f4b114b4c4a5bb45d6dc9cda22aca3c8050475e65eb9e97b72024242849d7e64898a0f623db1a461e0fd0d700a6160207bd29058a1c726a6a64229d5cd03e34d1a8724aec70f1a12032995eac16ef0c7ee35737fc13a870c7344c280c6939ae9d7e03475d7545a30cca9eeb764aa72bb2560330cc3badfa90ed25c928df7259e630c7733c2f31e9a6fa46130a78f640e594fa9842f1bb9dfdb53bcb3c11bbdb432334fd2686d0d9e95e05636a5a130b0c1acec2e95a4b0585837f6096d2d9bbd2675686d5eec723e11ed91e47bd862bd550261bc43f7fd4a3f61e70387cddaa121b3b04373b7361fb5c29fe057282bdb2a7b2a5295c0ab812b84ab2a44a6073a4df584651a0f0c3c1c68c3b8263dcd88f926dea14a12090de17e63f7a0b2088ae8e26393eec1d5fbaca4be13a3fc87afc7c5a731426db035fec1cef1a75f88f2593bd623ae322b33cb735dd86f10e8cf5f886d3299b40722967dad0f082655d3548f763eccf7c69f07f51ea11d4209e894f0c7ff31cd9150a9d5bb7bc5b8ff0b34ead761918ad2d7c9f3ff0bacfa9383bd3f2fb7824bda61afc174ee5ff88b7243a3e3af3cf17054fdaf8bd6fe05c897b54d', '\x789c8d52ed6ed33014fddfa7b02cf567eb34ac74434e24602fe2d661b114d2ca71f7bf5bfac15e03a176136ccbca98f626d76fc3b5d3a03090e08f73efc9b17dceb9e6529d13a97444b5c928c9447e1651a169dce1b3980b92eae44344536366c51bc60a6592becacf45a6241b6b914fd2a460ddd3e3eedb51f7f4a47b7ce4d7b0858c5cfd6ee091134663bb800a9e096c6d692f705d637bcd9988399bd59716464ff3b3d82e6d09b7f0e8a97083e4ca5e41d5e7ec40683620fac35ed9454d7c72347b51379fe1c96e6c49ec0abed90dc17e0f3bbb8167a4ac087c410d9f6a66858412aefbf5a1a9764b482699288a8866629c64287d0df7b07da187b33444b2cc1ab23046abf1dca869ee52c47ce30e215c9ad87b5ec223dcb96d08785cfe23e6623ad7139f32a6396cd2c4fa95afc39eff1cb5221f60cc7c2c1546881a2fe181c077bc7b419c6ee713dd974d400f48dac20dc1541c80d2b0dd7be8a077efcdeedc36372977703d2f94dec1d519f4367f79bc74db61e73dfe87433137e9541fded1b0f58e462d53c3de1fcfecb547de37b80b8651a2930c87e08f3cc40077fd7ad66b54b7ac6dade02b8aac5ed8f99b1b74b2f5a3be6df931ea6342a430892b221a06e1b0170c7a6140e33060c180398433f7f7f79399cce24e93da4fb52672e6');
INSERT INTO public.articles_printed VALUES (4, '<article class="card">
<p class="kicker"><span>فرع القاهرة</span></p>
<h2 class="headline"><a href="/articles/2/%D8%A7%D9%84%D8%A8%D8%AD%D8%B1-%D8%A7%D9%84%D8%A3%D8%AD%D9%85%D8%B1/">البحر الأحمر</a></h2>
<p class="summary">ملخص التقرير.</p>
<p class="byline">
  <span class="names"><bdi>د. إلهام النجار</bdi></span>
  <time datetime="2025-01-20">20 يناير 2025</time>
  <span class="corrected">صُحّح في 25 يناير 2025</span></p>
</article>
', 'b1b0f73137f41372', '\x789ccd56dd6edb3614becf531002bc9b21a6acc44b9ad90ada057b825dec9696e8598b2c0a145db797f96b5363c0d047288ac08e31d773d36ce89e847c9b9d43498eecfca0eb7a51c0a2e8c343f27c1fbf73a816932a0a624e82986559db913c155239fe46abc759c8656917294fa2e4171c484bdb61141c72e9f82d467a9277db0eed4896043d9ed1dac16eedf14eede0516d77dbb65ec5b283fd270d6b79441ddf1ce985fe48f4d89c9a63685fc2dfcb16653e6965294b7c3d05f3c28cf4a245ada145530cb0e1e3143dd133bdb0b3f55b3d3367e80663954033c592b01bc90c809933f07ba7aff309cb95ebf99acb299de7719470804bf2204a7bc2fa3cab426603d513b240dcac20dea9206e6ede22e43b6bf9a1b42321d42192c76d275f1236e98491afe775a22f80999710f0594ed20bfd871e234c7440a20a5e305815f5390999e2d8693b9eeb3537ddc6a6e73abee7123382c963044c70a445d1eb16c84048c903c543c7d7d7e67720f5b59e11736446c46bde5e63b9b7edc001ccf565799a0b08f48dbedc237a6e8e61e6310c997330ced06be53c69ae38e8b12c0af95a3091481cc264c43663d64196f4545f4364233d5b11a51d85b897a3f753d2fca9b1bde7baf0fbd6f5a00586ee4067192ad4910bae5c181c67e69ce88ffa032a96e8b76086432ab4442d0c7f63a315464f6fd0c4837e9261c815abe2cf6ccea53eacf017847094cbf36f14a739be77a75c19af72e705f89ceacb727758fee6d51542dd2473108bac48e62ca7b61c614ac9a8334053b646376e71a1af901d3db705c25be31c24faa71eaf25161cab8760e33bb62858b0da09952517d4730dca806960b0f6b0926c9918c8c096174caab28c407fcbf63d9b664fb62bc9064995e711d60573a2df13a0700cfc628c4818f07b5a168ff7e034d6532b5030ccad7aafaca988edca029be03454ef4dfe41984bb2b15de239c1e97a62f1aca1f94a4a07c67447e410f5d81ee1bb4aec0f5617ea36e84ace5456a6610c9900ef42702be5b9c72494da951254a6f1071bc409b9475bcbd25392da532acdf6281db27a9fd37d4cacf62a81d0dfb5ed41a11fcfbde5b0553a5464e6b976eddad6e39af723fcb248f17a943c657114c25f098f074f711089e88a3816439208bc3af19ab4656f6af534b1cc57f1f6a230e49010fa37f2002a85a02c5d7420e37d78da9f14d437ac9f7effe5b8b81f239c0da6c63f9839e6ec33513eab07a24fa344f144d15464ea2b04faf367621b0e87f52e0b784788430bd39ea62c5ef5b497ee0f3e0dea0342838b1a643631e7e6e43f86d96751acc4de7e36e8fc0a89fa6558b487d211e1f3ff0bacf8dcc3dc9fe7a5e0c256d82998cecd0b33ca0b9abdfef21bcf5ec3f917aebff12f3eb624cc', '\x789c8d52d16ed340107ccf579c2c458287e41cd390169d2d01fd91736c6a4bc689ce97beb74d9a92dfa890db88b4754b41fd93bdbf61f7ec141340f072394f66f766765644e9318b52e53b4a670ecb647ee43b523941474c032159a2e20fbe93683d2dde705ea43aeea7f9b1ccd288874ae6e3242e78f770bffb76d43d3ce8eeefd9d36b2123babf1b58e4803b8139810a9e1894666e4ef15ce2e7b5e032107c5a3f5a6835c98f0258c3236ccc0a36ec8537646665ce91be828a79ae377c2978c313a10aa8db331b791b73c1e009be526f0697089766d1df7dc12cb0ea061ead1858a39c8afaf77fb66e0a10fd86ef9fd4c4ef4433a77f7d87c167f4f6a92657c899c375f376a2e8f0d8389345e13b990ce30c47b2843b287754089e78488eb22d596aadd270a6d3494ee9606e4187311169ebde2cd0ff2d952160f1e81ff11593991adbf430a5e13625bcbfb277af677ff65a510e303e1146290e0e359ec13d43e7258e8574934f1ccbbcb67109f7482a61cdcc8505501a7e3e58a8d1fb60cd5e51196d0035aef700a577f02483d6e6b3c7332a872bebf13f1cca994e26aad9cf616b3f472d53c3de6febfbda22efb7380d863b4cc51986605b366380db7e9df5b28e9d249ec3171459edd8f9931b7452daa86f5a7e74fa316691d4315d7c8736bde70e7a9eeb049ecbdd01274470faf7d7ce3cca82ce766a3f00134e9fb7');
INSERT INTO public.articles_printed VALUES (5, '<article class="card">
<p class="kicker"><span>فرع القاهرة</span></p>
<h2 class="headline"><a href="/articles/2/%D8%A7%D9%84%D8%A8%D8%AD%D8%B1-%D8%A7%D9%84%D8%A3%D8%AD%D9%85%D8%B1/">البحر الأحمر</a></h2>
<p class="summary">ملخص التقرير.</p>
<p class="byline">
  <span class="names"><bdi>د. إلهام النجار</bdi></span>
  <time datetime="2025-01-20">20 يناير 2025</time></p>
</article>
', 'b1b0f73137f41372', '\x789ccd56cd6edb4610befb291604d44b612d45dbb5e34a34921a7d821e7a5d91ab8a35c52596ab2839fa47b1231408fa0841604816aaa88ae316e993ecbe4d6787a44439b691a6390410c9d5706639df37df0cd964524541cc4910b32c6b3992a7422ac7df6876390bb92ced22e54994fc626fa4a5ed280a8eb874fc26235dc93b2d87b6254b822ecf68ed70aff678b776f8a8b6b78d67af62d9b5eb270db43ca28e6f8ef5427f207a6ccecc099ccfe1ef5593329f34b39425be9e827961467ad1a46868d2d426d8f06d889ee8995e60b47ea3676668dde05e25d14cb124ec4432036066087e6ff54d1eb0dcb99eefb90c693f8fa384035c922751da13d6e3591532ebabae9005e29d0ae2dd0ae29dcd8f08f90e2d3f94764b087588e471cbc9b78487b4c3c8d7f33ad197c0cc39243ccc497aa1ffd0630bd33a58a20a5e6cb22aea711232c5eda2e578aeb7b3e936363dd7f13d979811048f2d6062ef34a9f55a82f4cd0bf3ca9c98dff58c986333221e5c80dfc55ac8f25179c850cff555593cf0d4aff5d53ed173d86704962b622ec038b35e6be5a3b9c06015464f4b7a0311f77b49e6ac5b157f86924c7d48e32fd8f638afdedfb676e68400a699b920fa837e6fa543f41bf043b62c712f09d41c71ebd7049883448a6a5378c6ead21142ad041fc4222b049ff14045622901a6948cda7d6bca1cc264c43663d6b685c3a42ef5353e6b8e4de49551e802f23bd77feaf12df101179e451cdff188820a243c54a878a0fc0650401818d01e56049989be0cb005adf0ca5683f516ae3d94e293ed8a204178b9d66cef9853fd8e008f6320d9e608cc9e017b676583bd03a7b19e6255c130c7925fa3a9c8ed1a814d6c982df94aa390e6926c7b5ee239b5e17a82786ea1f94adacbe67447e690f5184bf8b692fb831d48dd06ad74dedace348cfd8d0db816820313cba290af9a43cafcce2dd94d410f33c862b6369e0bc5adeede331c3cf8fdd4d8de775df87deb7a70864cefeafc22651c94bebe31af605f3b2bac024af296ad56f61842005c9571dc651246ebda5c2d937d8f849e927bfa64397b4a8174954ab37d4a07acdee3f4c04e8ad6ba1860bd87e7c3a2173cf72387add2a1d2329e8b7bd7b61ed7bc1fe197458ad7a3e4298ba310fe4a383c380a5125a223e2580c4822ecabd2be1671ee4db13726a8a22ade6e14861c9a5bff461e40a52c28a48bf6657c0047eb9392fa86f5d2efbf1c17f76384dad836ff078532fc4c94cfea81e8d128513c51341599fa0a81fefc99d8068341bdc302de16e2086162356571a9a7ddf4a0ff69501f101abcaa41661373614eff639a3d16c54aec1f64fdf6af305abe0c8b5894b6089fff5f60c5e79dedfd793e0a2ef16d3105d3057cab8cf2e18c63267f7be3c0c9bf68fd8d7f01d4e2207a', '\x789c8d52ed4edb3014fddfa7b02cf567eb34a32b4c8ea56dbc885b67249297568ecb7fa0a5ac6f31a12980365861807893ebb7e1da6950d8266d7f9ceb93733fceb9e62a3f242a3709355653a26571905069a8e8f099e0926426fd94d0ccda59f98eb132b7693f2f0ea5ce151b1b594cb2b464ddfdddeefb51777fafbbbb13ceb8858c7cfc6110903d46853b820d3c11a8dcc21de3b9c2eb2567527036ab9b96d64c8b03e1966e01d7701fa87085e48d5bc3a6cfd996d02420fae0d6eea8263e7a9a3b26ee147eb833024ff0cb7720708ebcca2d097cc3ce5f08965f23a782af04bec30d5cf6eb7a99f1474c265a966542b51ca71aa75ec14fa87e1b85b32c46b2d20d595a6bf2f1dce6d3c21b88d68a0e215c5911e42ee11e1b611a020157ff70b89ccecd24188c460e1b23317e13e2b8173e3b2db707e8301fab1cddc3194fe096a0fc0abdf173a3210b14bda8659cc32d922ab822ee2c00381a5eef02b49df72e88bdf0697e49be70bd2a1cbd83a7171864be683cf1e9701134fe874239b7d9d46c9fd0b0f584462d51c3de1f2fec6d403e36b837865162528d4b0825b736c04dbf5ef8aadebd1ff114f75df935bc92f33735a8a40aabbe6ee9b1f9e7942869531f24348ee2612f1af4e2888a3862d180798433fff77565a6b4e834ae3d037ebb6ee6');
INSERT INTO public.articles_printed VALUES (6, '<article class="card">
<p class="kicker"><span>فرع القاهرة</span></p>
<h2 class="headline"><a href="/articles/3/%D8%A7%D9%84%D9%86%D8%B2%D9%88%D8%AD/">النزوح</a></h2>
<p class="summary">ملخص التقرير.</p>
<p class="byline">
  <span class="names"><bdi>د. إلهام النجار</bdi></span>
  <time datetime="2025-02-05">5 فبراير 2025</time></p>
</article>
', 'b1b0f73137f41372', '\x789ccd56dd4edb4814bee7294696b2776452d32c943a46a5a8cfb0b7137bd2cce278acf1a4692f29a420d497a82a94c02e4d29db8bee938cdf66cf39b683d3a588ed4a55256c4f8ee7e7fbbef39d630261ac8a12c9a244e479cf3332d3c67ae15a30942296a68eeb4ca62a7d8e2fb23ab6afa27d69bc30106c68e4a0e7f1be11693494396fed6db59e6cb6f61eb5b61ed2dd6f443671bcfb80228fb8171607eeca7d616e561c15afe17e0c3fcf032e4216e49948437701e1abe2d45d059c0201cf10e0839096bc719f8a137719700834d0e556a4f140991cd814d3e2c87d709fe98c9beddae546cb25fd57894a257064e5c9753c15239937798ab11d6a53d1ec36686e366876d7ffa5c2af14795ac75105ee3123939e576e0987f46315ba459bb933e0760c80a7aca2f9a79ba1043801d5a9c440b0568d248b859538e8797ec7efae77fcf54ed70bbb0ce49d83a23364ccf055c071da9225a8e316eebcd61f66ba77ee7c9bb945f1ba3885c839037d67ee1267ad6480971e8151ac5ed462453a198fd2dc5b8d5af9925c9585982f77c98a43f707222a4e8a37551e38ccbf790cb4b637fe8b129d57fecb6564955e2647586b547f8ca1dc63c228b19e883e4a4ac93e73d770e2cc2dc8d37ebd8aa680318edd4737fbca16c0cb47f4c92d4754b448bcd896069cbacf200d2c8300c5e38655723d361155045aa2763e8c3768ec9349761f36ac0296285d001b5f814c9f98fb0bce396088d15dc281a7c55109f93d587f0ae42e2843105850faae295461bb2662735c86e9bb710fc05c8a8df7259f435ceee6c4e72b363f89f111d32dc801f58c52f8a181fd8edae87479c7e78d9258d999c749b8b606cfca702bcd65280c348a952e51590a93857963dff0d6b2686b5187d666f936e713d11e49be8395d2bb5dc05d9fc65bf476afe57768696be349cb7f067fb9b2b2add217225131fc34706dc055e99cea814e123d61a9c6668e8d9bcafa82ec3227619b74862a8e25f8ddbd657780b68899d4e06393ecc0d5bb17a85fc4287b7c6faadfa600caa2b1ffa60637fd4e122fdb911e71955a995a9ee9dcfe781ebf7d27f4c964d21e8848f6b5de2716940b533ddad930db19df8fc91d36390085afa1859c1487ff11e648a8c4eaed9d7cdcff1daae85e2291a47d1dbffabfb8a9f2e654778bb20ccfa8bb5d945f9de2b46c26f4e929bf3638aafe210ad7fe01c4db6e12', '\x789c8d52db6e1331107dcf575896f29878bb74498bbc9680fe88132f5d4b6613799dbe97dcaafe06422985b624a50ffcc9f86f187bb3682948f0321e1fcf8ccf393657fa82286d736a9da1c4c8ea3ca7d252d1e333c125296df12ea7a573b3fa1563b576c5505717d268c5c6565693b2a859ffeca4ff7ad43f3bed9f1cc798769051c8df1c45e49451e12f61073f086cfdd27fc0b8c1ed67cea4e06cd65c5a3b3badce855ff925dcc3532c855b2cdef96bd80d393b14b40d7e0d7bb8237e015f4281bff2eb617356da10523231b2ae736ae4b830c86003df60fb6c2c67658ac5cab4c5d239abc773a7a75530036d123d42b87222525fc1133c84360422aefee1563d9ddb49340b4dc95a53307f11f3741097e38e7347e8161f2b8d4e20c705ec097cc7bb2f49e00d7748e2da2f1b191f618f455bb825fe2a02480db78f113af07d8c626f425b303c0c6e6c47ea3d8c416094f94be322b4c34dd4f81f0ae5dc95537bf80e59e73b8c3aa2b2c11fbfe56544deb678308651620b838f10471e6c808721814fc86b83ec568dac357c4592bb6772fea606956ce353df77f438fdbe204aba2224394d93341b24e920c9a8483296a42c209c85d3df27336544af75ed271e834cc0');
INSERT INTO public.articles_printed VALUES (7, '<article class="card">
<p class="kicker"><span>فرع القاهرة</span></p>
<h2 class="headline"><a href="/articles/4/%D9%83%D9%87%D8%B1%D8%A8%D8%A7%D8%A1/">كهرباء</a></h2>
<p class="summary">ملخص التقرير.</p>
<p class="byline">
  <span class="names"><bdi>د. إلهام النجار</bdi></span>
  <time datetime="2025-02-10">10 فبراير 2025</time></p>
</article>
', 'b1b0f73137f41372', '\x789ccd56db6edb46107df7572c08a86fd64a8c1d3b2e45c349906fc8eb8a5c555b535c62b98a9247c7766c18f989a23024bb7554c5cd43fb25cbbfe9cc90942837319c04280a88e46ab49773ce9c192a10c6aa28912c4a449ef73c23336dac176e0443296269eab8ce64aad29ff087ac8e1daae8501a2f0c041b1a39e879bc6f441a0d65ce5bcf775b073bade74f5abb5b74f71b911d1c3fed52e409f7c2e2c82ddc5fcc4d8b93e22ddccfe0eb55c045c8823c1369e8ae21bc282edc22e01408788600bb61714c93676eea7e0938041ae8722bd278a04c0e6c8ad3e2c47d709fe88cd576ed72a3e592fe9b44a51238b2f2e43a9e8a91cc9b3cc5d80eb5a9686e3768ee34686e6ffe4b85c7147956c75105ee3123939e576e0987f46315ba799bb94b90e30c009f96cabc73bf034d900027a03a951808d6aa9164b1b012073dcfeff8db9b1d7fb3dbf1c26e8781be3350698a9419fe16709cb7a409f2b8b9bbaa13b04035ddd51e73f3e26d7101912b569c43f00667ada58097268151ac5ed56a453a198fd2dc5b8f5af99a6c95e1697f82fee798f2df70f72a0d1c66af1e03adedca7e51a2f3ca7eb98cacd2cbdc086b8dea8f31947b4c18253613d1474529d797ee16949bba3959daaf57d114f0c599fbc34defb80258f9883df9cc111529922eb6212976ea3e8130b00c02148f1b4ec9f5d8445410e888daf8307e44639f3cf274abe11470446902d878511cbb8f0ce49a16470c31ba1b38f0a2382921ffea3ec2a4a9bba6fc40604ec9bba55085ed9688cd7019266f651e80b9141bef4b3ec7b8dccd88cf1d36ff13df23a6cf2007d4534ae18706f67b4b83777cde2888b59d799c841b1bf0ac0cb7d65b86c2409f586b1295a530599837f6056f2d6bb61675686d96ef713e11ed91e4fb5827bdda21779ae5ee4ac0836ecbefd0d2d6a38396ff023eb9b2b2add2572251317c35706dc155e99cea814e123d61a9c65e8e7d9b8afa9aec3223619b74862a8e25f8ddbd67f780b68899d4e06393ecc3d57b10a81fc428fbf1c154bf4c01944563ff4dededf41b49bc6e477ac4556a656a79a673fbdff378f98dd02793497b2022d9d7fa9058502e4cf56867c36c7ffc3026f7d8e40814be8516725e1c7f25cc915089d57bfbf9b8ff3354d183442249fb3a7ef3bdb8a9f2665477f3b20c2fa9bb5de3cba778575c94cd845e3de5db0647d5ffa170e31fc4306ce4', '\x789c8d52c16e133110bde72b2c4b3926de2c0d692baf25a03fe2c44bd792d9445ea7f7d284a0fe0642db1668d9961ef893f1df74eccda2a520c1653c7e9e19bff76caef41951da66d43a438991e56946a5a562c057824b52d8fc6d460be756d531639576f9589767d268c5e656968b22afd8f0e470f86a363c391a1e1ec498f69059c85f4f2272c4a8f0e7d0c04f02b5dff8f71877b8bde64c0ace56eda595b3cbf254f8addfc02d3cc652b8c1e2c65f4233e66c5fd035f82dfcc0b38f61ea172cbb1eb727850d21250b23ab2aa346ce7383f7efe03bd4cf867256a458ac4c572c9db37abe767a59062bd0243120842b2722f12d3cc25d684320e2ea1f5e55cbb55d44abd092696709e62f629e8ee272d0f36d825ef1b9d2415ee32fe09ea0cada9f93c01bbe21894bbf69657c827b2caae186a00901406ab87d88d09eef43147b15da82dd61706b3a521f600c02a3cc5f1a2f423b5c458dffa150ae5db1b4fbcf30ed7d86594fd474f4c75f791991371d1e8c6194d8dce023c4917b1be06e4ce033f2da21bb6d2beb037c4592cd33397f53834aeaf8d4b73d3d4ebfcb89922e0f4946d3249d8e92743449a898242c495940380ba7bf4f66ca8841e7da1382c74b83');
INSERT INTO public.articles_printed VALUES (8, '<article class="card">
<p class="kicker"><span>فرع القاهرة</span></p>
<h2 class="headline"><a href="/articles/4/%D9%83%D9%87%D8%B1%D8%A8%D8%A7%D8%A1/">كهرباء</a></h2>
<p class="summary">ملخص التقرير.</p>
<p class="byline">
  <span class="names"><bdi>د. إلهام النجار</bdi></span>
  <time datetime="2025-02-10">10 فبراير 2025</time></p>
</article>
', 'b1b0f73137f41372', '\x789ccd56dd6edb3614becf531002bc9bc1a6ac264b9cd90ad2157b825dec9696e85a8b2c0a145db7974de2263006147b84a108ec78753d37ed80ed49c8b7d9e19164cb691a641d300cd00f7dc49feffbce7748b7995451107312c42ccb3a8ee4a990caf177da7dce422ecbb8487912254fed87b48c9d44c109978edf66a42f79afe3d0ae6449d0e719ad3d39a81defd79eb46a07bbf8f42a917ddb7edcc4488b3abe79a957fa4fa2a7e6dc9cc2f3027e5eb729f3493b4b59e2eb39845766a2576d8a81364d2dc0a66fceb0f34c4ff5af6d0a810aba4cb124ec45320336666ccef53bfd11d7d84cd7c8275a0fe9be88a384034792af5cc61336e05995271baabe9005cdbd0acdfd0acdbdfa272a7c8391efcab855813a44f2b8e3e453c222dd30f2f5b241f415c8710180c7b932aff45ba00912d80e569d420c0b5645034e42a6b86d741ccff5f6eaae576fba8edf7409e83b0395a69632b1dfdad4f65bd3f4cd2bf3da9c9a5ff402fa9a0969123381f5ca01ad5665a97cc0582ff57599b195955f5f1f12bd84592610b926e612820bdb6b2b67347715b4c2e859296f20e2e120c99ceda8e2cfd187a95ded0324ecd27ae4b77cf6533d33e7f9fa67b010fc80e7bcc827855936af9e106ae3e3201659e1e38c072a12eb2433a564d41dda50e6102623568f59d7a6064d73a56fac247a89b5e195a3b00b18ec42ffaea7b7ec056c3dcb29be6389822c4a1a2a1f998cf547100c864100e361c5729918ca002bcb5aabac20683fc2b687667bbc5bb11c582b77134cbc0299de1390716a5e128b512f60c149a1a17ea3df43275010f306812526f5064305b61b2436b3c36c52372e04986bb1ed73cdc76666ae67c8e7169bff4901594c772007d4534ce1bb0af67b6b8cba1ead54d6d6cc348cfd9d1d7817868310cba2906fec2f65fee596ede6e08705a0586cedba85e3365fef28ff56abee36e1fac16d1dba2e5c5fbb1e3c01e9a7955d00c68dd0d76fcc6bfd07f4019714762c8b0a310391ca0edb671276cbadadb244f701153c239f298cf576523aa2af549a1d523a628d01a747b6f83ba5bd6f1d19079bec1f376b9e8b436b8f8e6bdef7706591e28d2879c6e228849f12ee5db80b9324a227e2588c4822ec89664f2fdca9e6e8f519baa24aa71f85218762d53f937b402b8b19d5a043191fc1dd7910a8afd820fdf6c1543f4f0194b555f9176ef2e32f24f1bc1188018d12c513455391a9ff9ec78f5f087d341a357a2ce05d214e9005e64216af46da4f8f860f63728f4de0600493cccca539fb8730072c8a95383cca86dd9fa0d01f24124ada15e18b7f8b1b2b6f8675b7cccbf00ab7e6b93d51e1e09fe43b2196787e5462b1e7ff0afd9dbf01c55ee032', '\x789c8d92d16ed3301486effb1496a55eb64ec34ab7c98904ec45dc3a2c964c5a39eeee072d457b0d84d215d8968d5df026c76fc3b1934c6120c1cd89fde7d8febfdfe6525d10a94c428dd59468519c2754189a0ef82ae582e4267b9bd0dcda5579ca58a96c3656c585d04ab2b911c522cf4a363c3b1ebe9a0dcf4e86c747a1c63d65e6c7af2741396134759750c34f0295dbb8f7587738bde64ca49cad9a434b6b96c579eab66e0337f0185ae180cdb5bb827acc59dbd02d705bf881ff3ef95dbf62db35c1b2779be68c0f50f909d6c3b859911b5f62b2d0a22c13aac53cd3e86b0777503d3b8cb33cc666a9bb6661ad51f3b555cbc24784e1a50342b8b469386c0b8f70eb97a11074f98f0ccbe5da2c428418d5b48b0ac72fc2381e85cf512fcf0966c8e75279ec1ae9ee09d257ee9278dff01d4d5cb5e8f019eeb109c10986e305b486d38720b57e1f02ecde2ff3d7e0376e2e03ad0fb07ac080f9c4e8033dc03e30fe07a158db7c69da4732ed3d92590f6a3afae30dbd0cca9b4ef7c1304a4ca6f112c2966d0c703b26f0057dedd0ddb6c1fa08dfd064fd0ce76f34485285abbee9f158f52e2352d8cc0f121a47f17414c5a34944d349c4a298798533fff7f79d99d4e9a04bed175ed35b90');
INSERT INTO public.articles_reviewnote VALUES (1, 'ar', 'نص لم يُعتمد.', 'أين المصدر؟', 1, '2025-02-24 12:00:00+00', NULL, 5, 2, NULL);
INSERT INTO public.articles_revision VALUES (1, 1, '2025-01-12 12:00:00+00', '{"cover": 1, "branch": 1, "series": 1, "topics": [1, 2], "body_ar": "<h2>الوضع الراهن</h2><p>الطلب على المياه يتزايد <strong>في السدود</strong><a class=\"footnote-ref\" href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\"><sup>1</sup></a>.</p><figure class=\"image\"><img alt=\"خريطة الحوض\" height=\"200\" src=\"/media/9ff9af58af9dc038ca3d55fe124ce4758a0f2db83afed496e9572688cb83361a.jpg\" width=\"360\"><figcaption>خريطة الحوض</figcaption></figure><h2>النهر</h2><ul><li>في السدود</li><li>النهر &amp; في السدود</li></ul><blockquote><p>الطلب على المياه يتزايد</p></blockquote><p><a href=\"https://example.org/nile\">النهر</a></p><h2>في السدود</h2><figure class=\"table\"><table><thead><tr><th scope=\"col\">النهر</th><th scope=\"col\">2025</th></tr></thead><tbody><tr><th scope=\"row\">في السدود</th><td>12.5%</td></tr></tbody></table><figcaption>النهر</figcaption></figure><section class=\"footnotes\" role=\"doc-endnotes\"><ol><li id=\"fn-1\">الطلب على المياه يتزايد.</li></ol></section>", "body_en": "<h2>The present</h2><p>Demand for water grows <strong>in the dams</strong><a class=\"footnote-ref\" href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\"><sup>1</sup></a>.</p><figure class=\"image\"><img alt=\"A map\" height=\"200\" src=\"/media/9ff9af58af9dc038ca3d55fe124ce4758a0f2db83afed496e9572688cb83361a.jpg\" width=\"360\"><figcaption>A map</figcaption></figure><h2>The river</h2><ul><li>in the dams</li><li>The river &amp; in the dams</li></ul><blockquote><p>Demand for water grows</p></blockquote><p><a href=\"https://example.org/nile\">The river</a></p><h2>in the dams</h2><figure class=\"table\"><table><thead><tr><th scope=\"col\">The river</th><th scope=\"col\">2025</th></tr></thead><tbody><tr><th scope=\"row\">in the dams</th><td>12.5%</td></tr></tbody></table><figcaption>The river</figcaption></figure><section class=\"footnotes\" role=\"doc-endnotes\"><ol><li id=\"fn-1\">Demand for water grows.</li></ol></section>", "slug_ar": "ماء-النيل", "slug_en": "nile-water", "title_ar": "ماء النيل", "title_en": "Nile water", "attributions": [{"url": "", "date": "2025-01-12", "kind": "byline", "title": "", "source": 1, "authors": [1], "accessed_on": null, "title_language": ""}, {"url": "https://example.org/dams?year=2024&page=1", "date": "2024-11-10", "kind": "reference", "title": "Dams & droughts", "source": 2, "authors": [2], "accessed_on": "2025-01-02", "title_language": "en"}, {"url": "", "date": "2025-01-05", "kind": "reprint", "title": "", "source": 3, "authors": [], "accessed_on": null, "title_language": ""}], "key_points_ar": "الطلب يتزايد.\nقواعد الجفاف أولى.", "key_points_en": "Demand grows.\nRules for dry years come first.", "series_number": 7, "standfirst_ar": "لا يكفي الاتفاق على الحصص.", "standfirst_en": "Agreeing on shares is not enough.", "correction_kind_ar": "", "correction_kind_en": "", "correction_note_ar": "", "correction_note_en": ""}', '{"cover": true, "branch": true, "series": true, "topics": true, "body_ar": true, "body_en": true, "slug_ar": true, "slug_en": true, "title_ar": true, "title_en": true, "attributions": true, "key_points_ar": true, "key_points_en": true, "series_number": true, "standfirst_ar": true, "standfirst_en": true}', 1, 1);
INSERT INTO public.articles_revision VALUES (2, 1, '2025-01-20 12:00:00+00', '{"cover": null, "branch": 1, "series": null, "topics": [], "body_ar": "<p>يضيف الطريق الأطول نحو أسبوعين إلى الرحلة.</p>", "body_en": "", "slug_ar": "البحر-الأحمر", "slug_en": "", "title_ar": "البحر الأحمر", "title_en": "", "attributions": [{"url": "", "date": "2025-01-20", "kind": "byline", "title": "", "source": 1, "authors": [1], "accessed_on": null, "title_language": ""}], "key_points_ar": "", "key_points_en": "", "series_number": null, "standfirst_ar": "ملخص التقرير.", "standfirst_en": "", "correction_kind_ar": "", "correction_kind_en": "", "correction_note_ar": "", "correction_note_en": ""}', '{"branch": true, "body_ar": true, "slug_ar": true, "title_ar": true, "attributions": true, "standfirst_ar": true}', 2, 1);
INSERT INTO public.articles_revision VALUES (3, 2, '2025-01-25 12:00:00+00', '{"cover": null, "branch": 1, "series": null, "topics": [], "body_ar": "<p>يضيف الطريق نحو عشرة أيام إلى الرحلة.</p>", "body_en": "", "slug_ar": "البحر-الأحمر", "slug_en": "", "title_ar": "البحر الأحمر", "title_en": "", "attributions": [{"url": "", "date": "2025-01-20", "kind": "byline", "title": "", "source": 1, "authors": [1], "accessed_on": null, "title_language": ""}], "key_points_ar": "", "key_points_en": "", "series_number": null, "standfirst_ar": "ملخص التقرير.", "standfirst_en": "", "correction_kind_ar": "substantive", "correction_kind_en": "", "correction_note_ar": "الصحيح نحو عشرة أيام.", "correction_note_en": ""}', '{"body_ar": true, "correction_kind_ar": true, "correction_note_ar": true}', 2, 1);
INSERT INTO public.articles_revision VALUES (4, 3, '2025-02-02 12:00:00+00', '{"cover": null, "branch": 1, "series": null, "topics": [], "body_ar": "<p>يضيف الطريق نحو عشرة أيام إلى ميناء جدة.</p>", "body_en": "", "slug_ar": "البحر-الأحمر", "slug_en": "", "title_ar": "البحر الأحمر", "title_en": "", "attributions": [{"url": "", "date": "2025-01-20", "kind": "byline", "title": "", "source": 1, "authors": [1], "accessed_on": null, "title_language": ""}], "key_points_ar": "", "key_points_en": "", "series_number": null, "standfirst_ar": "ملخص التقرير.", "standfirst_en": "", "correction_kind_ar": "minor", "correction_kind_en": "", "correction_note_ar": "صُحّح اسم الميناء.", "correction_note_en": ""}', '{"body_ar": true, "correction_kind_ar": true, "correction_note_ar": true}', 2, 1);
INSERT INTO public.articles_revision VALUES (5, 1, '2025-02-05 12:00:00+00', '{"cover": null, "branch": 1, "series": null, "topics": [], "body_ar": "<p>نزح كثيرون.</p>", "body_en": "", "slug_ar": "النزوح", "slug_en": "", "title_ar": "النزوح", "title_en": "", "attributions": [{"url": "", "date": "2025-02-05", "kind": "byline", "title": "", "source": 1, "authors": [1], "accessed_on": null, "title_language": ""}], "key_points_ar": "", "key_points_en": "", "series_number": null, "standfirst_ar": "ملخص التقرير.", "standfirst_en": "", "correction_kind_ar": "", "correction_kind_en": "", "correction_note_ar": "", "correction_note_en": ""}', '{"branch": true, "body_ar": true, "slug_ar": true, "title_ar": true, "attributions": true, "standfirst_ar": true}', 3, 1);
INSERT INTO public.articles_revision VALUES (6, 1, '2025-02-10 12:00:00+00', '{"cover": null, "branch": 1, "series": null, "topics": [], "body_ar": "<p>مشروع ثقة.</p>", "body_en": "", "slug_ar": "كهرباء", "slug_en": "", "title_ar": "كهرباء", "title_en": "", "attributions": [{"url": "", "date": "2025-02-10", "kind": "byline", "title": "", "source": 1, "authors": [1], "accessed_on": null, "title_language": ""}], "key_points_ar": "", "key_points_en": "", "series_number": null, "standfirst_ar": "ملخص التقرير.", "standfirst_en": "", "correction_kind_ar": "", "correction_kind_en": "", "correction_note_ar": "", "correction_note_en": ""}', '{"branch": true, "body_ar": true, "slug_ar": true, "title_ar": true, "attributions": true, "standfirst_ar": true}', 4, 1);
INSERT INTO public.articles_revision VALUES (7, 2, '2025-02-24 12:00:00+00', '{"cover": null, "branch": 1, "series": null, "topics": [], "body_ar": "<p>مشروع ثقة قبل الكابلات.</p>", "body_en": "", "slug_ar": "كهرباء", "slug_en": "", "title_ar": "كهرباء", "title_en": "", "attributions": [{"url": "", "date": "2025-02-10", "kind": "byline", "title": "", "source": 1, "authors": [1], "accessed_on": null, "title_language": ""}], "key_points_ar": "", "key_points_en": "", "series_number": null, "standfirst_ar": "ملخص التقرير.", "standfirst_en": "", "correction_kind_ar": "minor", "correction_kind_en": "", "correction_note_ar": "أُضيف مصدر.", "correction_note_en": ""}', '{"body_ar": true, "correction_kind_ar": true, "correction_note_ar": true}', 4, 1);
INSERT INTO public.articles_revision VALUES (8, 1, '2025-02-24 12:00:00+00', '{"cover": null, "branch": 1, "series": null, "topics": [], "body_ar": "<p>نص لم يُعتمد.</p>", "body_en": "", "slug_ar": "قيد-المراجعة", "slug_en": "", "title_ar": "قيد المراجعة", "title_en": "", "attributions": [{"url": "", "date": "2025-02-24", "kind": "byline", "title": "", "source": 1, "authors": [1], "accessed_on": null, "title_language": ""}], "key_points_ar": "", "key_points_en": "", "series_number": null, "standfirst_ar": "ملخص التقرير.", "standfirst_en": "", "correction_kind_ar": "", "correction_kind_en": "", "correction_note_ar": "", "correction_note_en": ""}', '{"branch": true, "body_ar": true, "slug_ar": true, "title_ar": true, "attributions": true, "standfirst_ar": true}', 5, 1);
INSERT INTO public.articles_searchentry VALUES (463115520, 4, '\x789c958e4d0e82301484f73d4537ba6cb409072c2220d770811295a041d29bccdcc60735b10617b268f37e66e67bcc506b56dcd1b1d2a8293d1a3aa9520dcf8c8730bda2476fd4540ff24ee24283bb0c2ab446316529568f36e82f5386d338b21c538255344ff8a0e8e42f98c79111907bc915c117467fae7ca0953001e3864e7603ceef43474680e52cd0a999275aeaf53c72c941ff7294ddd8e487626b4db28a750bd8e6057f191db7', '\x789c858e4b0ec2300c44f73d858f00917ac094d094dc825550c5470141959bccdca64e55899605dd59e337cf163a4461e0815610d1d322b211643a9e0437bce9a5120c0a5e14448fa712010f4dd96825eb88ebd42b0a767465d5e1832c489a78b65fc56ce651abe7b5909641f09ad4b8236938e80b45558c2d3d521916d81cae9a9b77febb2a313b53ffecf646ea25b27d6404612ec6cf', 1, '''a_1'' ''a_2'' ''arg_الاتفاق'':6 ''arg_الامن'':20 ''arg_الجفاف'':14 ''arg_الحصص'':8 ''arg_الطلب'':10 ''arg_الماءي'':21 ''arg_النجار'':18 ''arg_النيل'':2,24 ''arg_الهام'':17 ''arg_اوراق'':26 ''arg_اولي'':15 ''arg_حوض'':23 ''arg_سياسات'':27 ''arg_على'':7 ''arg_قواعد'':13 ''arg_لا'':4 ''arg_ماء'':1 ''arg_يتزايد'':11 ''arg_يكفي'':5 ''arh_اتفاق'':6 ''arh_امن'':20 ''arh_اوراق'':26 ''arh_اول'':15 ''arh_جفاف'':14 ''arh_حصه'':8 ''arh_حوض'':23 ''arh_سياس'':27 ''arh_طلب'':10 ''arh_على'':7 ''arh_قاعد'':13 ''arh_لا'':4 ''arh_ماء'':1,21 ''arh_نجار'':18 ''arh_نيل'':2,24 ''arh_هام'':17 ''arh_يتزايد'':11 ''arh_يكف'':5 ''art_النيل'':2 ''art_ماء'':1 ''aru_ماء'':1 ''aru_نيل'':2 ''b_1'' ''c_1'' ''c_2'' ''l_ar'' ''o_1'' ''o_2'' ''o_3'' ''q_20251''', '''are_12'':41 ''are_2025'':38 ''are_5'':42 ''are_dams'':69 ''are_droughts'':70 ''are_الاتفاق'':6 ''are_الافريقيه'':64 ''are_الامن'':52 ''are_الجزيره'':72 ''are_الجفاف'':12 ''are_الحصص'':8 ''are_الحوض'':23 ''are_الراهن'':15 ''are_السدود'':21,26,29,36,40 ''are_الطلب'':9,16,30,44 ''are_القاهره'':61 ''are_الماءي'':53 ''are_المجله'':63 ''are_المحمد'':67 ''are_المياه'':18,32,46 ''are_النجار'':50 ''are_النهر'':24,27,34,37,43 ''are_النيل'':2,56 ''are_الهام'':49 ''are_الوضع'':14 ''are_اوراق'':58 ''are_اولي'':13 ''are_باسل'':66 ''are_حوض'':55 ''are_خريطه'':22 ''are_سياسات'':59 ''are_على'':7,17,31,45 ''are_في'':20,25,28,35,39 ''are_قواعد'':11 ''are_لا'':4 ''are_ماء'':1 ''are_نت'':73 ''are_يتزايد'':10,19,33,47 ''are_يكفي'':5 ''ars_12'':41 ''ars_2025'':38 ''ars_5'':42 ''ars_dam'':69 ''ars_drought'':70 ''ars_اتفاق'':6 ''ars_اسل'' ''ars_افريق'':64 ''ars_امن'':52 ''ars_اوراق'':58 ''ars_اول'':13 ''ars_باسل'':66 ''ars_جزير'':72 ''ars_جفاف'':12 ''ars_حصه'':8 ''ars_حوض'':23,55 ''ars_خريط'':22 ''ars_راهن'':15 ''ars_سد'':21,26,29,36,40 ''ars_سياس'':59 ''ars_طلب'':9,16,30,44 ''ars_على'':7,17,31,45 ''ars_في'':20,25,28,35,39 ''ars_قاعد'':11 ''ars_قاهر'':61 ''ars_لا'':4 ''ars_ماء'':1,18,32,46,53 ''ars_مجل'':63 ''ars_محمد'':67 ''ars_نت'':73 ''ars_نجار'':50 ''ars_نهر'':24,27,34,37,43 ''ars_نيل'':2,56 ''ars_هام'':49 ''ars_وضع'':14 ''ars_يتزايد'':10,19,33,47 ''ars_يكف'':5', '''p_00ddc8d05036'' ''p_02a92592ed28'' ''p_062c90ed0489'' ''p_0c8aa4b4afb9'' ''p_0e6464b9c39b'' ''p_1160a44ee021'' ''p_11c4a009df28'' ''p_142c332b87fa'' ''p_1e53224f80bf'' ''p_1f5fd095e1aa'' ''p_1f812b22b6cc'' ''p_26d4034f416a'' ''p_273d4fcbcdae'' ''p_2a7478297059'' ''p_2b7e43bf179d'' ''p_2cc2ffbb27fe'' ''p_2d12cc8c6277'' ''p_322f576cedb6'' ''p_338ec366c4b5'' ''p_36c4b8cf91a6'' ''p_3a248d02afc0'' ''p_3b9d0d1b6519'' ''p_3bcd625fd912'' ''p_4029ddba2633'' ''p_46006c9c4c22'' ''p_48fdd59d17e6'' ''p_4b0b04b383ad'' ''p_4e862c5eb9bb'' ''p_5236989de8a5'' ''p_548444ee50cf'' ''p_5d805fd278b3'' ''p_5e3cc1e5c5ef'' ''p_619ffc9bc7b3'' ''p_65436810c3d1'' ''p_65e1b189144c'' ''p_666f62c0d94e'' ''p_694b320b601b'' ''p_69c447ee7511'' ''p_6a3d0562cfea'' ''p_6d4a4d1fc5e3'' ''p_6e3b49e5a33d'' ''p_718b5cad1bc2'' ''p_7552bf784aa8'' ''p_77fcea6f393e'' ''p_7a68fcb7d415'' ''p_851dc7e03ca1'' ''p_857244f692b7'' ''p_85bded3d9325'' ''p_888689e1832b'' ''p_88a0e68b62b1'' ''p_893a0138794f'' ''p_8c1df38b61fb'' ''p_8fbb248e5aaa'' ''p_907f795013b5'' ''p_92c7f411bacf'' ''p_93c08f139df2'' ''p_947f04b8813b'' ''p_9613d7b6b4c5'' ''p_989da256e8d6'' ''p_99fa66e7ef99'' ''p_9b8b0b77c868'' ''p_9c6d74d25fe3'' ''p_9d7c56e5b4ca'' ''p_a9f6f25bce0c'' ''p_aa36de950011'' ''p_aae09449e316'' ''p_aae674e71661'' ''p_ab295eed6a5a'' ''p_abbb9c050249'' ''p_aecbd1bf578a'' ''p_b0f871ecf5d3'' ''p_b2c6261df99f'' ''p_b3da3e031424'' ''p_b6bc82fef612'' ''p_ba5e8774d26c'' ''p_bb315600be1b'' ''p_be04eb1bc61c'' ''p_be1a07af94e3'' ''p_c29056a855f4'' ''p_c3fcaa163cb4'' ''p_c41b462cbd5a'' ''p_ca4b861629dd'' ''p_cbf12edd2d32'' ''p_d08b16e06c90'' ''p_d4aeaee24d5c'' ''p_d5f42d421b38'' ''p_d64d2c4062c9'' ''p_d808986d6d2f'' ''p_d91f3d668de9'' ''p_dfa4c6130e14'' ''p_e3175bf80e2f'' ''p_e54e874e7b04'' ''p_e8d003c0dc34'' ''p_e9c95e9a3331'' ''p_eb194baabeda'' ''p_ec54c1532e0c'' ''p_ed89c9bcfa29'' ''p_ee553c82a6cf'' ''p_effd9ac236eb'' ''p_f10c139d4ed7'' ''p_f1edd80bafd2'' ''p_f3751b22511b'' ''p_f5ed491956ac'' ''p_fc6c315614b9''');
INSERT INTO public.articles_searchentry VALUES (463161600, 4, '\x789c858c410ac2301045f739c5dfe83268a007287802f102c14c93809994496ae9ed8d8a584171fbff7baff74214d923334ab04205b1807305719e7cd0ea40c9b283973c17ad8ed3a52143163859b0909582734e84214aa95a9d02616c15e2fa32eff06c2bc9b381c8a88d7236b55e8f64c78725f14aa256e77bc5762dfde8fe8b28b333ddc7b537badbac80ef5d7d0391e7631d', '\x789c8d8d4b0ac3300c44f73ec51ca135e440a2566c432d05d949c8edeb7e202464d1a566de3c81a231678950414d648c5c21dac0a2734c70085c4802a2e9da2f9b9f8c510dc1366c4c8687969e64abadd72d3126e3cad2f6e91b5fa9b17d25593e58a0d21142a1e937b4bc74c61d81bd38c4d7eabf3c0efee687737ff7184ed8f58f170208627a', 2, '''a_1'' ''a_2'' ''b_1'' ''c_1'' ''c_2'' ''eng_agreeing'':4 ''eng_basin'':30 ''eng_come'':18 ''eng_demand'':11 ''eng_dry'':16 ''eng_el'':22 ''eng_elham'':21 ''eng_enough'':9 ''eng_first'':19 ''eng_for'':15 ''eng_grows'':12 ''eng_is'':7 ''eng_naggar'':23 ''eng_nile'':1,29 ''eng_not'':8 ''eng_on'':5 ''eng_papers'':33 ''eng_policy'':32 ''eng_rules'':14 ''eng_security'':26 ''eng_shares'':6 ''eng_the'':28 ''eng_water'':2,25 ''eng_years'':17 ''enh_agreeing'':4 ''enh_basin'':30 ''enh_come'':18 ''enh_demand'':11 ''enh_dry'':16 ''enh_el'':22 ''enh_elham'':21 ''enh_enough'':9 ''enh_first'':19 ''enh_for'':15 ''enh_grow'':12 ''enh_is'':7 ''enh_naggar'':23 ''enh_nile'':1,29 ''enh_not'':8 ''enh_on'':5 ''enh_paper'':33 ''enh_policy'':32 ''enh_rule'':14 ''enh_security'':26 ''enh_share'':6 ''enh_the'':28 ''enh_water'':2,25 ''enh_year'':17 ''ent_nile'':1 ''ent_water'':2 ''enu_nile'':1 ''enu_water'':2 ''l_en'' ''o_1'' ''o_2'' ''o_3'' ''q_20251''', '''ene_12'':54 ''ene_2025'':50 ''ene_5'':55 ''ene_a'':27 ''ene_african'':80 ''ene_agreeing'':4 ''ene_al'':84,90 ''ene_basel'':83 ''ene_basin'':72 ''ene_cairo'':77 ''ene_come'':16 ''ene_dams'':26,33,38,47,53,87 ''ene_demand'':10,20,39,58 ''ene_droughts'':88 ''ene_dry'':14 ''ene_el'':64 ''ene_elham'':63 ''ene_enough'':9 ''ene_first'':17 ''ene_for'':13,21,40,59 ''ene_grows'':11,23,42,61 ''ene_in'':24,31,36,45,51 ''ene_is'':7 ''ene_jazeera'':91 ''ene_journal'':81 ''ene_map'':28 ''ene_mohammad'':85 ''ene_naggar'':65 ''ene_net'':92 ''ene_nile'':1,71 ''ene_not'':8 ''ene_on'':5 ''ene_papers'':75 ''ene_policy'':74 ''ene_present'':19 ''ene_river'':30,35,44,49,57 ''ene_rules'':12 ''ene_security'':68 ''ene_shares'':6 ''ene_the'':18,25,29,32,34,37,43,46,48,52,56,70,79 ''ene_water'':2,22,41,60,67 ''ene_years'':15 ''ens_12'':54 ''ens_2025'':50 ''ens_5'':55 ''ens_a'':27 ''ens_african'':80 ''ens_agreeing'':4 ''ens_al'':84,90 ''ens_basel'':83 ''ens_basin'':72 ''ens_cairo'':77 ''ens_come'':16 ''ens_dam'':26,33,38,47,53,87 ''ens_demand'':10,20,39,58 ''ens_drought'':88 ''ens_dry'':14 ''ens_el'':64 ''ens_elham'':63 ''ens_enough'':9 ''ens_first'':17 ''ens_for'':13,21,40,59 ''ens_grow'':11,23,42,61 ''ens_in'':24,31,36,45,51 ''ens_is'':7 ''ens_jazeera'':91 ''ens_journal'':81 ''ens_map'':28 ''ens_mohammad'':85 ''ens_naggar'':65 ''ens_net'':92 ''ens_nile'':1,71 ''ens_not'':8 ''ens_on'':5 ''ens_paper'':75 ''ens_policy'':74 ''ens_present'':19 ''ens_river'':30,35,44,49,57 ''ens_rule'':12 ''ens_security'':68 ''ens_share'':6 ''ens_the'':18,25,29,32,34,37,43,46,48,52,56,70,79 ''ens_water'':2,22,41,60,67 ''ens_year'':15', '''p_01c9c2e05e34'' ''p_01daad49aa6c'' ''p_0282f3b933ce'' ''p_0451e9e59d28'' ''p_059b544a0163'' ''p_06c3327e6867'' ''p_077e9924ad07'' ''p_0b469e20f84b'' ''p_0b90cfa2e0f7'' ''p_11c40c20921f'' ''p_14fd9b50bca0'' ''p_15683e88c5e2'' ''p_15afcc0d92b4'' ''p_16e1ccd25f94'' ''p_1768fb13c319'' ''p_18bc47399b5c'' ''p_19fd155d3a66'' ''p_1d90ec5e8db9'' ''p_1fd8d5f1cc42'' ''p_2454915a2aa7'' ''p_24785ab1f637'' ''p_25ac68220c80'' ''p_27b3aa160103'' ''p_29efc3a5d688'' ''p_2fd088993fc0'' ''p_301ea5b64fb7'' ''p_32bbc835e41b'' ''p_36098f239ae7'' ''p_375c16de1041'' ''p_3b6a60093d8e'' ''p_3d1986cf1de8'' ''p_3ec1e69fd266'' ''p_3f506729363e'' ''p_417e3a954f40'' ''p_41e28f855cd3'' ''p_46085c18c378'' ''p_47386e16c09a'' ''p_47441a2cb380'' ''p_482befcd25a5'' ''p_48866c9e7f70'' ''p_488ff12d82ab'' ''p_49a583109d54'' ''p_49fffde504cc'' ''p_4b2e0fcb0fde'' ''p_4cd445158ab7'' ''p_4d7b0cb13ce6'' ''p_4ea3715a02f2'' ''p_52fabb327c46'' ''p_5399529760b9'' ''p_5412a83965f1'' ''p_57004a958c5a'' ''p_5714748d8413'' ''p_59f6d13d2897'' ''p_5b54e0945503'' ''p_5d2f4a10708e'' ''p_5f74b61d90a8'' ''p_5f980b6d0026'' ''p_6108c658a0ca'' ''p_6116cb7e2fca'' ''p_633eac0ae0e0'' ''p_648dd4629c44'' ''p_64f6301fbcb6'' ''p_6a107ddb4fcf'' ''p_765a323a87b9'' ''p_76e8a300e11d'' ''p_76fa09fccfac'' ''p_77cf90da3596'' ''p_78f7a943c2cc'' ''p_79bb8548e693'' ''p_7eb5360638ae'' ''p_82074eda12b1'' ''p_82628955a3a3'' ''p_82dc98e557ed'' ''p_84ab95e76e81'' ''p_872a146067c7'' ''p_8730179661da'' ''p_8f672843a3d0'' ''p_90822b2f1c7a'' ''p_92ad40cf8bde'' ''p_933e3def8f9e'' ''p_96606c767642'' ''p_9bffb942d0c1'' ''p_9d3ed789b5fb'' ''p_9d75306864db'' ''p_a06eb9b274f1'' ''p_a13927556cf9'' ''p_a4c4ffd3872a'' ''p_a4e8ebc1c7ee'' ''p_a8e5f6fea3af'' ''p_a961686e4120'' ''p_aba0af11c0b7'' ''p_abb7ee6f3dc1'' ''p_ac201bd05cd0'' ''p_ac80b9872e4e'' ''p_ae03d850deb1'' ''p_b12029c1d390'' ''p_b3bd249b5c8a'' ''p_b4e778771fe8'' ''p_b4f0cbc18dd4'' ''p_b863db458442'' ''p_b8e4b248579c'' ''p_baec8d07b35c'' ''p_bd9523563d3d'' ''p_bf32cd5dd0e1'' ''p_bfe2b0fd5da7'' ''p_c1dfbd31600f'' ''p_c23504e38c50'' ''p_c83f177a16d1'' ''p_c89239bf281e'' ''p_c8df51e744db'' ''p_cb8178b19d62'' ''p_cc1868729206'' ''p_ccd8c96eadaf'' ''p_cdc1f7aea6f9'' ''p_cf2fd8c521e7'' ''p_d0e91c80605f'' ''p_d120d3c85a9b'' ''p_d5c6e2671ef8'' ''p_d6bd0bd4fa4a'' ''p_d7e87a7e58a7'' ''p_dbd08927e7b5'' ''p_dd7acbb6ba7e'' ''p_ddcb4a35ef9c'' ''p_ddd72d9977af'' ''p_debeab2fdd0e'' ''p_e1c34fb6697b'' ''p_e222d1605ac8'' ''p_e7d347227f36'' ''p_e844c8ff6070'' ''p_ed379683f8f5'' ''p_ee886a8d19bd'' ''p_efc5bf0d44f2'' ''p_f10d15dad453'' ''p_f73f34c07019'' ''p_f8668d03eb2d'' ''p_f8877ccece75'' ''p_fbfe4c208996'' ''p_ffeed5b7cfeb''');
INSERT INTO public.articles_searchentry VALUES (463299840, 4, '\x789c258add0980301083df9de226e88e96b3d4ae21e20f2814d1e226c9369edc4bc8977c1ca838710b162b3b232a0b6ae82c1f16f67eb47f667498d098a9c28483598c2faccc784d498299cad1cd6a82620b1fb48b43ca', '\x789c1589d109803014c4fe9de256b53ca57611455028a2c54d2edb58bf2ec98989f0e95bde49ae14570deaf35018e5f63792bcba910931fb20ff7e7923fbed48b0c8b51fa10f714e3445', 3, '''a_1'' ''arg_الاحمر'':2 ''arg_البحر'':1 ''arg_التقرير'':5 ''arg_النجار'':8 ''arg_الهام'':7 ''arg_ملخص'':4 ''arh_احمر'':2 ''arh_بحر'':1 ''arh_تقرير'':5 ''arh_ملخص'':4 ''arh_نجار'':8 ''arh_هام'':7 ''art_الاحمر'':2 ''art_البحر'':1 ''aru_احمر'':2 ''aru_بحر'':1 ''b_1'' ''l_ar'' ''o_1'' ''q_20251''', '''are_اسبوعين'':10 ''are_الاحمر'':2 ''are_الاطول'':8 ''are_البحر'':1 ''are_التقرير'':5 ''are_الرحله'':12 ''are_الطريق'':7 ''are_القاهره'':17 ''are_النجار'':15 ''are_الهام'':14 ''are_الى'':11 ''are_ملخص'':4 ''are_نحو'':9 ''are_يضيف'':6 ''ars_احمر'':2 ''ars_اسبوع'':10 ''ars_اطول'':8 ''ars_الى'':11 ''ars_بحر'':1 ''ars_تقرير'':5 ''ars_رحل'':12 ''ars_طريق'':7 ''ars_قاهر'':17 ''ars_ملخص'':4 ''ars_نجار'':15 ''ars_نحو'':9 ''ars_هام'':14 ''ars_يضيف'':6', '''p_1a6ebc65eb83'' ''p_1bf6a0ab0970'' ''p_28599176a3b7'' ''p_3200f860ee7f'' ''p_43ededb39839'' ''p_46006c9c4c22'' ''p_4d4f3f474d55'' ''p_5343ff26bbd6'' ''p_61bfd60d2134'' ''p_666f62c0d94e'' ''p_66b89e49bf98'' ''p_6b8a7da4e9ee'' ''p_790f7995a692'' ''p_9a128fa49b7b'' ''p_9a4413072bd4'' ''p_a88bcf0c8ad5'' ''p_ae04ca83cf9a'' ''p_b75c3d5876fa'' ''p_c3fcaa163cb4'' ''p_c4e763b88e06'' ''p_cc0f7c394385'' ''p_cdab6dc2ef1e'' ''p_e14f145f0d4c'' ''p_e77393014780'' ''p_e9c95e9a3331'' ''p_ebab0fb1994b'' ''p_ee00e9ccda32'' ''p_f6ff1c415a33''');
INSERT INTO public.articles_searchentry VALUES (463299841, 4, '\x789c25cadd0980301003e077a7b809baa3e52ada35444a0b0a07fee026c9369ef42584e463a2e2c025285e1a238c191606cf9b99633f9e7f66144ed8390b5e9c3054c1eaae3009362a978ecd8da2860f1fa13cce', '\x789c158ac109803014c5ee4ef156b5b452bb88202814aae2262fdbf83d05928842f6e94bde49ee34774d0adc3466f9f91d492c3ea8f2eb1147a84a913732abdca3657d33d42fc5', 4, '''a_1'' ''arg_الاحمر'':2 ''arg_البحر'':1 ''arg_التقرير'':5 ''arg_النجار'':8 ''arg_الهام'':7 ''arg_ملخص'':4 ''arh_احمر'':2 ''arh_بحر'':1 ''arh_تقرير'':5 ''arh_ملخص'':4 ''arh_نجار'':8 ''arh_هام'':7 ''art_الاحمر'':2 ''art_البحر'':1 ''aru_احمر'':2 ''aru_بحر'':1 ''b_1'' ''l_ar'' ''o_1'' ''q_20251''', '''are_الاحمر'':2 ''are_البحر'':1 ''are_التقرير'':5 ''are_الرحله'':12 ''are_الطريق'':7 ''are_القاهره'':17 ''are_النجار'':15 ''are_الهام'':14 ''are_الى'':11 ''are_ايام'':10 ''are_عشره'':9 ''are_ملخص'':4 ''are_نحو'':8 ''are_يضيف'':6 ''ars_احمر'':2 ''ars_الى'':11 ''ars_بحر'':1 ''ars_تقرير'':5 ''ars_رحل'':12 ''ars_طريق'':7 ''ars_عشر'':9 ''ars_قاهر'':17 ''ars_ملخص'':4 ''ars_نجار'':15 ''ars_نحو'':8 ''ars_هام'':14 ''ars_يضيف'':6 ''ars_يوم'':10', '''p_1a6ebc65eb83'' ''p_1ec5d7305d98'' ''p_28599176a3b7'' ''p_43ededb39839'' ''p_46006c9c4c22'' ''p_5343ff26bbd6'' ''p_5485ae7d18b5'' ''p_5cf08f491d0c'' ''p_61bfd60d2134'' ''p_666f62c0d94e'' ''p_66b89e49bf98'' ''p_68dd7b40d9b4'' ''p_6b8a7da4e9ee'' ''p_790f7995a692'' ''p_9326541a38b6'' ''p_97ff753b44c1'' ''p_a88bcf0c8ad5'' ''p_ae04ca83cf9a'' ''p_b75c3d5876fa'' ''p_c3fcaa163cb4'' ''p_c4e763b88e06'' ''p_cc0f7c394385'' ''p_df5db4b60a24'' ''p_e77393014780'' ''p_e9c95e9a3331'' ''p_ec1771a0acb9'' ''p_ee00e9ccda32'' ''p_f6ff1c415a33''');
INSERT INTO public.articles_searchentry VALUES (463299842, 4, '\x789c258acb0980301404ef56f12ab04743226a172212143f04fc6027b3dd18f1322cb3a320cfc669c43c6639923a5259645eea54fdc7fd693953cdaac67838484cc690bba8608cf26a4d21673591de58d899ca1755f13fca', '\x789c158ccb0980301404ef56b1ad1a128daf0b4f01f1432051ec64b71b9fa7819965a1a4c8931ddc145865ac18e0b8651ac1e7770ad0c443197cd97ce12a2b8145510bfcc3bc17aee0ce4b333e702f36fd', 5, '''a_1'' ''arg_الاحمر'':2 ''arg_البحر'':1 ''arg_التقرير'':5 ''arg_النجار'':8 ''arg_الهام'':7 ''arg_ملخص'':4 ''arh_احمر'':2 ''arh_بحر'':1 ''arh_تقرير'':5 ''arh_ملخص'':4 ''arh_نجار'':8 ''arh_هام'':7 ''art_الاحمر'':2 ''art_البحر'':1 ''aru_احمر'':2 ''aru_بحر'':1 ''b_1'' ''l_ar'' ''o_1'' ''q_20251''', '''are_الاحمر'':2 ''are_البحر'':1 ''are_التقرير'':5 ''are_الطريق'':7 ''are_القاهره'':18 ''are_النجار'':16 ''are_الهام'':15 ''are_الى'':11 ''are_ايام'':10 ''are_جده'':13 ''are_عشره'':9 ''are_ملخص'':4 ''are_ميناء'':12 ''are_نحو'':8 ''are_يضيف'':6 ''ars_احمر'':2 ''ars_الى'':11 ''ars_بحر'':1 ''ars_تقرير'':5 ''ars_جده'':13 ''ars_طريق'':7 ''ars_عشر'':9 ''ars_قاهر'':18 ''ars_ملخص'':4 ''ars_ميناء'':12 ''ars_نجار'':16 ''ars_نحو'':8 ''ars_هام'':15 ''ars_يضيف'':6 ''ars_يوم'':10', '''p_1a6ebc65eb83'' ''p_1ec5d7305d98'' ''p_28599176a3b7'' ''p_43ededb39839'' ''p_46006c9c4c22'' ''p_5343ff26bbd6'' ''p_5485ae7d18b5'' ''p_5a05ccbc3a29'' ''p_5cf08f491d0c'' ''p_666f62c0d94e'' ''p_66b89e49bf98'' ''p_68dd7b40d9b4'' ''p_6b8a7da4e9ee'' ''p_790f7995a692'' ''p_803a6de28a57'' ''p_9326541a38b6'' ''p_97ff753b44c1'' ''p_ae04ca83cf9a'' ''p_b75c3d5876fa'' ''p_c3fcaa163cb4'' ''p_c4e763b88e06'' ''p_cc0f7c394385'' ''p_cc1ff76c8f3d'' ''p_df5db4b60a24'' ''p_e77393014780'' ''p_e9c95e9a3331'' ''p_ec1771a0acb9'' ''p_ee00e9ccda32'' ''p_f3b49289a180'' ''p_f6ff1c415a33''');
INSERT INTO public.articles_searchentry VALUES (463668480, 4, '\x789cbbd97ab3e5c6ba1b5b156e2c073256dd6cbab1f166d78d8d7a5c37db6e6cbab156e166f38dd520819b1d37dbf400b7a51d9c', '\x789c53b8d97ab3e5c6ba1b5b156eacbad97463e3cdae1b1b15b8146eb6ddd87463adc2cde61babc122500a00a4591cb3', 6, '''a_1'' ''arg_التقرير'':4 ''arg_النجار'':7 ''arg_النزوح'':1 ''arg_الهام'':6 ''arg_ملخص'':3 ''arh_تقرير'':4 ''arh_ملخص'':3 ''arh_نجار'':7 ''arh_نزوح'':1 ''arh_هام'':6 ''art_النزوح'':1 ''aru_نزوح'':1 ''b_1'' ''l_ar'' ''o_1'' ''q_20251''', '''are_التقرير'':4 ''are_القاهره'':11 ''are_النجار'':9 ''are_النزوح'':1 ''are_الهام'':8 ''are_كثيرون'':6 ''are_ملخص'':3 ''are_نزح'':5 ''ars_تقرير'':4 ''ars_ثير'' ''ars_قاهر'':11 ''ars_كثير'':6 ''ars_ملخص'':3 ''ars_نجار'':9 ''ars_نزح'':5 ''ars_نزوح'':1 ''ars_هام'':8', '''p_28599176a3b7'' ''p_43ededb39839'' ''p_4414526af1e9'' ''p_46006c9c4c22'' ''p_64549ccdfc86'' ''p_666f62c0d94e'' ''p_790f7995a692'' ''p_a58dabeb35af'' ''p_c3fcaa163cb4'' ''p_cc0f7c394385'' ''p_e9c95e9a3331'' ''p_feeb7d10d153''');
INSERT INTO public.articles_searchentry VALUES (463783680, 4, '\x789cbbd97ab3e5c6ba1b5b156e2c073256dd6cbab1f166d78d8d7a5c375b6f6c01b23b6eec54b8b11a28bc520f007f8c1c67', '\x789c53b8d97ab3e5c6ba1b5b156eacbad97463e3cdae1b1b15b8146eb6ded802e474dcd8a97063f5cda69bed0a001e02198e', 7, '''a_1'' ''arg_التقرير'':4 ''arg_النجار'':7 ''arg_الهام'':6 ''arg_كهرباء'':1 ''arg_ملخص'':3 ''arh_تقرير'':4 ''arh_كهرباء'':1 ''arh_ملخص'':3 ''arh_نجار'':7 ''arh_هام'':6 ''arh_هرباء'' ''art_كهرباء'':1 ''aru_كهرباء'':1 ''aru_هرباء'' ''b_1'' ''l_ar'' ''o_1'' ''q_20251''', '''are_التقرير'':4 ''are_القاهره'':11 ''are_النجار'':9 ''are_الهام'':8 ''are_ثقه'':6 ''are_كهرباء'':1 ''are_مشروع'':5 ''are_ملخص'':3 ''ars_تقرير'':4 ''ars_ثقه'':6 ''ars_قاهر'':11 ''ars_كهرباء'':1 ''ars_مشروع'':5 ''ars_ملخص'':3 ''ars_نجار'':9 ''ars_هام'':8 ''ars_هرباء''', '''p_28599176a3b7'' ''p_30e4c6a0b0b7'' ''p_3fd485420b90'' ''p_43ededb39839'' ''p_46006c9c4c22'' ''p_55f15f55845a'' ''p_63e86db63e9a'' ''p_666f62c0d94e'' ''p_790f7995a692'' ''p_c3fcaa163cb4'' ''p_cc0f7c394385'' ''p_e9c95e9a3331''');
INSERT INTO public.articles_searchentry VALUES (463783681, 4, '\x789cbbd97ab3e5c6ba1b5b156e2c073256dd6cbab1f166d78d8d7a5c375b6f6c01b23b6eec54b8b11a28bc520148acb8d9025678b3f9c672100748aed20300f3cc2c74', '\x789c1dc9c109c0200004c17faab85a8d12b191040301411f7672db8d92df0e2b12d19f875c096e14371d22b96f644ff9257069cf87284edf7f2c11b423be', 8, '''a_1'' ''arg_التقرير'':4 ''arg_النجار'':7 ''arg_الهام'':6 ''arg_كهرباء'':1 ''arg_ملخص'':3 ''arh_تقرير'':4 ''arh_كهرباء'':1 ''arh_ملخص'':3 ''arh_نجار'':7 ''arh_هام'':6 ''arh_هرباء'' ''art_كهرباء'':1 ''aru_كهرباء'':1 ''aru_هرباء'' ''b_1'' ''l_ar'' ''o_1'' ''q_20251''', '''are_التقرير'':4 ''are_القاهره'':13 ''are_الكابلات'':8 ''are_النجار'':11 ''are_الهام'':10 ''are_ثقه'':6 ''are_قبل'':7 ''are_كهرباء'':1 ''are_مشروع'':5 ''are_ملخص'':3 ''ars_تقرير'':4 ''ars_ثقه'':6 ''ars_قاهر'':13 ''ars_قبل'':7 ''ars_كابل'':8 ''ars_كهرباء'':1 ''ars_مشروع'':5 ''ars_ملخص'':3 ''ars_نجار'':11 ''ars_هام'':10 ''ars_هرباء''', '''p_08c7541e0af4'' ''p_135aee0a0648'' ''p_28599176a3b7'' ''p_30e4c6a0b0b7'' ''p_3fd485420b90'' ''p_43ededb39839'' ''p_46006c9c4c22'' ''p_55f15f55845a'' ''p_62b3cc867120'' ''p_63e86db63e9a'' ''p_666f62c0d94e'' ''p_790f7995a692'' ''p_c3fcaa163cb4'' ''p_cc0f7c394385'' ''p_d15801205942'' ''p_e9c95e9a3331''');
INSERT INTO public.articles_seriesindex VALUES (1, 'ar', '2025-01-12 12:00:00+00', 1, 1);
INSERT INTO public.articles_seriesindex VALUES (2, 'en', '2025-01-14 12:00:00+00', 2, 1);
INSERT INTO public.articles_sourceindex VALUES (1, 'ar', '2025-01-12 12:00:00+00', 1, 1);
INSERT INTO public.articles_sourceindex VALUES (2, 'ar', '2025-01-12 12:00:00+00', 1, 2);
INSERT INTO public.articles_sourceindex VALUES (3, 'ar', '2025-01-12 12:00:00+00', 1, 3);
INSERT INTO public.articles_sourceindex VALUES (4, 'en', '2025-01-14 12:00:00+00', 2, 1);
INSERT INTO public.articles_sourceindex VALUES (5, 'en', '2025-01-14 12:00:00+00', 2, 2);
INSERT INTO public.articles_sourceindex VALUES (6, 'en', '2025-01-14 12:00:00+00', 2, 3);
INSERT INTO public.articles_sourceindex VALUES (7, 'ar', '2025-01-20 12:00:00+00', 3, 1);
INSERT INTO public.articles_sourceindex VALUES (8, 'ar', '2025-01-20 12:00:00+00', 4, 1);
INSERT INTO public.articles_sourceindex VALUES (9, 'ar', '2025-01-20 12:00:00+00', 5, 1);
INSERT INTO public.articles_sourceindex VALUES (10, 'ar', '2025-02-05 12:00:00+00', 6, 1);
INSERT INTO public.articles_sourceindex VALUES (11, 'ar', '2025-02-10 12:00:00+00', 7, 1);
INSERT INTO public.articles_sourceindex VALUES (12, 'ar', '2025-02-10 12:00:00+00', 8, 1);
INSERT INTO public.articles_topicindex VALUES (1, 'ar', '2025-01-12 12:00:00+00', 1, 1);
INSERT INTO public.articles_topicindex VALUES (2, 'ar', '2025-01-12 12:00:00+00', 1, 2);
INSERT INTO public.articles_topicindex VALUES (3, 'en', '2025-01-14 12:00:00+00', 2, 1);
INSERT INTO public.articles_topicindex VALUES (4, 'en', '2025-01-14 12:00:00+00', 2, 2);
INSERT INTO public.articles_track VALUES (1, 'ar', 'approved', '', '', NULL, 1, NULL, NULL);
INSERT INTO public.articles_track VALUES (2, 'en', 'approved', '', '', NULL, 1, NULL, 1);
INSERT INTO public.articles_track VALUES (4, 'en', 'draft', '', '', NULL, 2, NULL, NULL);
INSERT INTO public.articles_track VALUES (3, 'ar', 'approved', 'صُحّح اسم الميناء.', 'minor', NULL, 2, NULL, NULL);
INSERT INTO public.articles_track VALUES (6, 'en', 'draft', '', '', NULL, 3, NULL, NULL);
INSERT INTO public.articles_track VALUES (5, 'ar', 'withdrawn', '', '', NULL, 3, NULL, NULL);
INSERT INTO public.articles_track VALUES (8, 'en', 'draft', '', '', NULL, 4, NULL, NULL);
INSERT INTO public.articles_track VALUES (7, 'ar', 'approved', 'أُضيف مصدر.', 'minor', NULL, 4, NULL, NULL);
INSERT INTO public.articles_track VALUES (10, 'en', 'draft', '', '', NULL, 5, NULL, NULL);
INSERT INTO public.articles_track VALUES (9, 'ar', 'review', '', '', NULL, 5, NULL, NULL);
INSERT INTO public.articles_transition VALUES (1, 'ar', 'submit', '2025-01-12 12:00:00+00', 'draft', 'review', '', NULL, NULL, '', 1, 1, NULL);
INSERT INTO public.articles_transition VALUES (2, 'ar', 'approve', '2025-01-12 12:00:00+00', 'review', 'approved', '', NULL, NULL, '237e0c3e91a714b4a96571937f2d53b077b0f00b64de72ffc16b6433d5ab610d', 1, 2, NULL);
INSERT INTO public.articles_transition VALUES (3, 'en', 'submit', '2025-01-14 12:00:00+00', 'draft', 'review', '', NULL, NULL, '', 1, 1, NULL);
INSERT INTO public.articles_transition VALUES (4, 'en', 'approve', '2025-01-14 12:00:00+00', 'review', 'approved', '', NULL, NULL, '945fb3ba69eb55d7bc5f17ea4c674538888556040cbadeb36b62115971ca3827', 1, 2, NULL);
INSERT INTO public.articles_transition VALUES (5, 'ar', 'submit', '2025-01-20 12:00:00+00', 'draft', 'review', '', NULL, NULL, '', 2, 1, NULL);
INSERT INTO public.articles_transition VALUES (6, 'ar', 'approve', '2025-01-20 12:00:00+00', 'review', 'approved', '', NULL, NULL, '66adb9e770df3f5bd5432e7dc7f25e218a88ab080fc892cb3d54ad1f361fd51a', 2, 2, NULL);
INSERT INTO public.articles_transition VALUES (7, 'ar', 'reopen', '2025-01-25 12:00:00+00', 'approved', 'draft', '', NULL, NULL, '', 2, 1, NULL);
INSERT INTO public.articles_transition VALUES (8, 'ar', 'submit', '2025-01-25 12:00:00+00', 'draft', 'review', '', NULL, NULL, '', 2, 1, NULL);
INSERT INTO public.articles_transition VALUES (9, 'ar', 'approve', '2025-01-25 12:00:00+00', 'review', 'approved', '', NULL, NULL, '8e3b4b7c66ae09c546bcc3379b390912eed75de4928c0c480fe7682e983ffaec', 2, 2, NULL);
INSERT INTO public.articles_transition VALUES (10, 'ar', 'reopen', '2025-02-02 12:00:00+00', 'approved', 'draft', '', NULL, NULL, '', 2, 1, NULL);
INSERT INTO public.articles_transition VALUES (11, 'ar', 'submit', '2025-02-02 12:00:00+00', 'draft', 'review', '', NULL, NULL, '', 2, 1, NULL);
INSERT INTO public.articles_transition VALUES (12, 'ar', 'approve', '2025-02-02 12:00:00+00', 'review', 'approved', '', NULL, NULL, 'f4de01cb89318f907f7a3f966b7cea9caeccc7f49f3fd12d9e0e7333108c87fe', 2, 2, NULL);
INSERT INTO public.articles_transition VALUES (13, 'ar', 'submit', '2025-02-05 12:00:00+00', 'draft', 'review', '', NULL, NULL, '', 3, 1, NULL);
INSERT INTO public.articles_transition VALUES (14, 'ar', 'approve', '2025-02-05 12:00:00+00', 'review', 'approved', '', NULL, NULL, 'ed1377cd46f951cffaa67b1ab8f5efe1d00dd88fc3ca38da61128e8c8cd61208', 3, 2, NULL);
INSERT INTO public.articles_transition VALUES (15, 'ar', 'withdraw', '2025-02-20 12:00:00+00', 'approved', 'withdrawn', 'سُحب إلى حين التحقق من الأرقام.', NULL, NULL, 'ed1377cd46f951cffaa67b1ab8f5efe1d00dd88fc3ca38da61128e8c8cd61208', 3, 2, NULL);
INSERT INTO public.articles_transition VALUES (16, 'ar', 'submit', '2025-02-10 12:00:00+00', 'draft', 'review', '', NULL, NULL, '', 4, 1, NULL);
INSERT INTO public.articles_transition VALUES (17, 'ar', 'approve', '2025-02-10 12:00:00+00', 'review', 'approved', '', NULL, NULL, '5adf273932dffed8e7060b6f6f82e74614c926d95ea299f32deb63a50562fb62', 4, 2, NULL);
INSERT INTO public.articles_transition VALUES (18, 'ar', 'reopen', '2025-02-24 12:00:00+00', 'approved', 'draft', '', NULL, NULL, '', 4, 1, NULL);
INSERT INTO public.articles_transition VALUES (19, 'ar', 'submit', '2025-02-24 12:00:00+00', 'draft', 'review', '', NULL, NULL, '', 4, 1, NULL);
INSERT INTO public.articles_transition VALUES (20, 'ar', 'approve', '2025-02-24 12:00:00+00', 'review', 'approved', '', NULL, NULL, 'fbd1d49571c1d01fa78de2431fe8af35df9692a37c540143e509b6b8e395213b', 4, 2, NULL);
INSERT INTO public.articles_transition VALUES (21, 'ar', 'share_preview', '2025-02-24 12:00:00+00', 'draft', 'draft', 'مراجع خارجي', NULL, NULL, 'daab2a90d84971ae75b00887eff45d58b34be99b21b7e780a852e66025fafb03', 5, 1, NULL);
INSERT INTO public.articles_transition VALUES (22, 'ar', 'submit', '2025-02-24 12:00:00+00', 'draft', 'review', '', NULL, NULL, '', 5, 1, NULL);
INSERT INTO public.articles_transition VALUES (23, 'ar', 'remark', '2025-02-24 12:00:00+00', 'review', 'review', 'أين المصدر؟', NULL, NULL, '', 5, 2, 1);
INSERT INTO public.articles_version VALUES ('press', 74);
INSERT INTO public.articles_version VALUES ('register', 25);
INSERT INTO public.articles_writerindex VALUES (1, 'ar', '2025-01-12 12:00:00+00', 1, 1);
INSERT INTO public.articles_writerindex VALUES (2, 'en', '2025-01-14 12:00:00+00', 2, 1);
INSERT INTO public.articles_writerindex VALUES (3, 'ar', '2025-01-20 12:00:00+00', 3, 1);
INSERT INTO public.articles_writerindex VALUES (4, 'ar', '2025-01-20 12:00:00+00', 4, 1);
INSERT INTO public.articles_writerindex VALUES (5, 'ar', '2025-01-20 12:00:00+00', 5, 1);
INSERT INTO public.articles_writerindex VALUES (6, 'ar', '2025-02-05 12:00:00+00', 6, 1);
INSERT INTO public.articles_writerindex VALUES (7, 'ar', '2025-02-10 12:00:00+00', 7, 1);
INSERT INTO public.articles_writerindex VALUES (8, 'ar', '2025-02-10 12:00:00+00', 8, 1);
INSERT INTO public.auth_permission VALUES (1, 'Can add log entry', 1, 'add_logentry');
INSERT INTO public.auth_permission VALUES (2, 'Can change log entry', 1, 'change_logentry');
INSERT INTO public.auth_permission VALUES (3, 'Can delete log entry', 1, 'delete_logentry');
INSERT INTO public.auth_permission VALUES (4, 'Can view log entry', 1, 'view_logentry');
INSERT INTO public.auth_permission VALUES (5, 'Can add permission', 2, 'add_permission');
INSERT INTO public.auth_permission VALUES (6, 'Can change permission', 2, 'change_permission');
INSERT INTO public.auth_permission VALUES (7, 'Can delete permission', 2, 'delete_permission');
INSERT INTO public.auth_permission VALUES (8, 'Can view permission', 2, 'view_permission');
INSERT INTO public.auth_permission VALUES (9, 'Can add group', 3, 'add_group');
INSERT INTO public.auth_permission VALUES (10, 'Can change group', 3, 'change_group');
INSERT INTO public.auth_permission VALUES (11, 'Can delete group', 3, 'delete_group');
INSERT INTO public.auth_permission VALUES (12, 'Can view group', 3, 'view_group');
INSERT INTO public.auth_permission VALUES (13, 'Can add user', 4, 'add_user');
INSERT INTO public.auth_permission VALUES (14, 'Can change user', 4, 'change_user');
INSERT INTO public.auth_permission VALUES (15, 'Can delete user', 4, 'delete_user');
INSERT INTO public.auth_permission VALUES (16, 'Can view user', 4, 'view_user');
INSERT INTO public.auth_permission VALUES (17, 'Can add content type', 5, 'add_contenttype');
INSERT INTO public.auth_permission VALUES (18, 'Can change content type', 5, 'change_contenttype');
INSERT INTO public.auth_permission VALUES (19, 'Can delete content type', 5, 'delete_contenttype');
INSERT INTO public.auth_permission VALUES (20, 'Can view content type', 5, 'view_contenttype');
INSERT INTO public.auth_permission VALUES (21, 'Can add session', 6, 'add_session');
INSERT INTO public.auth_permission VALUES (22, 'Can change session', 6, 'change_session');
INSERT INTO public.auth_permission VALUES (23, 'Can delete session', 6, 'delete_session');
INSERT INTO public.auth_permission VALUES (24, 'Can view session', 6, 'view_session');
INSERT INTO public.auth_permission VALUES (25, 'Can add Task Result', 7, 'add_dbtaskresult');
INSERT INTO public.auth_permission VALUES (26, 'Can change Task Result', 7, 'change_dbtaskresult');
INSERT INTO public.auth_permission VALUES (27, 'Can delete Task Result', 7, 'delete_dbtaskresult');
INSERT INTO public.auth_permission VALUES (28, 'Can view Task Result', 7, 'view_dbtaskresult');
INSERT INTO public.auth_permission VALUES (29, 'Can add attempts', 8, 'add_attempts');
INSERT INTO public.auth_permission VALUES (30, 'Can change attempts', 8, 'change_attempts');
INSERT INTO public.auth_permission VALUES (31, 'Can delete attempts', 8, 'delete_attempts');
INSERT INTO public.auth_permission VALUES (32, 'Can view attempts', 8, 'view_attempts');
INSERT INTO public.auth_permission VALUES (33, 'Can add sent form', 9, 'add_sentform');
INSERT INTO public.auth_permission VALUES (34, 'Can change sent form', 9, 'change_sentform');
INSERT INTO public.auth_permission VALUES (35, 'Can delete sent form', 9, 'delete_sentform');
INSERT INTO public.auth_permission VALUES (36, 'Can view sent form', 9, 'view_sentform');
INSERT INTO public.auth_permission VALUES (37, 'Can add branch', 10, 'add_branch');
INSERT INTO public.auth_permission VALUES (38, 'Can change branch', 10, 'change_branch');
INSERT INTO public.auth_permission VALUES (39, 'Can delete branch', 10, 'delete_branch');
INSERT INTO public.auth_permission VALUES (40, 'Can view branch', 10, 'view_branch');
INSERT INTO public.auth_permission VALUES (41, 'Can add author', 11, 'add_author');
INSERT INTO public.auth_permission VALUES (42, 'Can change author', 11, 'change_author');
INSERT INTO public.auth_permission VALUES (43, 'Can delete author', 11, 'delete_author');
INSERT INTO public.auth_permission VALUES (44, 'Can view author', 11, 'view_author');
INSERT INTO public.auth_permission VALUES (45, 'Can add source', 12, 'add_source');
INSERT INTO public.auth_permission VALUES (46, 'Can change source', 12, 'change_source');
INSERT INTO public.auth_permission VALUES (47, 'Can delete source', 12, 'delete_source');
INSERT INTO public.auth_permission VALUES (48, 'Can view source', 12, 'view_source');
INSERT INTO public.auth_permission VALUES (49, 'Can add topic', 13, 'add_topic');
INSERT INTO public.auth_permission VALUES (50, 'Can change topic', 13, 'change_topic');
INSERT INTO public.auth_permission VALUES (51, 'Can delete topic', 13, 'delete_topic');
INSERT INTO public.auth_permission VALUES (52, 'Can view topic', 13, 'view_topic');
INSERT INTO public.auth_permission VALUES (53, 'Can add series', 14, 'add_series');
INSERT INTO public.auth_permission VALUES (54, 'Can change series', 14, 'change_series');
INSERT INTO public.auth_permission VALUES (55, 'Can delete series', 14, 'delete_series');
INSERT INTO public.auth_permission VALUES (56, 'Can view series', 14, 'view_series');
INSERT INTO public.auth_permission VALUES (57, 'Can add page', 15, 'add_page');
INSERT INTO public.auth_permission VALUES (58, 'Can change page', 15, 'change_page');
INSERT INTO public.auth_permission VALUES (59, 'Can delete page', 15, 'delete_page');
INSERT INTO public.auth_permission VALUES (60, 'Can view page', 15, 'view_page');
INSERT INTO public.auth_permission VALUES (61, 'Can add synonyms', 16, 'add_synonym');
INSERT INTO public.auth_permission VALUES (62, 'Can change synonyms', 16, 'change_synonym');
INSERT INTO public.auth_permission VALUES (63, 'Can delete synonyms', 16, 'delete_synonym');
INSERT INTO public.auth_permission VALUES (64, 'Can view synonyms', 16, 'view_synonym');
INSERT INTO public.auth_permission VALUES (65, 'Can add former slug', 17, 'add_formerslug');
INSERT INTO public.auth_permission VALUES (66, 'Can change former slug', 17, 'change_formerslug');
INSERT INTO public.auth_permission VALUES (67, 'Can delete former slug', 17, 'delete_formerslug');
INSERT INTO public.auth_permission VALUES (68, 'Can view former slug', 17, 'view_formerslug');
INSERT INTO public.auth_permission VALUES (69, 'Can add membership', 18, 'add_membership');
INSERT INTO public.auth_permission VALUES (70, 'Can change membership', 18, 'change_membership');
INSERT INTO public.auth_permission VALUES (71, 'Can delete membership', 18, 'delete_membership');
INSERT INTO public.auth_permission VALUES (72, 'Can view membership', 18, 'view_membership');
INSERT INTO public.auth_permission VALUES (73, 'Can add editor on call', 19, 'add_oncall');
INSERT INTO public.auth_permission VALUES (74, 'Can change editor on call', 19, 'change_oncall');
INSERT INTO public.auth_permission VALUES (75, 'Can delete editor on call', 19, 'delete_oncall');
INSERT INTO public.auth_permission VALUES (76, 'Can view editor on call', 19, 'view_oncall');
INSERT INTO public.auth_permission VALUES (77, 'Can add demo', 20, 'add_demomark');
INSERT INTO public.auth_permission VALUES (78, 'Can change demo', 20, 'change_demomark');
INSERT INTO public.auth_permission VALUES (79, 'Can delete demo', 20, 'delete_demomark');
INSERT INTO public.auth_permission VALUES (80, 'Can view demo', 20, 'view_demomark');
INSERT INTO public.auth_permission VALUES (81, 'Can add version', 21, 'add_version');
INSERT INTO public.auth_permission VALUES (82, 'Can change version', 21, 'change_version');
INSERT INTO public.auth_permission VALUES (83, 'Can delete version', 21, 'delete_version');
INSERT INTO public.auth_permission VALUES (84, 'Can view version', 21, 'view_version');
INSERT INTO public.auth_permission VALUES (85, 'Can add choice of mail', 22, 'add_mailchoice');
INSERT INTO public.auth_permission VALUES (86, 'Can change choice of mail', 22, 'change_mailchoice');
INSERT INTO public.auth_permission VALUES (87, 'Can delete choice of mail', 22, 'delete_mailchoice');
INSERT INTO public.auth_permission VALUES (88, 'Can view choice of mail', 22, 'view_mailchoice');
INSERT INTO public.auth_permission VALUES (89, 'Can add picture', 23, 'add_picture');
INSERT INTO public.auth_permission VALUES (90, 'Can change picture', 23, 'change_picture');
INSERT INTO public.auth_permission VALUES (91, 'Can delete picture', 23, 'delete_picture');
INSERT INTO public.auth_permission VALUES (92, 'Can view picture', 23, 'view_picture');
INSERT INTO public.auth_permission VALUES (93, 'Can add picture size', 24, 'add_picturesize');
INSERT INTO public.auth_permission VALUES (94, 'Can change picture size', 24, 'change_picturesize');
INSERT INTO public.auth_permission VALUES (95, 'Can delete picture size', 24, 'delete_picturesize');
INSERT INTO public.auth_permission VALUES (96, 'Can view picture size', 24, 'view_picturesize');
INSERT INTO public.auth_permission VALUES (97, 'Can add report', 25, 'add_article');
INSERT INTO public.auth_permission VALUES (98, 'Can change report', 25, 'change_article');
INSERT INTO public.auth_permission VALUES (99, 'Can delete report', 25, 'delete_article');
INSERT INTO public.auth_permission VALUES (100, 'Can view report', 25, 'view_article');
INSERT INTO public.auth_permission VALUES (101, 'Can view edition', 26, 'view_edition');
INSERT INTO public.auth_permission VALUES (102, 'Can add printed', 27, 'add_printed');
INSERT INTO public.auth_permission VALUES (103, 'Can change printed', 27, 'change_printed');
INSERT INTO public.auth_permission VALUES (104, 'Can delete printed', 27, 'delete_printed');
INSERT INTO public.auth_permission VALUES (105, 'Can view printed', 27, 'view_printed');
INSERT INTO public.auth_permission VALUES (106, 'Can add search entry', 28, 'add_searchentry');
INSERT INTO public.auth_permission VALUES (107, 'Can change search entry', 28, 'change_searchentry');
INSERT INTO public.auth_permission VALUES (108, 'Can delete search entry', 28, 'delete_searchentry');
INSERT INTO public.auth_permission VALUES (109, 'Can view search entry', 28, 'view_searchentry');
INSERT INTO public.auth_permission VALUES (110, 'Can add branch index', 29, 'add_branchindex');
INSERT INTO public.auth_permission VALUES (111, 'Can change branch index', 29, 'change_branchindex');
INSERT INTO public.auth_permission VALUES (112, 'Can delete branch index', 29, 'delete_branchindex');
INSERT INTO public.auth_permission VALUES (113, 'Can view branch index', 29, 'view_branchindex');
INSERT INTO public.auth_permission VALUES (114, 'Can add author index', 30, 'add_authorindex');
INSERT INTO public.auth_permission VALUES (115, 'Can change author index', 30, 'change_authorindex');
INSERT INTO public.auth_permission VALUES (116, 'Can delete author index', 30, 'delete_authorindex');
INSERT INTO public.auth_permission VALUES (117, 'Can view author index', 30, 'view_authorindex');
INSERT INTO public.auth_permission VALUES (118, 'Can add source index', 31, 'add_sourceindex');
INSERT INTO public.auth_permission VALUES (119, 'Can change source index', 31, 'change_sourceindex');
INSERT INTO public.auth_permission VALUES (120, 'Can delete source index', 31, 'delete_sourceindex');
INSERT INTO public.auth_permission VALUES (121, 'Can view source index', 31, 'view_sourceindex');
INSERT INTO public.auth_permission VALUES (122, 'Can add topic index', 32, 'add_topicindex');
INSERT INTO public.auth_permission VALUES (123, 'Can change topic index', 32, 'change_topicindex');
INSERT INTO public.auth_permission VALUES (124, 'Can delete topic index', 32, 'delete_topicindex');
INSERT INTO public.auth_permission VALUES (125, 'Can view topic index', 32, 'view_topicindex');
INSERT INTO public.auth_permission VALUES (126, 'Can add series index', 33, 'add_seriesindex');
INSERT INTO public.auth_permission VALUES (127, 'Can change series index', 33, 'change_seriesindex');
INSERT INTO public.auth_permission VALUES (128, 'Can delete series index', 33, 'delete_seriesindex');
INSERT INTO public.auth_permission VALUES (129, 'Can view series index', 33, 'view_seriesindex');
INSERT INTO public.auth_permission VALUES (130, 'Can add writer index', 34, 'add_writerindex');
INSERT INTO public.auth_permission VALUES (131, 'Can change writer index', 34, 'change_writerindex');
INSERT INTO public.auth_permission VALUES (132, 'Can delete writer index', 34, 'delete_writerindex');
INSERT INTO public.auth_permission VALUES (133, 'Can view writer index', 34, 'view_writerindex');
INSERT INTO public.auth_permission VALUES (134, 'Can add picture index', 35, 'add_pictureindex');
INSERT INTO public.auth_permission VALUES (135, 'Can change picture index', 35, 'change_pictureindex');
INSERT INTO public.auth_permission VALUES (136, 'Can delete picture index', 35, 'delete_pictureindex');
INSERT INTO public.auth_permission VALUES (137, 'Can view picture index', 35, 'view_pictureindex');
INSERT INTO public.auth_permission VALUES (138, 'Can add track', 36, 'add_track');
INSERT INTO public.auth_permission VALUES (139, 'Can change track', 36, 'change_track');
INSERT INTO public.auth_permission VALUES (140, 'Can delete track', 36, 'delete_track');
INSERT INTO public.auth_permission VALUES (141, 'Can view track', 36, 'view_track');
INSERT INTO public.auth_permission VALUES (142, 'Can add attribution', 37, 'add_attribution');
INSERT INTO public.auth_permission VALUES (143, 'Can change attribution', 37, 'change_attribution');
INSERT INTO public.auth_permission VALUES (144, 'Can delete attribution', 37, 'delete_attribution');
INSERT INTO public.auth_permission VALUES (145, 'Can view attribution', 37, 'view_attribution');
INSERT INTO public.auth_permission VALUES (146, 'Can add credit', 38, 'add_credit');
INSERT INTO public.auth_permission VALUES (147, 'Can change credit', 38, 'change_credit');
INSERT INTO public.auth_permission VALUES (148, 'Can delete credit', 38, 'delete_credit');
INSERT INTO public.auth_permission VALUES (149, 'Can view credit', 38, 'view_credit');
INSERT INTO public.auth_permission VALUES (150, 'Can add revision', 39, 'add_revision');
INSERT INTO public.auth_permission VALUES (151, 'Can change revision', 39, 'change_revision');
INSERT INTO public.auth_permission VALUES (152, 'Can delete revision', 39, 'delete_revision');
INSERT INTO public.auth_permission VALUES (153, 'Can view revision', 39, 'view_revision');
INSERT INTO public.auth_permission VALUES (154, 'Can add remark', 40, 'add_reviewnote');
INSERT INTO public.auth_permission VALUES (155, 'Can change remark', 40, 'change_reviewnote');
INSERT INTO public.auth_permission VALUES (156, 'Can delete remark', 40, 'delete_reviewnote');
INSERT INTO public.auth_permission VALUES (157, 'Can view remark', 40, 'view_reviewnote');
INSERT INTO public.auth_permission VALUES (158, 'Can add transition', 41, 'add_transition');
INSERT INTO public.auth_permission VALUES (159, 'Can change transition', 41, 'change_transition');
INSERT INTO public.auth_permission VALUES (160, 'Can delete transition', 41, 'delete_transition');
INSERT INTO public.auth_permission VALUES (161, 'Can view transition', 41, 'view_transition');
INSERT INTO public.auth_permission VALUES (162, 'Can add unsaved text', 42, 'add_autosave');
INSERT INTO public.auth_permission VALUES (163, 'Can change unsaved text', 42, 'change_autosave');
INSERT INTO public.auth_permission VALUES (164, 'Can delete unsaved text', 42, 'delete_autosave');
INSERT INTO public.auth_permission VALUES (165, 'Can view unsaved text', 42, 'view_autosave');
INSERT INTO public.auth_permission VALUES (166, 'Can add presence', 43, 'add_presence');
INSERT INTO public.auth_permission VALUES (167, 'Can change presence', 43, 'change_presence');
INSERT INTO public.auth_permission VALUES (168, 'Can delete presence', 43, 'delete_presence');
INSERT INTO public.auth_permission VALUES (169, 'Can view presence', 43, 'view_presence');
INSERT INTO public.auth_permission VALUES (170, 'Can add preview link', 44, 'add_previewlink');
INSERT INTO public.auth_permission VALUES (171, 'Can change preview link', 44, 'change_previewlink');
INSERT INTO public.auth_permission VALUES (172, 'Can delete preview link', 44, 'delete_previewlink');
INSERT INTO public.auth_permission VALUES (173, 'Can view preview link', 44, 'view_previewlink');
INSERT INTO public.auth_permission VALUES (174, 'Can add invitation', 45, 'add_invitation');
INSERT INTO public.auth_permission VALUES (175, 'Can change invitation', 45, 'change_invitation');
INSERT INTO public.auth_permission VALUES (176, 'Can delete invitation', 45, 'delete_invitation');
INSERT INTO public.auth_permission VALUES (177, 'Can view invitation', 45, 'view_invitation');
INSERT INTO public.auth_permission VALUES (178, 'Can add notice', 46, 'add_notice');
INSERT INTO public.auth_permission VALUES (179, 'Can change notice', 46, 'change_notice');
INSERT INTO public.auth_permission VALUES (180, 'Can delete notice', 46, 'delete_notice');
INSERT INTO public.auth_permission VALUES (181, 'Can view notice', 46, 'view_notice');
INSERT INTO public.auth_user VALUES (1, 'md5$490UgRihQjsagUPrnS3dSP$37e57caed44b09c67a14fcd53043fc56', NULL, false, 'writer', 'سلمى', 'عبد الرحمن', '', false, true, '2025-01-10 12:00:00+00');
INSERT INTO public.auth_user VALUES (2, 'md5$dqDAiFiCZhQ3dnmk3zLVE1$f4b683a1303f0edcdd7afc023017d5a6', NULL, false, 'editor', 'كريم', 'الشافعي', '', false, true, '2025-01-10 12:00:00+00');
INSERT INTO public.authors_author VALUES (1, 'إلهام النجار', 'إلهام النجار', 'Elham El-Naggar', 'إلهام-النجار', 'إلهام-النجار', 'elham-el-naggar', 'د.', 'د.', 'Dr.', 'إلهام', 'إلهام', NULL, 'النجار', 'النجار', NULL, '', NULL, NULL, '', NULL, NULL, '', '', '', NULL, NULL, NULL);
INSERT INTO public.authors_author VALUES (2, 'باسل المحمد', 'باسل المحمد', 'Basel Al-Mohammad', 'باسل-المحمد', 'باسل-المحمد', 'basel-al-mohammad', '', NULL, NULL, '', NULL, NULL, '', NULL, NULL, '', NULL, NULL, '', NULL, NULL, '', '', '', NULL, NULL, NULL);
INSERT INTO public.authors_branch VALUES (1, 'القاهرة', 'القاهرة', 'Cairo', 'القاهرة', 'القاهرة', 'cairo', '', NULL, NULL, '', NULL, NULL, '', NULL, NULL, '', 0, false, 48);
INSERT INTO public.authors_formerslug VALUES (1, 'topic', 2, 'ar', 'حوض-النيل');
INSERT INTO public.authors_formerslug VALUES (2, 'topic', 2, 'en', 'the-nile-basin');
INSERT INTO public.authors_membership VALUES (1, 'writer', 'ar', 1, 1);
INSERT INTO public.authors_membership VALUES (2, 'writer', 'en', 1, 1);
INSERT INTO public.authors_membership VALUES (3, 'editor', 'ar', 1, 2);
INSERT INTO public.authors_membership VALUES (4, 'editor', 'en', 1, 2);
INSERT INTO public.authors_page VALUES (1, 'عن المركز', 'عن المركز', 'About', 'عن-المركز', 'عن-المركز', 'about', '<p>مركز بحثي.</p>', '<p>مركز بحثي.</p>', '<p>A centre.</p>', true, 0);
INSERT INTO public.authors_series VALUES (1, 'أوراق سياسات', 'أوراق سياسات', 'Policy papers', 'أوراق-سياسات', 'أوراق-سياسات', 'policy-papers');
INSERT INTO public.authors_source VALUES (1, 'مركز شاف لتحليل الأزمات والدراسات المستقبلية', 'مركز شاف لتحليل الأزمات والدراسات المستقبلية', 'SHAF Centre', 'مركز-شاف', 'مركز-شاف', 'shaf', '', 'own', '', '', 'الآراء لكتّابها.', 'الآراء لكتّابها.', 'The views are those of the authors.', '', 'example.org,2025');
INSERT INTO public.authors_source VALUES (2, 'المجلة الأفريقية', 'المجلة الأفريقية', 'The African Journal', 'المجلة-الأفريقية', 'المجلة-الأفريقية', 'the-african-journal', '', 'academic', '', '', '', NULL, NULL, '', '');
INSERT INTO public.authors_source VALUES (3, 'الجزيرة نت', 'الجزيرة نت', 'Al Jazeera Net', 'الجزيرة-نت', 'الجزيرة-نت', 'al-jazeera-net', '', 'news', '', '', '', NULL, NULL, '', '');
INSERT INTO public.authors_topic VALUES (1, 'الأمن المائي', 'الأمن المائي', 'Water security', 'الأمن-المائي', 'الأمن-المائي', 'water-security', 'theme');
INSERT INTO public.authors_topic VALUES (2, 'حوض النيل', 'حوض النيل', 'The Nile basin', 'النيل', 'النيل', 'nile', 'theme');
INSERT INTO public.django_admin_log VALUES (1, '2025-01-12 12:00:00+00', '1', 'سد على نهر', 2, '[{"changed": {"fields": ["\u0627\u0644\u0646\u0635 \u0627\u0644\u0628\u062f\u064a\u0644", "\u0627\u0644\u0646\u0635 \u0627\u0644\u0628\u062f\u064a\u0644", "\u0627\u0644\u062a\u0639\u0644\u064a\u0642", "\u0627\u0644\u062a\u0639\u0644\u064a\u0642", "\u0645\u0635\u062f\u0631 \u0627\u0644\u0635\u0648\u0631\u0629", "\u0627\u0644\u062a\u0631\u062e\u064a\u0635"]}}]', 23, 1);
INSERT INTO public.django_admin_log VALUES (2, '2025-01-12 12:00:00+00', '2', 'خريطة الحوض', 2, '[{"changed": {"fields": ["\u0627\u0644\u0646\u0635 \u0627\u0644\u0628\u062f\u064a\u0644", "\u0627\u0644\u0646\u0635 \u0627\u0644\u0628\u062f\u064a\u0644", "\u0627\u0644\u062a\u0639\u0644\u064a\u0642", "\u0627\u0644\u062a\u0639\u0644\u064a\u0642", "\u0645\u0635\u062f\u0631 \u0627\u0644\u0635\u0648\u0631\u0629", "\u0627\u0644\u062a\u0631\u062e\u064a\u0635"]}}]', 23, 1);
INSERT INTO public.django_content_type VALUES (1, 'admin', 'logentry');
INSERT INTO public.django_content_type VALUES (2, 'auth', 'permission');
INSERT INTO public.django_content_type VALUES (3, 'auth', 'group');
INSERT INTO public.django_content_type VALUES (4, 'auth', 'user');
INSERT INTO public.django_content_type VALUES (5, 'contenttypes', 'contenttype');
INSERT INTO public.django_content_type VALUES (6, 'sessions', 'session');
INSERT INTO public.django_content_type VALUES (7, 'django_tasks_database', 'dbtaskresult');
INSERT INTO public.django_content_type VALUES (8, 'attempts', 'attempts');
INSERT INTO public.django_content_type VALUES (9, 'once', 'sentform');
INSERT INTO public.django_content_type VALUES (10, 'authors', 'branch');
INSERT INTO public.django_content_type VALUES (11, 'authors', 'author');
INSERT INTO public.django_content_type VALUES (12, 'authors', 'source');
INSERT INTO public.django_content_type VALUES (13, 'authors', 'topic');
INSERT INTO public.django_content_type VALUES (14, 'authors', 'series');
INSERT INTO public.django_content_type VALUES (15, 'authors', 'page');
INSERT INTO public.django_content_type VALUES (16, 'authors', 'synonym');
INSERT INTO public.django_content_type VALUES (17, 'authors', 'formerslug');
INSERT INTO public.django_content_type VALUES (18, 'authors', 'membership');
INSERT INTO public.django_content_type VALUES (19, 'authors', 'oncall');
INSERT INTO public.django_content_type VALUES (20, 'articles', 'demomark');
INSERT INTO public.django_content_type VALUES (21, 'articles', 'version');
INSERT INTO public.django_content_type VALUES (22, 'articles', 'mailchoice');
INSERT INTO public.django_content_type VALUES (23, 'articles', 'picture');
INSERT INTO public.django_content_type VALUES (24, 'articles', 'picturesize');
INSERT INTO public.django_content_type VALUES (25, 'articles', 'article');
INSERT INTO public.django_content_type VALUES (26, 'articles', 'edition');
INSERT INTO public.django_content_type VALUES (27, 'articles', 'printed');
INSERT INTO public.django_content_type VALUES (28, 'articles', 'searchentry');
INSERT INTO public.django_content_type VALUES (29, 'articles', 'branchindex');
INSERT INTO public.django_content_type VALUES (30, 'articles', 'authorindex');
INSERT INTO public.django_content_type VALUES (31, 'articles', 'sourceindex');
INSERT INTO public.django_content_type VALUES (32, 'articles', 'topicindex');
INSERT INTO public.django_content_type VALUES (33, 'articles', 'seriesindex');
INSERT INTO public.django_content_type VALUES (34, 'articles', 'writerindex');
INSERT INTO public.django_content_type VALUES (35, 'articles', 'pictureindex');
INSERT INTO public.django_content_type VALUES (36, 'articles', 'track');
INSERT INTO public.django_content_type VALUES (37, 'articles', 'attribution');
INSERT INTO public.django_content_type VALUES (38, 'articles', 'credit');
INSERT INTO public.django_content_type VALUES (39, 'articles', 'revision');
INSERT INTO public.django_content_type VALUES (40, 'articles', 'reviewnote');
INSERT INTO public.django_content_type VALUES (41, 'articles', 'transition');
INSERT INTO public.django_content_type VALUES (42, 'articles', 'autosave');
INSERT INTO public.django_content_type VALUES (43, 'articles', 'presence');
INSERT INTO public.django_content_type VALUES (44, 'articles', 'previewlink');
INSERT INTO public.django_content_type VALUES (45, 'articles', 'invitation');
INSERT INTO public.django_content_type VALUES (46, 'articles', 'notice');
INSERT INTO public.django_migrations VALUES (1, 'contenttypes', '0001_initial', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (2, 'auth', '0001_initial', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (3, 'admin', '0001_initial', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (4, 'admin', '0002_logentry_remove_auto_add', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (5, 'admin', '0003_logentry_add_action_flag_choices', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (6, 'authors', '0001_initial', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (7, 'articles', '0001_initial', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (8, 'articles', '0002_search_index', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (9, 'attempts', '0001_initial', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (10, 'contenttypes', '0002_remove_content_type_name', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (11, 'auth', '0002_alter_permission_name_max_length', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (12, 'auth', '0003_alter_user_email_max_length', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (13, 'auth', '0004_alter_user_username_opts', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (14, 'auth', '0005_alter_user_last_login_null', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (15, 'auth', '0006_require_contenttypes_0002', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (16, 'auth', '0007_alter_validators_add_error_messages', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (17, 'auth', '0008_alter_user_username_max_length', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (18, 'auth', '0009_alter_user_last_name_max_length', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (19, 'auth', '0010_alter_group_name_max_length', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (20, 'auth', '0011_update_proxy_permissions', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (21, 'auth', '0012_alter_user_first_name_max_length', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (22, 'authors', '0002_publisher', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (23, 'django_tasks_database', '0001_initial', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (24, 'django_tasks_database', '0002_alter_dbtaskresult_options', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (25, 'django_tasks_database', '0003_dbtaskresult_enqueued_at_dbtaskresult_finished_at', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (26, 'django_tasks_database', '0004_dbtaskresult_started_at', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (27, 'django_tasks_database', '0005_alter_dbtaskresult_priority_and_more', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (28, 'django_tasks_database', '0006_alter_dbtaskresult_args_kwargs_and_more', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (29, 'django_tasks_database', '0007_add_separate_results_fields', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (30, 'django_tasks_database', '0008_separate_results_field', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (31, 'django_tasks_database', '0009_remove_results_field', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (32, 'django_tasks_database', '0010_alter_dbtaskresult_status', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (33, 'django_tasks_database', '0011_rename_complete_status', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (34, 'django_tasks_database', '0012_add_separate_exception_fields', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (35, 'django_tasks_database', '0013_separate_exception_fields', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (36, 'django_tasks_database', '0014_remove_dbtaskresult_exception_data', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (37, 'django_tasks_database', '0015_correctly_order_run_after', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (38, 'django_tasks_database', '0016_remove_dbtaskresult_django_task_new_ordering_idx_and_more', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (39, 'django_tasks_database', '0017_dbtaskresult_metadata', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (40, 'django_tasks_database', '0018_rename_succeeded_status', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (41, 'django_tasks_database', '0019_rename_django_task_new_ordering_idx_tasks_db_new_ordering_idx_and_more', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (42, 'django_tasks_database', '0020_update_db_task_result_ordering', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (43, 'django_tasks_database', '0021_conditional_partial_index_ordering', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (44, 'once', '0001_initial', '2025-01-10 12:00:00+00');
INSERT INTO public.django_migrations VALUES (45, 'sessions', '0001_initial', '2025-01-10 12:00:00+00');
SELECT pg_catalog.setval('public.articles_article_id_seq', 5, true);
SELECT pg_catalog.setval('public.articles_article_topics_id_seq', 2, true);
SELECT pg_catalog.setval('public.articles_attribution_id_seq', 7, true);
SELECT pg_catalog.setval('public.articles_authorindex_id_seq', 10, true);
SELECT pg_catalog.setval('public.articles_autosave_id_seq', 1, false);
SELECT pg_catalog.setval('public.articles_branchindex_id_seq', 8, true);
SELECT pg_catalog.setval('public.articles_credit_id_seq', 6, true);
SELECT pg_catalog.setval('public.articles_demomark_id_seq', 1, false);
SELECT pg_catalog.setval('public.articles_edition_id_seq', 8, true);
SELECT pg_catalog.setval('public.articles_invitation_id_seq', 1, false);
SELECT pg_catalog.setval('public.articles_mailchoice_id_seq', 1, false);
SELECT pg_catalog.setval('public.articles_notice_id_seq', 19, true);
SELECT pg_catalog.setval('public.articles_picture_id_seq', 2, true);
SELECT pg_catalog.setval('public.articles_pictureindex_id_seq', 4, true);
SELECT pg_catalog.setval('public.articles_picturesize_id_seq', 4, true);
SELECT pg_catalog.setval('public.articles_presence_id_seq', 1, false);
SELECT pg_catalog.setval('public.articles_previewlink_id_seq', 1, true);
SELECT pg_catalog.setval('public.articles_reviewnote_id_seq', 1, true);
SELECT pg_catalog.setval('public.articles_revision_id_seq', 8, true);
SELECT pg_catalog.setval('public.articles_seriesindex_id_seq', 2, true);
SELECT pg_catalog.setval('public.articles_sourceindex_id_seq', 12, true);
SELECT pg_catalog.setval('public.articles_topicindex_id_seq', 4, true);
SELECT pg_catalog.setval('public.articles_track_id_seq', 10, true);
SELECT pg_catalog.setval('public.articles_transition_id_seq', 23, true);
SELECT pg_catalog.setval('public.articles_writerindex_id_seq', 8, true);
SELECT pg_catalog.setval('public.attempts_attempts_id_seq', 1, false);
SELECT pg_catalog.setval('public.auth_group_id_seq', 1, false);
SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 1, false);
SELECT pg_catalog.setval('public.auth_permission_id_seq', 181, true);
SELECT pg_catalog.setval('public.auth_user_groups_id_seq', 1, false);
SELECT pg_catalog.setval('public.auth_user_id_seq', 2, true);
SELECT pg_catalog.setval('public.auth_user_user_permissions_id_seq', 1, false);
SELECT pg_catalog.setval('public.authors_author_id_seq', 2, true);
SELECT pg_catalog.setval('public.authors_branch_id_seq', 1, true);
SELECT pg_catalog.setval('public.authors_formerslug_id_seq', 2, true);
SELECT pg_catalog.setval('public.authors_membership_id_seq', 4, true);
SELECT pg_catalog.setval('public.authors_oncall_id_seq', 1, false);
SELECT pg_catalog.setval('public.authors_page_id_seq', 1, true);
SELECT pg_catalog.setval('public.authors_series_id_seq', 1, true);
SELECT pg_catalog.setval('public.authors_source_id_seq', 3, true);
SELECT pg_catalog.setval('public.authors_synonym_id_seq', 1, false);
SELECT pg_catalog.setval('public.authors_topic_id_seq', 2, true);
SELECT pg_catalog.setval('public.django_admin_log_id_seq', 2, true);
SELECT pg_catalog.setval('public.django_content_type_id_seq', 46, true);
SELECT pg_catalog.setval('public.django_migrations_id_seq', 45, true);
SELECT pg_catalog.setval('public.once_sentform_id_seq', 1, false);
ALTER TABLE ONLY public.articles_article
    ADD CONSTRAINT articles_article_import_reference_key UNIQUE (import_reference);
ALTER TABLE ONLY public.articles_article
    ADD CONSTRAINT articles_article_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.articles_article_topics
    ADD CONSTRAINT articles_article_topics_article_id_topic_id_e17776b6_uniq UNIQUE (article_id, topic_id);
ALTER TABLE ONLY public.articles_article_topics
    ADD CONSTRAINT articles_article_topics_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.articles_attribution
    ADD CONSTRAINT articles_attribution_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.articles_authorindex
    ADD CONSTRAINT articles_authorindex_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.articles_autosave
    ADD CONSTRAINT articles_autosave_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.articles_branchindex
    ADD CONSTRAINT articles_branchindex_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.articles_credit
    ADD CONSTRAINT articles_credit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.articles_demomark
    ADD CONSTRAINT articles_demomark_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.articles_edition
    ADD CONSTRAINT articles_edition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.articles_invitation
    ADD CONSTRAINT articles_invitation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.articles_mailchoice
    ADD CONSTRAINT articles_mailchoice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.articles_mailchoice
    ADD CONSTRAINT articles_mailchoice_user_id_key UNIQUE (user_id);
ALTER TABLE ONLY public.articles_notice
    ADD CONSTRAINT articles_notice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.articles_picture
    ADD CONSTRAINT articles_picture_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.articles_pictureindex
    ADD CONSTRAINT articles_pictureindex_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.articles_picturesize
    ADD CONSTRAINT articles_picturesize_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.articles_presence
    ADD CONSTRAINT articles_presence_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.articles_previewlink
    ADD CONSTRAINT articles_previewlink_key_key UNIQUE (key);
ALTER TABLE ONLY public.articles_previewlink
    ADD CONSTRAINT articles_previewlink_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.articles_printed
    ADD CONSTRAINT articles_printed_pkey PRIMARY KEY (edition_id);
ALTER TABLE ONLY public.articles_reviewnote
    ADD CONSTRAINT articles_reviewnote_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.articles_revision
    ADD CONSTRAINT articles_revision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.articles_searchentry
    ADD CONSTRAINT articles_searchentry_edition_id_key UNIQUE (edition_id);
ALTER TABLE ONLY public.articles_searchentry
    ADD CONSTRAINT articles_searchentry_pkey PRIMARY KEY (place);
ALTER TABLE ONLY public.articles_seriesindex
    ADD CONSTRAINT articles_seriesindex_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.articles_sourceindex
    ADD CONSTRAINT articles_sourceindex_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.articles_topicindex
    ADD CONSTRAINT articles_topicindex_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.articles_track
    ADD CONSTRAINT articles_track_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.articles_transition
    ADD CONSTRAINT articles_transition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.articles_version
    ADD CONSTRAINT articles_version_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.articles_writerindex
    ADD CONSTRAINT articles_writerindex_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.attempts_attempts
    ADD CONSTRAINT attempts_attempts_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.attempts_attempts
    ADD CONSTRAINT attempts_unique UNIQUE (what, who);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_user_groups
    ADD CONSTRAINT auth_user_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_user_groups
    ADD CONSTRAINT auth_user_groups_user_id_group_id_94350c0c_uniq UNIQUE (user_id, group_id);
ALTER TABLE ONLY public.auth_user
    ADD CONSTRAINT auth_user_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_user_user_permissions
    ADD CONSTRAINT auth_user_user_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_user_user_permissions
    ADD CONSTRAINT auth_user_user_permissions_user_id_permission_id_14a6b632_uniq UNIQUE (user_id, permission_id);
ALTER TABLE ONLY public.auth_user
    ADD CONSTRAINT auth_user_username_key UNIQUE (username);
ALTER TABLE ONLY public.articles_authorindex
    ADD CONSTRAINT author_index_unique UNIQUE (entry_id, edition_id);
ALTER TABLE ONLY public.authors_author
    ADD CONSTRAINT authors_author_account_id_key UNIQUE (account_id);
ALTER TABLE ONLY public.authors_author
    ADD CONSTRAINT authors_author_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.authors_branch
    ADD CONSTRAINT authors_branch_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.authors_formerslug
    ADD CONSTRAINT authors_formerslug_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.authors_membership
    ADD CONSTRAINT authors_membership_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.authors_oncall
    ADD CONSTRAINT authors_oncall_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.authors_page
    ADD CONSTRAINT authors_page_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.authors_series
    ADD CONSTRAINT authors_series_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.authors_source
    ADD CONSTRAINT authors_source_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.authors_synonym
    ADD CONSTRAINT authors_synonym_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.authors_topic
    ADD CONSTRAINT authors_topic_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.articles_autosave
    ADD CONSTRAINT autosave_unique UNIQUE (user_id, tab);
ALTER TABLE ONLY public.articles_branchindex
    ADD CONSTRAINT branch_index_unique UNIQUE (entry_id, edition_id);
ALTER TABLE ONLY public.articles_credit
    ADD CONSTRAINT credit_unique UNIQUE (attribution_id, author_id);
ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);
ALTER TABLE ONLY public.django_tasks_database_dbtaskresult
    ADD CONSTRAINT django_tasks_database_dbtaskresult_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.articles_edition
    ADD CONSTRAINT edition_number_unique UNIQUE (article_id, language, number);
ALTER TABLE ONLY public.authors_formerslug
    ADD CONSTRAINT former_slug_unique UNIQUE (kind, language, slug);
ALTER TABLE ONLY public.authors_membership
    ADD CONSTRAINT membership_unique UNIQUE (user_id, branch_id, role, language);
ALTER TABLE ONLY public.articles_notice
    ADD CONSTRAINT notice_unique UNIQUE (to_id, key);
ALTER TABLE ONLY public.authors_oncall
    ADD CONSTRAINT on_call_unique UNIQUE (branch_id, user_id, language);
ALTER TABLE ONLY public.once_sentform
    ADD CONSTRAINT once_sent_form_unique UNIQUE (person, token);
ALTER TABLE ONLY public.once_sentform
    ADD CONSTRAINT once_sentform_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.articles_pictureindex
    ADD CONSTRAINT picture_index_unique UNIQUE (picture, edition_id);
ALTER TABLE ONLY public.articles_picture
    ADD CONSTRAINT picture_once_a_branch UNIQUE (file, branch_id);
ALTER TABLE ONLY public.articles_picturesize
    ADD CONSTRAINT picture_size_unique UNIQUE (picture_id, format, width);
ALTER TABLE ONLY public.articles_presence
    ADD CONSTRAINT presence_unique UNIQUE (article_id, user_id, tab);
ALTER TABLE ONLY public.articles_revision
    ADD CONSTRAINT revision_unique UNIQUE (article_id, version);
ALTER TABLE ONLY public.articles_seriesindex
    ADD CONSTRAINT series_index_unique UNIQUE (entry_id, edition_id);
ALTER TABLE ONLY public.articles_sourceindex
    ADD CONSTRAINT source_index_unique UNIQUE (entry_id, edition_id);
ALTER TABLE ONLY public.articles_topicindex
    ADD CONSTRAINT topic_index_unique UNIQUE (entry_id, edition_id);
ALTER TABLE ONLY public.articles_track
    ADD CONSTRAINT track_unique UNIQUE (article_id, language);
ALTER TABLE ONLY public.articles_writerindex
    ADD CONSTRAINT writer_index_unique UNIQUE (entry_id, edition_id);
CREATE INDEX articles_article_branch_id_83e2114c ON public.articles_article USING btree (branch_id);
CREATE INDEX articles_article_cover_id_c05906f3 ON public.articles_article USING btree (cover_id);
CREATE INDEX articles_article_import_reference_19d17450_like ON public.articles_article USING btree (import_reference varchar_pattern_ops);
CREATE INDEX articles_article_series_id_7cea5b86 ON public.articles_article USING btree (series_id);
CREATE INDEX articles_article_topics_article_id_40a728e9 ON public.articles_article_topics USING btree (article_id);
CREATE INDEX articles_article_topics_topic_id_64d77542 ON public.articles_article_topics USING btree (topic_id);
CREATE INDEX articles_attribution_article_id_4d3fe8f1 ON public.articles_attribution USING btree (article_id);
CREATE INDEX articles_attribution_source_id_a3688271 ON public.articles_attribution USING btree (source_id);
CREATE INDEX articles_authorindex_edition_id_57f25d40 ON public.articles_authorindex USING btree (edition_id);
CREATE INDEX articles_authorindex_entry_id_931f2642 ON public.articles_authorindex USING btree (entry_id);
CREATE INDEX articles_autosave_article_id_aab90dbe ON public.articles_autosave USING btree (article_id);
CREATE INDEX articles_autosave_user_id_056b9bdf ON public.articles_autosave USING btree (user_id);
CREATE INDEX articles_branchindex_edition_id_c80581a5 ON public.articles_branchindex USING btree (edition_id);
CREATE INDEX articles_branchindex_entry_id_875cd7ce ON public.articles_branchindex USING btree (entry_id);
CREATE INDEX articles_credit_attribution_id_bc602ec3 ON public.articles_credit USING btree (attribution_id);
CREATE INDEX articles_credit_author_id_c925ebcc ON public.articles_credit USING btree (author_id);
CREATE INDEX articles_edition_approved_by_id_409dce25 ON public.articles_edition USING btree (approved_by_id);
CREATE INDEX articles_edition_article_id_7f9247b9 ON public.articles_edition USING btree (article_id);
CREATE INDEX articles_invitation_branch_id_46b33333 ON public.articles_invitation USING btree (branch_id);
CREATE INDEX articles_invitation_by_id_84997dd5 ON public.articles_invitation USING btree (by_id);
CREATE INDEX articles_invitation_user_id_f6d3fcc5 ON public.articles_invitation USING btree (user_id);
CREATE INDEX articles_notice_article_id_b46c8518 ON public.articles_notice USING btree (article_id);
CREATE INDEX articles_notice_branch_id_ff16ad07 ON public.articles_notice USING btree (branch_id);
CREATE INDEX articles_notice_by_id_8f907ca0 ON public.articles_notice USING btree (by_id);
CREATE INDEX articles_notice_to_id_2d91d267 ON public.articles_notice USING btree (to_id);
CREATE INDEX articles_picture_branch_id_77c1b8fa ON public.articles_picture USING btree (branch_id);
CREATE INDEX articles_picture_uploaded_by_id_63b63520 ON public.articles_picture USING btree (uploaded_by_id);
CREATE INDEX articles_pictureindex_edition_id_4dbda7af ON public.articles_pictureindex USING btree (edition_id);
CREATE INDEX articles_picturesize_picture_id_ce7be540 ON public.articles_picturesize USING btree (picture_id);
CREATE INDEX articles_presence_article_id_e3b853cd ON public.articles_presence USING btree (article_id);
CREATE INDEX articles_presence_user_id_71e10ff5 ON public.articles_presence USING btree (user_id);
CREATE INDEX articles_previewlink_article_id_9f637733 ON public.articles_previewlink USING btree (article_id);
CREATE INDEX articles_previewlink_by_id_17a33c20 ON public.articles_previewlink USING btree (by_id);
CREATE INDEX articles_previewlink_key_0d793105_like ON public.articles_previewlink USING btree (key varchar_pattern_ops);
CREATE INDEX articles_reviewnote_article_id_a41f2ff2 ON public.articles_reviewnote USING btree (article_id);
CREATE INDEX articles_reviewnote_by_id_3bf2df70 ON public.articles_reviewnote USING btree (by_id);
CREATE INDEX articles_reviewnote_resolved_by_id_4bedfdac ON public.articles_reviewnote USING btree (resolved_by_id);
CREATE INDEX articles_revision_article_id_2d2af917 ON public.articles_revision USING btree (article_id);
CREATE INDEX articles_revision_by_id_59de87fb ON public.articles_revision USING btree (by_id);
CREATE INDEX articles_search ON public.articles_searchentry USING gin (head, words, pairs) WITH (fastupdate=off);
CREATE INDEX articles_seriesindex_edition_id_c975c41a ON public.articles_seriesindex USING btree (edition_id);
CREATE INDEX articles_seriesindex_entry_id_c06a2abe ON public.articles_seriesindex USING btree (entry_id);
CREATE INDEX articles_sourceindex_edition_id_9867a45f ON public.articles_sourceindex USING btree (edition_id);
CREATE INDEX articles_sourceindex_entry_id_150e5b03 ON public.articles_sourceindex USING btree (entry_id);
CREATE INDEX articles_topicindex_edition_id_ef73504a ON public.articles_topicindex USING btree (edition_id);
CREATE INDEX articles_topicindex_entry_id_539b9918 ON public.articles_topicindex USING btree (entry_id);
CREATE INDEX articles_track_article_id_700c82e0 ON public.articles_track USING btree (article_id);
CREATE INDEX articles_track_guest_editor_id_91c2408a ON public.articles_track USING btree (guest_editor_id);
CREATE INDEX articles_track_made_from_id_c4533ca8 ON public.articles_track USING btree (made_from_id);
CREATE INDEX articles_transition_article_id_6acb1239 ON public.articles_transition USING btree (article_id);
CREATE INDEX articles_transition_by_id_802e1524 ON public.articles_transition USING btree (by_id);
CREATE INDEX articles_transition_note_id_eea3a193 ON public.articles_transition USING btree (note_id);
CREATE INDEX articles_version_name_c24e52db_like ON public.articles_version USING btree (name varchar_pattern_ops);
CREATE INDEX articles_writerindex_edition_id_82b250fc ON public.articles_writerindex USING btree (edition_id);
CREATE INDEX articles_writerindex_entry_id_ff72ba4d ON public.articles_writerindex USING btree (entry_id);
CREATE INDEX attempts_attempts_empty_at_e9d21e7a ON public.attempts_attempts USING btree (empty_at);
CREATE UNIQUE INDEX attribution_one_byline ON public.articles_attribution USING btree (article_id) WHERE ((kind)::text = 'byline'::text);
CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);
CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);
CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);
CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);
CREATE INDEX auth_user_groups_group_id_97559544 ON public.auth_user_groups USING btree (group_id);
CREATE INDEX auth_user_groups_user_id_6a12ed8b ON public.auth_user_groups USING btree (user_id);
CREATE INDEX auth_user_user_permissions_permission_id_1fbb5f2c ON public.auth_user_user_permissions USING btree (permission_id);
CREATE INDEX auth_user_user_permissions_user_id_a95ead1b ON public.auth_user_user_permissions USING btree (user_id);
CREATE INDEX auth_user_username_6821ab7c_like ON public.auth_user USING btree (username varchar_pattern_ops);
CREATE UNIQUE INDEX author_slug_ar_unique ON public.authors_author USING btree (slug_ar) WHERE ((slug_ar)::text > ''::text);
CREATE UNIQUE INDEX author_slug_en_unique ON public.authors_author USING btree (slug_en) WHERE ((slug_en)::text > ''::text);
CREATE INDEX authorindex_newest ON public.articles_authorindex USING btree (entry_id, language, first_live_from DESC, edition_id DESC);
CREATE INDEX authors_author_branch_id_daebafd3 ON public.authors_author USING btree (branch_id);
CREATE INDEX authors_author_merged_into_id_4f7ff89a ON public.authors_author USING btree (merged_into_id);
CREATE INDEX authors_membership_branch_id_7e9c8d69 ON public.authors_membership USING btree (branch_id);
CREATE INDEX authors_membership_user_id_33f6ea0e ON public.authors_membership USING btree (user_id);
CREATE INDEX authors_oncall_branch_id_0e77da8c ON public.authors_oncall USING btree (branch_id);
CREATE INDEX authors_oncall_user_id_17fb07ad ON public.authors_oncall USING btree (user_id);
CREATE UNIQUE INDEX branch_slug_ar_unique ON public.authors_branch USING btree (slug_ar) WHERE ((slug_ar)::text > ''::text);
CREATE UNIQUE INDEX branch_slug_en_unique ON public.authors_branch USING btree (slug_en) WHERE ((slug_en)::text > ''::text);
CREATE INDEX branchindex_newest ON public.articles_branchindex USING btree (entry_id, language, first_live_from DESC, edition_id DESC);
CREATE INDEX django_admin_log_content_type_id_c4bce8eb ON public.django_admin_log USING btree (content_type_id);
CREATE INDEX django_admin_log_user_id_c564eba6 ON public.django_admin_log USING btree (user_id);
CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);
CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);
CREATE INDEX django_task_backend_071754_idx ON public.django_tasks_database_dbtaskresult USING btree (backend_name);
CREATE INDEX django_task_queue_n_99c321_idx ON public.django_tasks_database_dbtaskresult USING btree (queue_name);
CREATE INDEX edition_begins ON public.articles_edition USING btree (language, live_from DESC);
CREATE INDEX edition_corrections ON public.articles_edition USING btree (language, live_from DESC, id DESC) WHERE (NOT (correction_note = ''::text));
CREATE INDEX edition_ends ON public.articles_edition USING btree (language, live_until);
CREATE INDEX edition_newest ON public.articles_edition USING btree (language, first_live_from DESC, id DESC);
CREATE UNIQUE INDEX edition_one_open_ended ON public.articles_edition USING btree (article_id, language) WHERE (live_until IS NULL);
CREATE UNIQUE INDEX invitation_one_unanswered ON public.articles_invitation USING btree (branch_id, user_id) WHERE (answered_at IS NULL);
CREATE INDEX notice_unread ON public.articles_notice USING btree (to_id, read_at);
CREATE INDEX notice_waiting ON public.articles_notice USING btree (mail_at) WHERE ((mail)::text = 'waiting'::text);
CREATE INDEX once_sentform_at_b4a21f4a ON public.once_sentform USING btree (at);
CREATE UNIQUE INDEX page_slug_ar_unique ON public.authors_page USING btree (slug_ar) WHERE ((slug_ar)::text > ''::text);
CREATE UNIQUE INDEX page_slug_en_unique ON public.authors_page USING btree (slug_en) WHERE ((slug_en)::text > ''::text);
CREATE INDEX revision_contribution ON public.articles_revision USING btree (article_id, by_id, version, changed);
CREATE INDEX search_entry_version ON public.articles_searchentry USING btree (version);
CREATE UNIQUE INDEX series_slug_ar_unique ON public.authors_series USING btree (slug_ar) WHERE ((slug_ar)::text > ''::text);
CREATE UNIQUE INDEX series_slug_en_unique ON public.authors_series USING btree (slug_en) WHERE ((slug_en)::text > ''::text);
CREATE INDEX seriesindex_newest ON public.articles_seriesindex USING btree (entry_id, language, first_live_from DESC, edition_id DESC);
CREATE UNIQUE INDEX source_one_own ON public.authors_source USING btree (kind) WHERE ((kind)::text = 'own'::text);
CREATE UNIQUE INDEX source_slug_ar_unique ON public.authors_source USING btree (slug_ar) WHERE ((slug_ar)::text > ''::text);
CREATE UNIQUE INDEX source_slug_en_unique ON public.authors_source USING btree (slug_en) WHERE ((slug_en)::text > ''::text);
CREATE INDEX sourceindex_newest ON public.articles_sourceindex USING btree (entry_id, language, first_live_from DESC, edition_id DESC);
CREATE INDEX tasks_db_new_ordering_idx ON public.django_tasks_database_dbtaskresult USING btree (status, priority DESC, run_after, enqueued_at) WHERE ((status)::text = 'READY'::text);
CREATE UNIQUE INDEX topic_slug_ar_unique ON public.authors_topic USING btree (slug_ar) WHERE ((slug_ar)::text > ''::text);
CREATE UNIQUE INDEX topic_slug_en_unique ON public.authors_topic USING btree (slug_en) WHERE ((slug_en)::text > ''::text);
CREATE INDEX topicindex_newest ON public.articles_topicindex USING btree (entry_id, language, first_live_from DESC, edition_id DESC);
CREATE INDEX track_state ON public.articles_track USING btree (state, language);
CREATE INDEX writerindex_newest ON public.articles_writerindex USING btree (entry_id, language, first_live_from DESC, edition_id DESC);
CREATE TRIGGER articles_authorindex_moves_press_delete AFTER DELETE ON public.articles_authorindex FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_authorindex ENABLE ALWAYS TRIGGER articles_authorindex_moves_press_delete;
CREATE TRIGGER articles_authorindex_moves_press_insert AFTER INSERT ON public.articles_authorindex FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_authorindex ENABLE ALWAYS TRIGGER articles_authorindex_moves_press_insert;
CREATE TRIGGER articles_authorindex_moves_press_truncate AFTER TRUNCATE ON public.articles_authorindex FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_authorindex ENABLE ALWAYS TRIGGER articles_authorindex_moves_press_truncate;
CREATE TRIGGER articles_authorindex_moves_press_update AFTER UPDATE ON public.articles_authorindex FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_authorindex ENABLE ALWAYS TRIGGER articles_authorindex_moves_press_update;
CREATE TRIGGER articles_branchindex_moves_press_delete AFTER DELETE ON public.articles_branchindex FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_branchindex ENABLE ALWAYS TRIGGER articles_branchindex_moves_press_delete;
CREATE TRIGGER articles_branchindex_moves_press_insert AFTER INSERT ON public.articles_branchindex FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_branchindex ENABLE ALWAYS TRIGGER articles_branchindex_moves_press_insert;
CREATE TRIGGER articles_branchindex_moves_press_truncate AFTER TRUNCATE ON public.articles_branchindex FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_branchindex ENABLE ALWAYS TRIGGER articles_branchindex_moves_press_truncate;
CREATE TRIGGER articles_branchindex_moves_press_update AFTER UPDATE ON public.articles_branchindex FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_branchindex ENABLE ALWAYS TRIGGER articles_branchindex_moves_press_update;
CREATE TRIGGER articles_edition_cancelled_stays_cancelled_update BEFORE UPDATE ON public.articles_edition FOR EACH ROW EXECUTE FUNCTION public.articles_edition_cancelled_stays_cancelled();
ALTER TABLE public.articles_edition ENABLE ALWAYS TRIGGER articles_edition_cancelled_stays_cancelled_update;
CREATE TRIGGER articles_edition_ended_stays_ended_update BEFORE UPDATE ON public.articles_edition FOR EACH ROW EXECUTE FUNCTION public.articles_edition_ended_stays_ended();
ALTER TABLE public.articles_edition ENABLE ALWAYS TRIGGER articles_edition_ended_stays_ended_update;
CREATE TRIGGER articles_edition_moves_press_delete AFTER DELETE ON public.articles_edition FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_edition ENABLE ALWAYS TRIGGER articles_edition_moves_press_delete;
CREATE TRIGGER articles_edition_moves_press_insert AFTER INSERT ON public.articles_edition FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_edition ENABLE ALWAYS TRIGGER articles_edition_moves_press_insert;
CREATE TRIGGER articles_edition_moves_press_truncate AFTER TRUNCATE ON public.articles_edition FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_edition ENABLE ALWAYS TRIGGER articles_edition_moves_press_truncate;
CREATE TRIGGER articles_edition_moves_press_update AFTER UPDATE ON public.articles_edition FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_edition ENABLE ALWAYS TRIGGER articles_edition_moves_press_update;
CREATE TRIGGER articles_edition_no_change_update BEFORE UPDATE ON public.articles_edition FOR EACH ROW EXECUTE FUNCTION public.articles_edition_no_change();
ALTER TABLE public.articles_edition ENABLE ALWAYS TRIGGER articles_edition_no_change_update;
CREATE TRIGGER articles_edition_no_delete_delete BEFORE DELETE ON public.articles_edition FOR EACH ROW EXECUTE FUNCTION public.articles_edition_no_delete();
ALTER TABLE public.articles_edition ENABLE ALWAYS TRIGGER articles_edition_no_delete_delete;
CREATE TRIGGER articles_edition_no_end_before_start_insert BEFORE INSERT ON public.articles_edition FOR EACH ROW EXECUTE FUNCTION public.articles_edition_no_end_before_start();
ALTER TABLE public.articles_edition ENABLE ALWAYS TRIGGER articles_edition_no_end_before_start_insert;
CREATE TRIGGER articles_edition_no_end_before_start_update BEFORE UPDATE ON public.articles_edition FOR EACH ROW EXECUTE FUNCTION public.articles_edition_no_end_before_start();
ALTER TABLE public.articles_edition ENABLE ALWAYS TRIGGER articles_edition_no_end_before_start_update;
CREATE TRIGGER articles_edition_no_end_in_the_past_update BEFORE UPDATE ON public.articles_edition FOR EACH ROW EXECUTE FUNCTION public.articles_edition_no_end_in_the_past();
ALTER TABLE public.articles_edition ENABLE ALWAYS TRIGGER articles_edition_no_end_in_the_past_update;
CREATE TRIGGER articles_edition_no_overlap_insert BEFORE INSERT ON public.articles_edition FOR EACH ROW EXECUTE FUNCTION public.articles_edition_no_overlap();
ALTER TABLE public.articles_edition ENABLE ALWAYS TRIGGER articles_edition_no_overlap_insert;
CREATE TRIGGER articles_edition_no_overlap_update BEFORE UPDATE ON public.articles_edition FOR EACH ROW EXECUTE FUNCTION public.articles_edition_no_overlap();
ALTER TABLE public.articles_edition ENABLE ALWAYS TRIGGER articles_edition_no_overlap_update;
CREATE TRIGGER articles_edition_no_replacement_insert BEFORE INSERT ON public.articles_edition FOR EACH ROW EXECUTE FUNCTION public.articles_edition_no_replacement();
ALTER TABLE public.articles_edition ENABLE ALWAYS TRIGGER articles_edition_no_replacement_insert;
CREATE TRIGGER articles_edition_no_truncate_truncate BEFORE TRUNCATE ON public.articles_edition FOR EACH STATEMENT EXECUTE FUNCTION public.articles_edition_no_truncate();
ALTER TABLE public.articles_edition ENABLE ALWAYS TRIGGER articles_edition_no_truncate_truncate;
CREATE TRIGGER articles_pictureindex_moves_press_delete AFTER DELETE ON public.articles_pictureindex FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_pictureindex ENABLE ALWAYS TRIGGER articles_pictureindex_moves_press_delete;
CREATE TRIGGER articles_pictureindex_moves_press_insert AFTER INSERT ON public.articles_pictureindex FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_pictureindex ENABLE ALWAYS TRIGGER articles_pictureindex_moves_press_insert;
CREATE TRIGGER articles_pictureindex_moves_press_truncate AFTER TRUNCATE ON public.articles_pictureindex FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_pictureindex ENABLE ALWAYS TRIGGER articles_pictureindex_moves_press_truncate;
CREATE TRIGGER articles_pictureindex_moves_press_update AFTER UPDATE ON public.articles_pictureindex FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_pictureindex ENABLE ALWAYS TRIGGER articles_pictureindex_moves_press_update;
CREATE TRIGGER articles_printed_moves_press_delete AFTER DELETE ON public.articles_printed FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_printed ENABLE ALWAYS TRIGGER articles_printed_moves_press_delete;
CREATE TRIGGER articles_printed_moves_press_insert AFTER INSERT ON public.articles_printed FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_printed ENABLE ALWAYS TRIGGER articles_printed_moves_press_insert;
CREATE TRIGGER articles_printed_moves_press_truncate AFTER TRUNCATE ON public.articles_printed FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_printed ENABLE ALWAYS TRIGGER articles_printed_moves_press_truncate;
CREATE TRIGGER articles_printed_moves_press_update AFTER UPDATE ON public.articles_printed FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_printed ENABLE ALWAYS TRIGGER articles_printed_moves_press_update;
CREATE TRIGGER articles_searchentry_moves_press_delete AFTER DELETE ON public.articles_searchentry FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_searchentry ENABLE ALWAYS TRIGGER articles_searchentry_moves_press_delete;
CREATE TRIGGER articles_searchentry_moves_press_insert AFTER INSERT ON public.articles_searchentry FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_searchentry ENABLE ALWAYS TRIGGER articles_searchentry_moves_press_insert;
CREATE TRIGGER articles_searchentry_moves_press_truncate AFTER TRUNCATE ON public.articles_searchentry FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_searchentry ENABLE ALWAYS TRIGGER articles_searchentry_moves_press_truncate;
CREATE TRIGGER articles_searchentry_moves_press_update AFTER UPDATE ON public.articles_searchentry FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_searchentry ENABLE ALWAYS TRIGGER articles_searchentry_moves_press_update;
CREATE TRIGGER articles_seriesindex_moves_press_delete AFTER DELETE ON public.articles_seriesindex FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_seriesindex ENABLE ALWAYS TRIGGER articles_seriesindex_moves_press_delete;
CREATE TRIGGER articles_seriesindex_moves_press_insert AFTER INSERT ON public.articles_seriesindex FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_seriesindex ENABLE ALWAYS TRIGGER articles_seriesindex_moves_press_insert;
CREATE TRIGGER articles_seriesindex_moves_press_truncate AFTER TRUNCATE ON public.articles_seriesindex FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_seriesindex ENABLE ALWAYS TRIGGER articles_seriesindex_moves_press_truncate;
CREATE TRIGGER articles_seriesindex_moves_press_update AFTER UPDATE ON public.articles_seriesindex FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_seriesindex ENABLE ALWAYS TRIGGER articles_seriesindex_moves_press_update;
CREATE TRIGGER articles_sourceindex_moves_press_delete AFTER DELETE ON public.articles_sourceindex FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_sourceindex ENABLE ALWAYS TRIGGER articles_sourceindex_moves_press_delete;
CREATE TRIGGER articles_sourceindex_moves_press_insert AFTER INSERT ON public.articles_sourceindex FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_sourceindex ENABLE ALWAYS TRIGGER articles_sourceindex_moves_press_insert;
CREATE TRIGGER articles_sourceindex_moves_press_truncate AFTER TRUNCATE ON public.articles_sourceindex FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_sourceindex ENABLE ALWAYS TRIGGER articles_sourceindex_moves_press_truncate;
CREATE TRIGGER articles_sourceindex_moves_press_update AFTER UPDATE ON public.articles_sourceindex FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_sourceindex ENABLE ALWAYS TRIGGER articles_sourceindex_moves_press_update;
CREATE TRIGGER articles_topicindex_moves_press_delete AFTER DELETE ON public.articles_topicindex FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_topicindex ENABLE ALWAYS TRIGGER articles_topicindex_moves_press_delete;
CREATE TRIGGER articles_topicindex_moves_press_insert AFTER INSERT ON public.articles_topicindex FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_topicindex ENABLE ALWAYS TRIGGER articles_topicindex_moves_press_insert;
CREATE TRIGGER articles_topicindex_moves_press_truncate AFTER TRUNCATE ON public.articles_topicindex FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_topicindex ENABLE ALWAYS TRIGGER articles_topicindex_moves_press_truncate;
CREATE TRIGGER articles_topicindex_moves_press_update AFTER UPDATE ON public.articles_topicindex FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_topicindex ENABLE ALWAYS TRIGGER articles_topicindex_moves_press_update;
CREATE TRIGGER articles_writerindex_moves_press_delete AFTER DELETE ON public.articles_writerindex FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_writerindex ENABLE ALWAYS TRIGGER articles_writerindex_moves_press_delete;
CREATE TRIGGER articles_writerindex_moves_press_insert AFTER INSERT ON public.articles_writerindex FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_writerindex ENABLE ALWAYS TRIGGER articles_writerindex_moves_press_insert;
CREATE TRIGGER articles_writerindex_moves_press_truncate AFTER TRUNCATE ON public.articles_writerindex FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_writerindex ENABLE ALWAYS TRIGGER articles_writerindex_moves_press_truncate;
CREATE TRIGGER articles_writerindex_moves_press_update AFTER UPDATE ON public.articles_writerindex FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('press');
ALTER TABLE public.articles_writerindex ENABLE ALWAYS TRIGGER articles_writerindex_moves_press_update;
CREATE TRIGGER authors_author_moves_register_delete AFTER DELETE ON public.authors_author FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_author ENABLE ALWAYS TRIGGER authors_author_moves_register_delete;
CREATE TRIGGER authors_author_moves_register_insert AFTER INSERT ON public.authors_author FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_author ENABLE ALWAYS TRIGGER authors_author_moves_register_insert;
CREATE TRIGGER authors_author_moves_register_truncate AFTER TRUNCATE ON public.authors_author FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_author ENABLE ALWAYS TRIGGER authors_author_moves_register_truncate;
CREATE TRIGGER authors_author_moves_register_update AFTER UPDATE ON public.authors_author FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_author ENABLE ALWAYS TRIGGER authors_author_moves_register_update;
CREATE TRIGGER authors_branch_moves_register_delete AFTER DELETE ON public.authors_branch FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_branch ENABLE ALWAYS TRIGGER authors_branch_moves_register_delete;
CREATE TRIGGER authors_branch_moves_register_insert AFTER INSERT ON public.authors_branch FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_branch ENABLE ALWAYS TRIGGER authors_branch_moves_register_insert;
CREATE TRIGGER authors_branch_moves_register_truncate AFTER TRUNCATE ON public.authors_branch FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_branch ENABLE ALWAYS TRIGGER authors_branch_moves_register_truncate;
CREATE TRIGGER authors_branch_moves_register_update AFTER UPDATE ON public.authors_branch FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_branch ENABLE ALWAYS TRIGGER authors_branch_moves_register_update;
CREATE TRIGGER authors_formerslug_moves_register_delete AFTER DELETE ON public.authors_formerslug FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_formerslug ENABLE ALWAYS TRIGGER authors_formerslug_moves_register_delete;
CREATE TRIGGER authors_formerslug_moves_register_insert AFTER INSERT ON public.authors_formerslug FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_formerslug ENABLE ALWAYS TRIGGER authors_formerslug_moves_register_insert;
CREATE TRIGGER authors_formerslug_moves_register_truncate AFTER TRUNCATE ON public.authors_formerslug FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_formerslug ENABLE ALWAYS TRIGGER authors_formerslug_moves_register_truncate;
CREATE TRIGGER authors_formerslug_moves_register_update AFTER UPDATE ON public.authors_formerslug FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_formerslug ENABLE ALWAYS TRIGGER authors_formerslug_moves_register_update;
CREATE TRIGGER authors_membership_moves_register_delete AFTER DELETE ON public.authors_membership FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_membership ENABLE ALWAYS TRIGGER authors_membership_moves_register_delete;
CREATE TRIGGER authors_membership_moves_register_insert AFTER INSERT ON public.authors_membership FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_membership ENABLE ALWAYS TRIGGER authors_membership_moves_register_insert;
CREATE TRIGGER authors_membership_moves_register_truncate AFTER TRUNCATE ON public.authors_membership FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_membership ENABLE ALWAYS TRIGGER authors_membership_moves_register_truncate;
CREATE TRIGGER authors_membership_moves_register_update AFTER UPDATE ON public.authors_membership FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_membership ENABLE ALWAYS TRIGGER authors_membership_moves_register_update;
CREATE TRIGGER authors_oncall_moves_register_delete AFTER DELETE ON public.authors_oncall FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_oncall ENABLE ALWAYS TRIGGER authors_oncall_moves_register_delete;
CREATE TRIGGER authors_oncall_moves_register_insert AFTER INSERT ON public.authors_oncall FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_oncall ENABLE ALWAYS TRIGGER authors_oncall_moves_register_insert;
CREATE TRIGGER authors_oncall_moves_register_truncate AFTER TRUNCATE ON public.authors_oncall FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_oncall ENABLE ALWAYS TRIGGER authors_oncall_moves_register_truncate;
CREATE TRIGGER authors_oncall_moves_register_update AFTER UPDATE ON public.authors_oncall FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_oncall ENABLE ALWAYS TRIGGER authors_oncall_moves_register_update;
CREATE TRIGGER authors_page_moves_register_delete AFTER DELETE ON public.authors_page FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_page ENABLE ALWAYS TRIGGER authors_page_moves_register_delete;
CREATE TRIGGER authors_page_moves_register_insert AFTER INSERT ON public.authors_page FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_page ENABLE ALWAYS TRIGGER authors_page_moves_register_insert;
CREATE TRIGGER authors_page_moves_register_truncate AFTER TRUNCATE ON public.authors_page FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_page ENABLE ALWAYS TRIGGER authors_page_moves_register_truncate;
CREATE TRIGGER authors_page_moves_register_update AFTER UPDATE ON public.authors_page FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_page ENABLE ALWAYS TRIGGER authors_page_moves_register_update;
CREATE TRIGGER authors_series_moves_register_delete AFTER DELETE ON public.authors_series FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_series ENABLE ALWAYS TRIGGER authors_series_moves_register_delete;
CREATE TRIGGER authors_series_moves_register_insert AFTER INSERT ON public.authors_series FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_series ENABLE ALWAYS TRIGGER authors_series_moves_register_insert;
CREATE TRIGGER authors_series_moves_register_truncate AFTER TRUNCATE ON public.authors_series FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_series ENABLE ALWAYS TRIGGER authors_series_moves_register_truncate;
CREATE TRIGGER authors_series_moves_register_update AFTER UPDATE ON public.authors_series FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_series ENABLE ALWAYS TRIGGER authors_series_moves_register_update;
CREATE TRIGGER authors_source_moves_register_delete AFTER DELETE ON public.authors_source FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_source ENABLE ALWAYS TRIGGER authors_source_moves_register_delete;
CREATE TRIGGER authors_source_moves_register_insert AFTER INSERT ON public.authors_source FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_source ENABLE ALWAYS TRIGGER authors_source_moves_register_insert;
CREATE TRIGGER authors_source_moves_register_truncate AFTER TRUNCATE ON public.authors_source FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_source ENABLE ALWAYS TRIGGER authors_source_moves_register_truncate;
CREATE TRIGGER authors_source_moves_register_update AFTER UPDATE ON public.authors_source FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_source ENABLE ALWAYS TRIGGER authors_source_moves_register_update;
CREATE TRIGGER authors_synonym_moves_register_delete AFTER DELETE ON public.authors_synonym FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_synonym ENABLE ALWAYS TRIGGER authors_synonym_moves_register_delete;
CREATE TRIGGER authors_synonym_moves_register_insert AFTER INSERT ON public.authors_synonym FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_synonym ENABLE ALWAYS TRIGGER authors_synonym_moves_register_insert;
CREATE TRIGGER authors_synonym_moves_register_truncate AFTER TRUNCATE ON public.authors_synonym FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_synonym ENABLE ALWAYS TRIGGER authors_synonym_moves_register_truncate;
CREATE TRIGGER authors_synonym_moves_register_update AFTER UPDATE ON public.authors_synonym FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_synonym ENABLE ALWAYS TRIGGER authors_synonym_moves_register_update;
CREATE TRIGGER authors_topic_moves_register_delete AFTER DELETE ON public.authors_topic FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_topic ENABLE ALWAYS TRIGGER authors_topic_moves_register_delete;
CREATE TRIGGER authors_topic_moves_register_insert AFTER INSERT ON public.authors_topic FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_topic ENABLE ALWAYS TRIGGER authors_topic_moves_register_insert;
CREATE TRIGGER authors_topic_moves_register_truncate AFTER TRUNCATE ON public.authors_topic FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_topic ENABLE ALWAYS TRIGGER authors_topic_moves_register_truncate;
CREATE TRIGGER authors_topic_moves_register_update AFTER UPDATE ON public.authors_topic FOR EACH STATEMENT EXECUTE FUNCTION public.articles_version_moves('register');
ALTER TABLE public.authors_topic ENABLE ALWAYS TRIGGER authors_topic_moves_register_update;
ALTER TABLE ONLY public.articles_article
    ADD CONSTRAINT articles_article_branch_id_83e2114c_fk_authors_branch_id FOREIGN KEY (branch_id) REFERENCES public.authors_branch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_article
    ADD CONSTRAINT articles_article_cover_id_c05906f3_fk_articles_picture_id FOREIGN KEY (cover_id) REFERENCES public.articles_picture(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_article
    ADD CONSTRAINT articles_article_series_id_7cea5b86_fk_authors_series_id FOREIGN KEY (series_id) REFERENCES public.authors_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_article_topics
    ADD CONSTRAINT articles_article_top_article_id_40a728e9_fk_articles_ FOREIGN KEY (article_id) REFERENCES public.articles_article(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_article_topics
    ADD CONSTRAINT articles_article_topics_topic_id_64d77542_fk_authors_topic_id FOREIGN KEY (topic_id) REFERENCES public.authors_topic(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_attribution
    ADD CONSTRAINT articles_attribution_article_id_4d3fe8f1_fk_articles_article_id FOREIGN KEY (article_id) REFERENCES public.articles_article(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_attribution
    ADD CONSTRAINT articles_attribution_source_id_a3688271_fk_authors_source_id FOREIGN KEY (source_id) REFERENCES public.authors_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_authorindex
    ADD CONSTRAINT articles_authorindex_edition_id_57f25d40_fk_articles_edition_id FOREIGN KEY (edition_id) REFERENCES public.articles_edition(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_authorindex
    ADD CONSTRAINT articles_authorindex_entry_id_931f2642_fk_authors_author_id FOREIGN KEY (entry_id) REFERENCES public.authors_author(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_autosave
    ADD CONSTRAINT articles_autosave_article_id_aab90dbe_fk_articles_article_id FOREIGN KEY (article_id) REFERENCES public.articles_article(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_autosave
    ADD CONSTRAINT articles_autosave_user_id_056b9bdf_fk_auth_user_id FOREIGN KEY (user_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_branchindex
    ADD CONSTRAINT articles_branchindex_edition_id_c80581a5_fk_articles_edition_id FOREIGN KEY (edition_id) REFERENCES public.articles_edition(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_branchindex
    ADD CONSTRAINT articles_branchindex_entry_id_875cd7ce_fk_authors_branch_id FOREIGN KEY (entry_id) REFERENCES public.authors_branch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_credit
    ADD CONSTRAINT articles_credit_attribution_id_bc602ec3_fk_articles_ FOREIGN KEY (attribution_id) REFERENCES public.articles_attribution(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_credit
    ADD CONSTRAINT articles_credit_author_id_c925ebcc_fk_authors_author_id FOREIGN KEY (author_id) REFERENCES public.authors_author(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_edition
    ADD CONSTRAINT articles_edition_approved_by_id_409dce25_fk_auth_user_id FOREIGN KEY (approved_by_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_edition
    ADD CONSTRAINT articles_edition_article_id_7f9247b9_fk_articles_article_id FOREIGN KEY (article_id) REFERENCES public.articles_article(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_invitation
    ADD CONSTRAINT articles_invitation_branch_id_46b33333_fk_authors_branch_id FOREIGN KEY (branch_id) REFERENCES public.authors_branch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_invitation
    ADD CONSTRAINT articles_invitation_by_id_84997dd5_fk_auth_user_id FOREIGN KEY (by_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_invitation
    ADD CONSTRAINT articles_invitation_user_id_f6d3fcc5_fk_auth_user_id FOREIGN KEY (user_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_mailchoice
    ADD CONSTRAINT articles_mailchoice_user_id_d1e59a93_fk_auth_user_id FOREIGN KEY (user_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_notice
    ADD CONSTRAINT articles_notice_article_id_b46c8518_fk_articles_article_id FOREIGN KEY (article_id) REFERENCES public.articles_article(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_notice
    ADD CONSTRAINT articles_notice_branch_id_ff16ad07_fk_authors_branch_id FOREIGN KEY (branch_id) REFERENCES public.authors_branch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_notice
    ADD CONSTRAINT articles_notice_by_id_8f907ca0_fk_auth_user_id FOREIGN KEY (by_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_notice
    ADD CONSTRAINT articles_notice_to_id_2d91d267_fk_auth_user_id FOREIGN KEY (to_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_picture
    ADD CONSTRAINT articles_picture_branch_id_77c1b8fa_fk_authors_branch_id FOREIGN KEY (branch_id) REFERENCES public.authors_branch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_picture
    ADD CONSTRAINT articles_picture_uploaded_by_id_63b63520_fk_auth_user_id FOREIGN KEY (uploaded_by_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_pictureindex
    ADD CONSTRAINT articles_pictureinde_edition_id_4dbda7af_fk_articles_ FOREIGN KEY (edition_id) REFERENCES public.articles_edition(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_picturesize
    ADD CONSTRAINT articles_picturesize_picture_id_ce7be540_fk_articles_picture_id FOREIGN KEY (picture_id) REFERENCES public.articles_picture(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_presence
    ADD CONSTRAINT articles_presence_article_id_e3b853cd_fk_articles_article_id FOREIGN KEY (article_id) REFERENCES public.articles_article(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_presence
    ADD CONSTRAINT articles_presence_user_id_71e10ff5_fk_auth_user_id FOREIGN KEY (user_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_previewlink
    ADD CONSTRAINT articles_previewlink_article_id_9f637733_fk_articles_article_id FOREIGN KEY (article_id) REFERENCES public.articles_article(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_previewlink
    ADD CONSTRAINT articles_previewlink_by_id_17a33c20_fk_auth_user_id FOREIGN KEY (by_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_printed
    ADD CONSTRAINT articles_printed_edition_id_ed5db90f_fk_articles_edition_id FOREIGN KEY (edition_id) REFERENCES public.articles_edition(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_reviewnote
    ADD CONSTRAINT articles_reviewnote_article_id_a41f2ff2_fk_articles_article_id FOREIGN KEY (article_id) REFERENCES public.articles_article(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_reviewnote
    ADD CONSTRAINT articles_reviewnote_by_id_3bf2df70_fk_auth_user_id FOREIGN KEY (by_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_reviewnote
    ADD CONSTRAINT articles_reviewnote_resolved_by_id_4bedfdac_fk_auth_user_id FOREIGN KEY (resolved_by_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_revision
    ADD CONSTRAINT articles_revision_article_id_2d2af917_fk_articles_article_id FOREIGN KEY (article_id) REFERENCES public.articles_article(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_revision
    ADD CONSTRAINT articles_revision_by_id_59de87fb_fk_auth_user_id FOREIGN KEY (by_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_searchentry
    ADD CONSTRAINT articles_searchentry_edition_id_e9f2ba01_fk_articles_edition_id FOREIGN KEY (edition_id) REFERENCES public.articles_edition(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_seriesindex
    ADD CONSTRAINT articles_seriesindex_edition_id_c975c41a_fk_articles_edition_id FOREIGN KEY (edition_id) REFERENCES public.articles_edition(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_seriesindex
    ADD CONSTRAINT articles_seriesindex_entry_id_c06a2abe_fk_authors_series_id FOREIGN KEY (entry_id) REFERENCES public.authors_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_sourceindex
    ADD CONSTRAINT articles_sourceindex_edition_id_9867a45f_fk_articles_edition_id FOREIGN KEY (edition_id) REFERENCES public.articles_edition(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_sourceindex
    ADD CONSTRAINT articles_sourceindex_entry_id_150e5b03_fk_authors_source_id FOREIGN KEY (entry_id) REFERENCES public.authors_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_topicindex
    ADD CONSTRAINT articles_topicindex_edition_id_ef73504a_fk_articles_edition_id FOREIGN KEY (edition_id) REFERENCES public.articles_edition(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_topicindex
    ADD CONSTRAINT articles_topicindex_entry_id_539b9918_fk_authors_topic_id FOREIGN KEY (entry_id) REFERENCES public.authors_topic(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_track
    ADD CONSTRAINT articles_track_article_id_700c82e0_fk_articles_article_id FOREIGN KEY (article_id) REFERENCES public.articles_article(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_track
    ADD CONSTRAINT articles_track_guest_editor_id_91c2408a_fk_auth_user_id FOREIGN KEY (guest_editor_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_track
    ADD CONSTRAINT articles_track_made_from_id_c4533ca8_fk_articles_edition_id FOREIGN KEY (made_from_id) REFERENCES public.articles_edition(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_transition
    ADD CONSTRAINT articles_transition_article_id_6acb1239_fk_articles_article_id FOREIGN KEY (article_id) REFERENCES public.articles_article(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_transition
    ADD CONSTRAINT articles_transition_by_id_802e1524_fk_auth_user_id FOREIGN KEY (by_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_transition
    ADD CONSTRAINT articles_transition_note_id_eea3a193_fk_articles_reviewnote_id FOREIGN KEY (note_id) REFERENCES public.articles_reviewnote(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_writerindex
    ADD CONSTRAINT articles_writerindex_edition_id_82b250fc_fk_articles_edition_id FOREIGN KEY (edition_id) REFERENCES public.articles_edition(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.articles_writerindex
    ADD CONSTRAINT articles_writerindex_entry_id_ff72ba4d_fk_auth_user_id FOREIGN KEY (entry_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_user_groups
    ADD CONSTRAINT auth_user_groups_group_id_97559544_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_user_groups
    ADD CONSTRAINT auth_user_groups_user_id_6a12ed8b_fk_auth_user_id FOREIGN KEY (user_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_user_user_permissions
    ADD CONSTRAINT auth_user_user_permi_permission_id_1fbb5f2c_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_user_user_permissions
    ADD CONSTRAINT auth_user_user_permissions_user_id_a95ead1b_fk_auth_user_id FOREIGN KEY (user_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.authors_author
    ADD CONSTRAINT authors_author_account_id_b803bc1f_fk_auth_user_id FOREIGN KEY (account_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.authors_author
    ADD CONSTRAINT authors_author_branch_id_daebafd3_fk_authors_branch_id FOREIGN KEY (branch_id) REFERENCES public.authors_branch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.authors_author
    ADD CONSTRAINT authors_author_merged_into_id_4f7ff89a_fk_authors_author_id FOREIGN KEY (merged_into_id) REFERENCES public.authors_author(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.authors_membership
    ADD CONSTRAINT authors_membership_branch_id_7e9c8d69_fk_authors_branch_id FOREIGN KEY (branch_id) REFERENCES public.authors_branch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.authors_membership
    ADD CONSTRAINT authors_membership_user_id_33f6ea0e_fk_auth_user_id FOREIGN KEY (user_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.authors_oncall
    ADD CONSTRAINT authors_oncall_branch_id_0e77da8c_fk_authors_branch_id FOREIGN KEY (branch_id) REFERENCES public.authors_branch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.authors_oncall
    ADD CONSTRAINT authors_oncall_user_id_17fb07ad_fk_auth_user_id FOREIGN KEY (user_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_content_type_id_c4bce8eb_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_user_id_c564eba6_fk_auth_user_id FOREIGN KEY (user_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;
