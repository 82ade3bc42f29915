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
    page text NOT NULL,
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
    text text NOT NULL,
    stems text NOT NULL,
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
INSERT INTO public.articles_previewlink VALUES (1, 'ar', 1, '{"article":5,"attributions":[{"accessed_on":null,"authors":[{"family_name":"النجار","given_name":"إلهام","honorific":"د.","id":1,"name":"إلهام النجار","slug":"إلهام-النجار"}],"date":"2025-02-24","kind":"byline","source":{"id":1,"name":"مركز شاف لتحليل الأزمات والدراسات المستقبلية","slug":"مركز-شاف"},"title":"","title_language":"","url":""}],"body":"<p>نص لم يُعتمد.</p>","branch":{"id":1,"name":"القاهرة","slug":"القاهرة"},"correction_kind":"","correction_note":"","cover":null,"key_points":[],"language":"ar","series":null,"slug":"قيد-المراجعة","standfirst":"ملخص التقرير.","title":"قيد المراجعة","topics":[]}', 'VArNKtJqeYVhFQxC', 'مراجع خارجي', '2025-02-24 12:00:00+00', '2025-02-27 12:00:00+00', NULL, 0, NULL, 5, 1);
INSERT INTO public.articles_printed VALUES (1, '<article class="card">
<p class="kicker"><span>فرع القاهرة</span> <span><bdi>أوراق سياسات</bdi>، <span>العدد 7</span></span></p>
<h2 class="headline"><a href="/articles/1/%D9%85%D8%A7%D8%A1-%D8%A7%D9%84%D9%86%D9%8A%D9%84/">ماء النيل</a></h2>
<p class="summary">لا يكفي الاتفاق على الحصص.</p>
<p class="byline"><span class="names"><bdi>د. إلهام النجار</bdi></span> <time datetime="2025-01-12">12 يناير 2025</time></p>
</article>
', 'e70612deacdad0bf', '<article class="report">
<header class="opening">
<p class="kicker"><a href="/branches/%D8%A7%D9%84%D9%82%D8%A7%D9%87%D8%B1%D8%A9/">فرع القاهرة</a> <span><a href="/series/%D8%A3%D9%88%D8%B1%D8%A7%D9%82-%D8%B3%D9%8A%D8%A7%D8%B3%D8%A7%D8%AA/"><bdi>أوراق سياسات</bdi></a>، <span>العدد 7</span></span></p>
<h1>ماء النيل</h1>
<p class="standfirst">لا يكفي الاتفاق على الحصص.</p>
<p class="byline"><span class="names"><a href="/authors/%D8%A5%D9%84%D9%87%D8%A7%D9%85-%D8%A7%D9%84%D9%86%D8%AC%D8%A7%D8%B1/" rel="author"><bdi>د. إلهام النجار</bdi></a></span> <time datetime="2025-01-12">12 يناير 2025</time> <span>مدة القراءة: دقيقة واحدة</span></p>
</header>
<figure class="cover">
<picture><source type="image/avif" srcset="/media/342c4b42969a26d62dce85e80ee9d09fb75edbd669ff6975c9f8c0d7ad2b951c.jpg.w320.avif 320w" sizes="(min-width: 71rem) 66rem, 92vw"><source type="image/webp" srcset="/media/342c4b42969a26d62dce85e80ee9d09fb75edbd669ff6975c9f8c0d7ad2b951c.jpg.w320.webp 320w" sizes="(min-width: 71rem) 66rem, 92vw"><img src="/media/342c4b42969a26d62dce85e80ee9d09fb75edbd669ff6975c9f8c0d7ad2b951c.jpg" width="360" height="200" alt="سد على نهر" fetchpriority="high"></picture>
<figcaption><span>صورة تخيّلية.</span> <small><bdi>SHAF</bdi> (<bdi>CC BY 4.0</bdi>)</small></figcaption>
</figure>
<div class="columns">
<section class="key-points" aria-labelledby="key-points">
<h2 id="key-points">أبرز النقاط</h2>
<ul>
<li>الطلب يتزايد.</li>
<li>قواعد الجفاف أولى.</li>
</ul>
</section>
<nav class="contents" aria-labelledby="contents">
<h2 id="contents">المحتويات</h2>
<ol>
<li class="level-2"><a href="#h-الوضع-الراهن">الوضع الراهن</a></li>
<li class="level-2"><a href="#h-النهر">النهر</a></li>
<li class="level-2"><a href="#h-في-السدود">في السدود</a></li>
</ol>
</nav>
<div class="text">
<h2 id="h-الوضع-الراهن" aria-labelledby="name-of-h-الوضع-الراهن"><span id="name-of-h-الوضع-الراهن">الوضع الراهن</span> <a class="anchor" href="#h-الوضع-الراهن" aria-label="رابط القسم: الوضع الراهن"></a></h2><p>الطلب على المياه يتزايد <strong>في السدود</strong><a class="footnote-ref" href="#fn-1" id="fnref-1" role="doc-noteref"><sup>1</sup></a>.</p><figure class="image"><picture><source type="image/avif" srcset="/media/9ff9af58af9dc038ca3d55fe124ce4758a0f2db83afed496e9572688cb83361a.jpg.w320.avif 320w" sizes="(min-width: 48rem) 45rem, 100vw"><source type="image/webp" srcset="/media/9ff9af58af9dc038ca3d55fe124ce4758a0f2db83afed496e9572688cb83361a.jpg.w320.webp 320w" sizes="(min-width: 48rem) 45rem, 100vw"><img src="/media/9ff9af58af9dc038ca3d55fe124ce4758a0f2db83afed496e9572688cb83361a.jpg" width="360" height="200" alt="خريطة الحوض" loading="lazy" decoding="async"></picture><figcaption>خريطة الحوض</figcaption></figure><h2 id="h-النهر" aria-labelledby="name-of-h-النهر"><span id="name-of-h-النهر">النهر</span> <a class="anchor" href="#h-النهر" aria-label="رابط القسم: النهر"></a></h2><ul><li>في السدود</li><li>النهر &amp; في السدود</li></ul><blockquote><p>الطلب على المياه يتزايد</p></blockquote><p><a href="https://example.org/nile">النهر</a></p><h2 id="h-في-السدود" aria-labelledby="name-of-h-في-السدود"><span id="name-of-h-في-السدود">في السدود</span> <a class="anchor" href="#h-في-السدود" aria-label="رابط القسم: في السدود"></a></h2><figure class="table"><div class="wide" role="group" tabindex="0" aria-label="جدول قابل للتمرير"><table><thead><tr><th scope="col">النهر</th><th scope="col">2025</th></tr></thead><tbody><tr><th scope="row">في السدود</th><td>12.5%</td></tr></tbody></table></div><figcaption>النهر</figcaption></figure><section aria-label="الحواشي" class="footnotes" role="doc-endnotes"><ol><li id="fn-1">الطلب على المياه يتزايد. <a aria-label="العودة إلى موضع الحاشية في النص" class="footnote-back" href="#fnref-1" role="doc-backlink">↑</a></li></ol></section>
</div>
</div>
<footer class="closing">
<section class="attributions" aria-label="الإسناد">
<h2 class="label">هذا التقرير</h2>
<dl class="attribution">
<div><dt>المصدر</dt> <dd><a href="/sources/%D9%85%D8%B1%D9%83%D8%B2-%D8%B4%D8%A7%D9%81/"><bdi>مركز شاف لتحليل الأزمات والدراسات المستقبلية</bdi></a></dd></div>
<div><dt>الكاتب</dt> <dd><a href="/authors/%D8%A5%D9%84%D9%87%D8%A7%D9%85-%D8%A7%D9%84%D9%86%D8%AC%D8%A7%D8%B1/" rel="author"><bdi>د. إلهام النجار</bdi></a></dd></div>
<div><dt>التاريخ</dt> <dd><time datetime="2025-01-12">12/01/2025</time></dd></div>
</dl>
<h2 class="label">المراجع</h2>
<dl class="attribution">
<div><dt>المصدر</dt> <dd><a href="/sources/%D8%A7%D9%84%D9%85%D8%AC%D9%84%D8%A9-%D8%A7%D9%84%D8%A3%D9%81%D8%B1%D9%8A%D9%82%D9%8A%D8%A9/"><bdi>المجلة الأفريقية</bdi></a></dd></div>
<div><dt>الكاتب</dt> <dd><a href="/authors/%D8%A8%D8%A7%D8%B3%D9%84-%D8%A7%D9%84%D9%85%D8%AD%D9%85%D8%AF/" rel="author"><bdi>باسل المحمد</bdi></a></dd></div>
<div><dt>التاريخ</dt> <dd><time datetime="2024-11-10">10/11/2024</time></dd></div>
<div><dt>العنوان</dt> <dd><cite lang="en" dir="ltr">Dams &amp; droughts</cite></dd></div>
<div><dt>الرابط</dt> <dd><a class="address" href="https://example.org/dams?year=2024&amp;page=1" dir="ltr">https://example.org/dams?year=2024&amp;page=1</a></dd></div>
<div><dt>تاريخ الاطلاع</dt> <dd><time datetime="2025-01-02">02/01/2025</time></dd></div>
</dl>
<dl class="attribution">
<div><dt>المصدر</dt> <dd><a href="/sources/%D8%A7%D9%84%D8%AC%D8%B2%D9%8A%D8%B1%D8%A9-%D9%86%D8%AA/"><bdi>الجزيرة نت</bdi></a> <small>(حيث نُشر هذا النص أول مرة)</small></dd></div>
<div><dt>التاريخ</dt> <dd><time datetime="2025-01-05">05/01/2025</time></dd></div>
</dl>
</section>
<p class="topics"><span class="label">الموضوعات</span> <a href="/topics/%D8%A7%D9%84%D8%A3%D9%85%D9%86-%D8%A7%D9%84%D9%85%D8%A7%D8%A6%D9%8A/" rel="tag"><bdi>الأمن المائي</bdi></a><span class="hidden">، </span><a href="/topics/%D8%AD%D9%88%D8%B6-%D8%A7%D9%84%D9%86%D9%8A%D9%84/" rel="tag"><bdi>حوض النيل</bdi></a></p>
<p class="share"><span class="label">شارك هذا التقرير</span> <a href="https://wa.me/?text=%D9%85%D8%A7%D8%A1%20%D8%A7%D9%84%D9%86%D9%8A%D9%84%20https%3A%2F%2Fsite.invalid%2Fr%2F1%2F" rel="nofollow noopener">واتساب</a><span class="hidden">، </span><a href="https://t.me/share/url?url=https%3A%2F%2Fsite.invalid%2Fr%2F1%2F&amp;text=%D9%85%D8%A7%D8%A1%20%D8%A7%D9%84%D9%86%D9%8A%D9%84" rel="nofollow noopener">تليغرام</a><span class="hidden">، </span><a href="https://x.com/intent/post?url=https%3A%2F%2Fsite.invalid%2Fr%2F1%2F&amp;text=%D9%85%D8%A7%D8%A1%20%D8%A7%D9%84%D9%86%D9%8A%D9%84" rel="nofollow noopener">X</a><span class="hidden">، </span><a href="https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fsite.invalid%2Fr%2F1%2F" rel="nofollow noopener">فيسبوك</a><span class="hidden">، </span><a href="mailto:?subject=%D9%85%D8%A7%D8%A1%20%D8%A7%D9%84%D9%86%D9%8A%D9%84&amp;body=https%3A%2F%2Fsite.invalid%2Fr%2F1%2F" rel="nofollow noopener">البريد الإلكتروني</a></p>
</footer>
</article>
', '\x3c646976206469723d2272746c22206c616e673d226172223e0a3c703e3c6120687265663d2268747470733a2f2f736974652e696e76616c69642f6272616e636865732f2544382541372544392538342544392538322544382541372544392538372544382542312544382541392f223ed981d8b1d8b920d8a7d984d982d8a7d987d8b1d8a93c2f613e3c2f703e0a3c6669677572653e3c696d67207372633d2268747470733a2f2f736974652e696e76616c69642f6d656469612f333432633462343239363961323664363264636538356538306565396430396662373565646264363639666636393735633966386330643761643262393531632e6a70672e773332302e77656270222077696474683d2233323022206865696768743d223137382220616c743d22d8b3d8af20d8b9d984d98920d986d987d8b1223e3c66696763617074696f6e3ed8b5d988d8b1d8a920d8aad8aed98ad991d984d98ad8a92e203c736d616c6c3e3c6264693e534841463c2f6264693e20283c6264693e434320425920342e303c2f6264693e293c2f736d616c6c3e3c2f66696763617074696f6e3e3c2f6669677572653e0a3c703e3c7374726f6e673ed984d8a720d98ad983d981d98a20d8a7d984d8a7d8aad981d8a7d98220d8b9d984d98920d8a7d984d8add8b5d8b52e3c2f7374726f6e673e3c2f703e0a3c68323ed8a3d8a8d8b1d8b220d8a7d984d986d982d8a7d8b73c2f68323e0a3c756c3e3c6c693ed8a7d984d8b7d984d8a820d98ad8aad8b2d8a7d98ad8af2e3c2f6c693e3c6c693ed982d988d8a7d8b9d8af20d8a7d984d8acd981d8a7d98120d8a3d988d984d9892e3c2f6c693e3c2f756c3e0a3c68322069643d22682dd8a7d984d988d8b6d8b92dd8a7d984d8b1d8a7d987d986223ed8a7d984d988d8b6d8b920d8a7d984d8b1d8a7d987d9863c2f68323e3c703ed8a7d984d8b7d984d8a820d8b9d984d98920d8a7d984d985d98ad8a7d98720d98ad8aad8b2d8a7d98ad8af203c7374726f6e673ed981d98a20d8a7d984d8b3d8afd988d8af3c2f7374726f6e673e3c6120636c6173733d22666f6f746e6f74652d7265662220687265663d2268747470733a2f2f736974652e696e76616c69642f61727469636c65732f312f2544392538352544382541372544382541312d2544382541372544392538342544392538362544392538412544392538342f23666e2d31222069643d22666e7265662d312220726f6c653d22646f632d6e6f7465726566223e3c7375703e313c2f7375703e3c2f613e2e3c2f703e3c66696775726520636c6173733d22696d616765223e3c696d6720616c743d22d8aed8b1d98ad8b7d8a920d8a7d984d8add988d8b622206865696768743d2231373822207372633d2268747470733a2f2f736974652e696e76616c69642f6d656469612f396666396166353861663964633033386361336435356665313234636534373538613066326462383361666564343936653935373236383863623833333631612e6a70672e773332302e77656270222077696474683d22333230223e3c66696763617074696f6e3ed8aed8b1d98ad8b7d8a920d8a7d984d8add988d8b63c2f66696763617074696f6e3e3c2f6669677572653e3c68322069643d22682dd8a7d984d986d987d8b1223ed8a7d984d986d987d8b13c2f68323e3c756c3e3c6c693ed981d98a20d8a7d984d8b3d8afd988d8af3c2f6c693e3c6c693ed8a7d984d986d987d8b12026616d703b20d981d98a20d8a7d984d8b3d8afd988d8af3c2f6c693e3c2f756c3e3c626c6f636b71756f74653e3c703ed8a7d984d8b7d984d8a820d8b9d984d98920d8a7d984d985d98ad8a7d98720d98ad8aad8b2d8a7d98ad8af3c2f703e3c2f626c6f636b71756f74653e3c703e3c6120687265663d2268747470733a2f2f6578616d706c652e6f72672f6e696c65223ed8a7d984d986d987d8b13c2f613e3c2f703e3c68322069643d22682dd981d98a2dd8a7d984d8b3d8afd988d8af223ed981d98a20d8a7d984d8b3d8afd988d8af3c2f68323e3c66696775726520636c6173733d227461626c65223e3c7461626c653e3c74686561643e3c74723e3c74682073636f70653d22636f6c223ed8a7d984d986d987d8b13c2f74683e3c74682073636f70653d22636f6c223e323032353c2f74683e3c2f74723e3c2f74686561643e3c74626f64793e3c74723e3c74682073636f70653d22726f77223ed981d98a20d8a7d984d8b3d8afd988d8af3c2f74683e3c74643e31322e35253c2f74643e3c2f74723e3c2f74626f64793e3c2f7461626c653e3c66696763617074696f6e3ed8a7d984d986d987d8b13c2f66696763617074696f6e3e3c2f6669677572653e3c73656374696f6e20617269612d6c6162656c3d22d8a7d984d8add988d8a7d8b4d98a2220636c6173733d22666f6f746e6f7465732220726f6c653d22646f632d656e646e6f746573223e3c6f6c3e3c6c692069643d22666e2d31223ed8a7d984d8b7d984d8a820d8b9d984d98920d8a7d984d985d98ad8a7d98720d98ad8aad8b2d8a7d98ad8af2e203c6120617269612d6c6162656c3d22d8a7d984d8b9d988d8afd8a920d8a5d984d98920d985d988d8b6d8b920d8a7d984d8add8a7d8b4d98ad8a920d981d98a20d8a7d984d986d8b52220636c6173733d22666f6f746e6f74652d6261636b2220687265663d2268747470733a2f2f736974652e696e76616c69642f61727469636c65732f312f2544392538352544382541372544382541312d2544382541372544392538342544392538362544392538412544392538342f23666e7265662d312220726f6c653d22646f632d6261636b6c696e6b223ee286913c2f613e3c2f6c693e3c2f6f6c3e3c2f73656374696f6e3e0a3c68723e0a3c683220636c6173733d226c6162656c223ed987d8b0d8a720d8a7d984d8aad982d8b1d98ad8b13c2f68323e0a3c646c20636c6173733d226174747269627574696f6e223e0a3c6469763e3c64743ed8a7d984d985d8b5d8afd8b13c2f64743e203c64643e3c6120687265663d2268747470733a2f2f736974652e696e76616c69642f736f75726365732f2544392538352544382542312544392538332544382542322d2544382542342544382541372544392538312f223e3c6264693ed985d8b1d983d8b220d8b4d8a7d98120d984d8aad8add984d98ad98420d8a7d984d8a3d8b2d985d8a7d8aa20d988d8a7d984d8afd8b1d8a7d8b3d8a7d8aa20d8a7d984d985d8b3d8aad982d8a8d984d98ad8a93c2f6264693e3c2f613e3c2f64643e3c2f6469763e0a3c6469763e3c64743ed8a7d984d983d8a7d8aad8a83c2f64743e203c64643e3c6120687265663d2268747470733a2f2f736974652e696e76616c69642f617574686f72732f2544382541352544392538342544392538372544382541372544392538352d2544382541372544392538342544392538362544382541432544382541372544382542312f222072656c3d22617574686f72223e3c6264693ed8af2e20d8a5d984d987d8a7d98520d8a7d984d986d8acd8a7d8b13c2f6264693e3c2f613e3c2f64643e3c2f6469763e0a3c6469763e3c64743ed8a7d984d8aad8a7d8b1d98ad8ae3c2f64743e203c64643e3c74696d65206461746574696d653d22323032352d30312d3132223e31322f30312f323032353c2f74696d653e3c2f64643e3c2f6469763e0a3c2f646c3e0a3c683220636c6173733d226c6162656c223ed8a7d984d985d8b1d8a7d8acd8b93c2f68323e0a3c646c20636c6173733d226174747269627574696f6e223e0a3c6469763e3c64743ed8a7d984d985d8b5d8afd8b13c2f64743e203c64643e3c6120687265663d2268747470733a2f2f736974652e696e76616c69642f736f75726365732f2544382541372544392538342544392538352544382541432544392538342544382541392d2544382541372544392538342544382541332544392538312544382542312544392538412544392538322544392538412544382541392f223e3c6264693ed8a7d984d985d8acd984d8a920d8a7d984d8a3d981d8b1d98ad982d98ad8a93c2f6264693e3c2f613e3c2f64643e3c2f6469763e0a3c6469763e3c64743ed8a7d984d983d8a7d8aad8a83c2f64743e203c64643e3c6120687265663d2268747470733a2f2f736974652e696e76616c69642f617574686f72732f2544382541382544382541372544382542332544392538342d2544382541372544392538342544392538352544382541442544392538352544382541462f222072656c3d22617574686f72223e3c6264693ed8a8d8a7d8b3d98420d8a7d984d985d8add985d8af3c2f6264693e3c2f613e3c2f64643e3c2f6469763e0a3c6469763e3c64743ed8a7d984d8aad8a7d8b1d98ad8ae3c2f64743e203c64643e3c74696d65206461746574696d653d22323032342d31312d3130223e31302f31312f323032343c2f74696d653e3c2f64643e3c2f6469763e0a3c6469763e3c64743ed8a7d984d8b9d986d988d8a7d9863c2f64743e203c64643e3c63697465206c616e673d22656e22206469723d226c7472223e44616d732026616d703b2064726f75676874733c2f636974653e3c2f64643e3c2f6469763e0a3c6469763e3c64743ed8a7d984d8b1d8a7d8a8d8b73c2f64743e203c64643e3c6120636c6173733d22616464726573732220687265663d2268747470733a2f2f6578616d706c652e6f72672f64616d733f796561723d3230323426616d703b706167653d3122206469723d226c7472223e68747470733a2f2f6578616d706c652e6f72672f64616d733f796561723d3230323426616d703b706167653d313c2f613e3c2f64643e3c2f6469763e0a3c6469763e3c64743ed8aad8a7d8b1d98ad8ae20d8a7d984d8a7d8b7d984d8a7d8b93c2f64743e203c64643e3c74696d65206461746574696d653d22323032352d30312d3032223e30322f30312f323032353c2f74696d653e3c2f64643e3c2f6469763e0a3c2f646c3e0a3c646c20636c6173733d226174747269627574696f6e223e0a3c6469763e3c64743ed8a7d984d985d8b5d8afd8b13c2f64743e203c64643e3c6120687265663d2268747470733a2f2f736974652e696e76616c69642f736f75726365732f2544382541372544392538342544382541432544382542322544392538412544382542312544382541392d2544392538362544382541412f223e3c6264693ed8a7d984d8acd8b2d98ad8b1d8a920d986d8aa3c2f6264693e3c2f613e203c736d616c6c3e28d8add98ad8ab20d986d98fd8b4d8b120d987d8b0d8a720d8a7d984d986d8b520d8a3d988d98420d985d8b1d8a9293c2f736d616c6c3e3c2f64643e3c2f6469763e0a3c6469763e3c64743ed8a7d984d8aad8a7d8b1d98ad8ae3c2f64743e203c64643e3c74696d65206461746574696d653d22323032352d30312d3035223e30352f30312f323032353c2f74696d653e3c2f64643e3c2f6469763e0a3c2f646c3e0a0a3c2f6469763e0a');
INSERT INTO public.articles_printed VALUES (2, '<article class="card">
<p class="kicker"><span>Cairo branch</span> <span><bdi>Policy papers</bdi>, <span>no. 7</span></span></p>
<h2 class="headline"><a href="/en/articles/1/nile-water/">Nile water</a></h2>
<p class="summary">Agreeing on shares is not enough.</p>
<p class="byline"><span class="names"><bdi>Dr. Elham El-Naggar</bdi></span> <time datetime="2025-01-12">12 January 2025</time></p>
</article>
', 'e70612deacdad0bf', '<article class="report">
<header class="opening">
<p class="kicker"><a href="/en/branches/cairo/">Cairo branch</a> <span><a href="/en/series/policy-papers/"><bdi>Policy papers</bdi></a>, <span>no. 7</span></span></p>
<h1>Nile water</h1>
<p class="standfirst">Agreeing on shares is not enough.</p>
<p class="byline"><span class="names"><a href="/en/authors/elham-el-naggar/" rel="author"><bdi>Dr. Elham El-Naggar</bdi></a></span> <time datetime="2025-01-12">12 January 2025</time> <span>1-minute read</span></p>
</header>
<figure class="cover">
<picture><source type="image/avif" srcset="/media/342c4b42969a26d62dce85e80ee9d09fb75edbd669ff6975c9f8c0d7ad2b951c.jpg.w320.avif 320w" sizes="(min-width: 71rem) 66rem, 92vw"><source type="image/webp" srcset="/media/342c4b42969a26d62dce85e80ee9d09fb75edbd669ff6975c9f8c0d7ad2b951c.jpg.w320.webp 320w" sizes="(min-width: 71rem) 66rem, 92vw"><img src="/media/342c4b42969a26d62dce85e80ee9d09fb75edbd669ff6975c9f8c0d7ad2b951c.jpg" width="360" height="200" alt="A dam on a river" fetchpriority="high"></picture>
<figcaption><span>Imagined.</span> <small><bdi>SHAF</bdi> (<bdi>CC BY 4.0</bdi>)</small></figcaption>
</figure>
<div class="columns">
<section class="key-points" aria-labelledby="key-points">
<h2 id="key-points">Key points</h2>
<ul>
<li>Demand grows.</li>
<li>Rules for dry years come first.</li>
</ul>
</section>
<nav class="contents" aria-labelledby="contents">
<h2 id="contents">Contents</h2>
<ol>
<li class="level-2"><a href="#h-the-present">The present</a></li>
<li class="level-2"><a href="#h-the-river">The river</a></li>
<li class="level-2"><a href="#h-in-the-dams">in the dams</a></li>
</ol>
</nav>
<div class="text">
<h2 id="h-the-present" aria-labelledby="name-of-h-the-present"><span id="name-of-h-the-present">The present</span> <a class="anchor" href="#h-the-present" aria-label="Link to the section: The present"></a></h2><p>Demand for water grows <strong>in the dams</strong><a class="footnote-ref" href="#fn-1" id="fnref-1" role="doc-noteref"><sup>1</sup></a>.</p><figure class="image"><picture><source type="image/avif" srcset="/media/9ff9af58af9dc038ca3d55fe124ce4758a0f2db83afed496e9572688cb83361a.jpg.w320.avif 320w" sizes="(min-width: 48rem) 45rem, 100vw"><source type="image/webp" srcset="/media/9ff9af58af9dc038ca3d55fe124ce4758a0f2db83afed496e9572688cb83361a.jpg.w320.webp 320w" sizes="(min-width: 48rem) 45rem, 100vw"><img src="/media/9ff9af58af9dc038ca3d55fe124ce4758a0f2db83afed496e9572688cb83361a.jpg" width="360" height="200" alt="A map" loading="lazy" decoding="async"></picture><figcaption>A map</figcaption></figure><h2 id="h-the-river" aria-labelledby="name-of-h-the-river"><span id="name-of-h-the-river">The river</span> <a class="anchor" href="#h-the-river" aria-label="Link to the section: The river"></a></h2><ul><li>in the dams</li><li>The river &amp; in the dams</li></ul><blockquote><p>Demand for water grows</p></blockquote><p><a href="https://example.org/nile">The river</a></p><h2 id="h-in-the-dams" aria-labelledby="name-of-h-in-the-dams"><span id="name-of-h-in-the-dams">in the dams</span> <a class="anchor" href="#h-in-the-dams" aria-label="Link to the section: in the dams"></a></h2><figure class="table"><div class="wide" role="group" tabindex="0" aria-label="Table; it can be scrolled"><table><thead><tr><th scope="col">The river</th><th scope="col">2025</th></tr></thead><tbody><tr><th scope="row">in the dams</th><td>12.5%</td></tr></tbody></table></div><figcaption>The river</figcaption></figure><section aria-label="Footnotes" class="footnotes" role="doc-endnotes"><ol><li id="fn-1">Demand for water grows. <a aria-label="Back to where the footnote belongs" class="footnote-back" href="#fnref-1" role="doc-backlink">↑</a></li></ol></section>
</div>
</div>
<footer class="closing">
<section class="attributions" aria-label="Attribution">
<h2 class="label">This report</h2>
<dl class="attribution">
<div><dt>Source</dt> <dd><a href="/en/sources/shaf/"><bdi>SHAF Centre</bdi></a></dd></div>
<div><dt>Author</dt> <dd><a href="/en/authors/elham-el-naggar/" rel="author"><bdi>Dr. Elham El-Naggar</bdi></a></dd></div>
<div><dt>Date</dt> <dd><time datetime="2025-01-12">12 January 2025</time></dd></div>
</dl>
<h2 class="label">References</h2>
<dl class="attribution">
<div><dt>Source</dt> <dd><a href="/en/sources/the-african-journal/"><bdi>The African Journal</bdi></a></dd></div>
<div><dt>Author</dt> <dd><a href="/en/authors/basel-al-mohammad/" rel="author"><bdi>Basel Al-Mohammad</bdi></a></dd></div>
<div><dt>Date</dt> <dd><time datetime="2024-11-10">10 November 2024</time></dd></div>
<div><dt>Title</dt> <dd><cite lang="en" dir="ltr">Dams &amp; droughts</cite></dd></div>
<div><dt>Address</dt> <dd><a class="address" href="https://example.org/dams?year=2024&amp;page=1" dir="ltr">https://example.org/dams?year=2024&amp;page=1</a></dd></div>
<div><dt>Accessed on</dt> <dd><time datetime="2025-01-02">2 January 2025</time></dd></div>
</dl>
<dl class="attribution">
<div><dt>Source</dt> <dd><a href="/en/sources/al-jazeera-net/"><bdi>Al Jazeera Net</bdi></a> <small>(where this text first appeared)</small></dd></div>
<div><dt>Date</dt> <dd><time datetime="2025-01-05">5 January 2025</time></dd></div>
</dl>
</section>
<p class="topics"><span class="label">Topics</span> <a href="/en/topics/water-security/" rel="tag"><bdi>Water security</bdi></a><span class="hidden">, </span><a href="/en/topics/the-nile-basin/" rel="tag"><bdi>The Nile basin</bdi></a></p>
<p class="share"><span class="label">Share this report</span> <a href="https://wa.me/?text=Nile%20water%20https%3A%2F%2Fsite.invalid%2Fen%2Fr%2F1%2F" rel="nofollow noopener">WhatsApp</a><span class="hidden">, </span><a href="https://t.me/share/url?url=https%3A%2F%2Fsite.invalid%2Fen%2Fr%2F1%2F&amp;text=Nile%20water" rel="nofollow noopener">Telegram</a><span class="hidden">, </span><a href="https://x.com/intent/post?url=https%3A%2F%2Fsite.invalid%2Fen%2Fr%2F1%2F&amp;text=Nile%20water" rel="nofollow noopener">X</a><span class="hidden">, </span><a href="https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fsite.invalid%2Fen%2Fr%2F1%2F" rel="nofollow noopener">Facebook</a><span class="hidden">, </span><a href="mailto:?subject=Nile%20water&amp;body=https%3A%2F%2Fsite.invalid%2Fen%2Fr%2F1%2F" rel="nofollow noopener">E-mail</a></p>
</footer>
</article>
', '\x3c646976206469723d226c747222206c616e673d22656e223e0a3c703e3c6120687265663d2268747470733a2f2f736974652e696e76616c69642f656e2f6272616e636865732f636169726f2f223e436169726f206272616e63683c2f613e3c2f703e0a3c6669677572653e3c696d67207372633d2268747470733a2f2f736974652e696e76616c69642f6d656469612f333432633462343239363961323664363264636538356538306565396430396662373565646264363639666636393735633966386330643761643262393531632e6a70672e773332302e77656270222077696474683d2233323022206865696768743d223137382220616c743d22412064616d206f6e2061207269766572223e3c66696763617074696f6e3e496d6167696e65642e203c736d616c6c3e3c6264693e534841463c2f6264693e20283c6264693e434320425920342e303c2f6264693e293c2f736d616c6c3e3c2f66696763617074696f6e3e3c2f6669677572653e0a3c703e3c7374726f6e673e4167726565696e67206f6e20736861726573206973206e6f7420656e6f7567682e3c2f7374726f6e673e3c2f703e0a3c68323e4b657920706f696e74733c2f68323e0a3c756c3e3c6c693e44656d616e642067726f77732e3c2f6c693e3c6c693e52756c657320666f722064727920796561727320636f6d652066697273742e3c2f6c693e3c2f756c3e0a3c68322069643d22682d7468652d70726573656e74223e5468652070726573656e743c2f68323e3c703e44656d616e6420666f722077617465722067726f7773203c7374726f6e673e696e207468652064616d733c2f7374726f6e673e3c6120636c6173733d22666f6f746e6f74652d7265662220687265663d2268747470733a2f2f736974652e696e76616c69642f656e2f61727469636c65732f312f6e696c652d77617465722f23666e2d31222069643d22666e7265662d312220726f6c653d22646f632d6e6f7465726566223e3c7375703e313c2f7375703e3c2f613e2e3c2f703e3c66696775726520636c6173733d22696d616765223e3c696d6720616c743d2241206d617022206865696768743d2231373822207372633d2268747470733a2f2f736974652e696e76616c69642f6d656469612f396666396166353861663964633033386361336435356665313234636534373538613066326462383361666564343936653935373236383863623833333631612e6a70672e773332302e77656270222077696474683d22333230223e3c66696763617074696f6e3e41206d61703c2f66696763617074696f6e3e3c2f6669677572653e3c68322069643d22682d7468652d7269766572223e5468652072697665723c2f68323e3c756c3e3c6c693e696e207468652064616d733c2f6c693e3c6c693e5468652072697665722026616d703b20696e207468652064616d733c2f6c693e3c2f756c3e3c626c6f636b71756f74653e3c703e44656d616e6420666f722077617465722067726f77733c2f703e3c2f626c6f636b71756f74653e3c703e3c6120687265663d2268747470733a2f2f6578616d706c652e6f72672f6e696c65223e5468652072697665723c2f613e3c2f703e3c68322069643d22682d696e2d7468652d64616d73223e696e207468652064616d733c2f68323e3c66696775726520636c6173733d227461626c65223e3c7461626c653e3c74686561643e3c74723e3c74682073636f70653d22636f6c223e5468652072697665723c2f74683e3c74682073636f70653d22636f6c223e323032353c2f74683e3c2f74723e3c2f74686561643e3c74626f64793e3c74723e3c74682073636f70653d22726f77223e696e207468652064616d733c2f74683e3c74643e31322e35253c2f74643e3c2f74723e3c2f74626f64793e3c2f7461626c653e3c66696763617074696f6e3e5468652072697665723c2f66696763617074696f6e3e3c2f6669677572653e3c73656374696f6e20617269612d6c6162656c3d22466f6f746e6f7465732220636c6173733d22666f6f746e6f7465732220726f6c653d22646f632d656e646e6f746573223e3c6f6c3e3c6c692069643d22666e2d31223e44656d616e6420666f722077617465722067726f77732e203c6120617269612d6c6162656c3d224261636b20746f2077686572652074686520666f6f746e6f74652062656c6f6e67732220636c6173733d22666f6f746e6f74652d6261636b2220687265663d2268747470733a2f2f736974652e696e76616c69642f656e2f61727469636c65732f312f6e696c652d77617465722f23666e7265662d312220726f6c653d22646f632d6261636b6c696e6b223ee286913c2f613e3c2f6c693e3c2f6f6c3e3c2f73656374696f6e3e0a3c68723e0a3c683220636c6173733d226c6162656c223e54686973207265706f72743c2f68323e0a3c646c20636c6173733d226174747269627574696f6e223e0a3c6469763e3c64743e536f757263653c2f64743e203c64643e3c6120687265663d2268747470733a2f2f736974652e696e76616c69642f656e2f736f75726365732f736861662f223e3c6264693e534841462043656e7472653c2f6264693e3c2f613e3c2f64643e3c2f6469763e0a3c6469763e3c64743e417574686f723c2f64743e203c64643e3c6120687265663d2268747470733a2f2f736974652e696e76616c69642f656e2f617574686f72732f656c68616d2d656c2d6e61676761722f222072656c3d22617574686f72223e3c6264693e44722e20456c68616d20456c2d4e61676761723c2f6264693e3c2f613e3c2f64643e3c2f6469763e0a3c6469763e3c64743e446174653c2f64743e203c64643e3c74696d65206461746574696d653d22323032352d30312d3132223e3132204a616e7561727920323032353c2f74696d653e3c2f64643e3c2f6469763e0a3c2f646c3e0a3c683220636c6173733d226c6162656c223e5265666572656e6365733c2f68323e0a3c646c20636c6173733d226174747269627574696f6e223e0a3c6469763e3c64743e536f757263653c2f64743e203c64643e3c6120687265663d2268747470733a2f2f736974652e696e76616c69642f656e2f736f75726365732f7468652d6166726963616e2d6a6f75726e616c2f223e3c6264693e546865204166726963616e204a6f75726e616c3c2f6264693e3c2f613e3c2f64643e3c2f6469763e0a3c6469763e3c64743e417574686f723c2f64743e203c64643e3c6120687265663d2268747470733a2f2f736974652e696e76616c69642f656e2f617574686f72732f626173656c2d616c2d6d6f68616d6d61642f222072656c3d22617574686f72223e3c6264693e426173656c20416c2d4d6f68616d6d61643c2f6264693e3c2f613e3c2f64643e3c2f6469763e0a3c6469763e3c64743e446174653c2f64743e203c64643e3c74696d65206461746574696d653d22323032342d31312d3130223e3130204e6f76656d62657220323032343c2f74696d653e3c2f64643e3c2f6469763e0a3c6469763e3c64743e5469746c653c2f64743e203c64643e3c63697465206c616e673d22656e22206469723d226c7472223e44616d732026616d703b2064726f75676874733c2f636974653e3c2f64643e3c2f6469763e0a3c6469763e3c64743e416464726573733c2f64743e203c64643e3c6120636c6173733d22616464726573732220687265663d2268747470733a2f2f6578616d706c652e6f72672f64616d733f796561723d3230323426616d703b706167653d3122206469723d226c7472223e68747470733a2f2f6578616d706c652e6f72672f64616d733f796561723d3230323426616d703b706167653d313c2f613e3c2f64643e3c2f6469763e0a3c6469763e3c64743e4163636573736564206f6e3c2f64743e203c64643e3c74696d65206461746574696d653d22323032352d30312d3032223e32204a616e7561727920323032353c2f74696d653e3c2f64643e3c2f6469763e0a3c2f646c3e0a3c646c20636c6173733d226174747269627574696f6e223e0a3c6469763e3c64743e536f757263653c2f64743e203c64643e3c6120687265663d2268747470733a2f2f736974652e696e76616c69642f656e2f736f75726365732f616c2d6a617a656572612d6e65742f223e3c6264693e416c204a617a65657261204e65743c2f6264693e3c2f613e203c736d616c6c3e28776865726520746869732074657874206669727374206170706561726564293c2f736d616c6c3e3c2f64643e3c2f6469763e0a3c6469763e3c64743e446174653c2f64743e203c64643e3c74696d65206461746574696d653d22323032352d30312d3035223e35204a616e7561727920323032353c2f74696d653e3c2f64643e3c2f6469763e0a3c2f646c3e0a0a3c2f6469763e0a');
INSERT INTO public.articles_printed VALUES (3, '<article class="card">
<p class="kicker"><span>فرع القاهرة</span></p>
<h2 class="headline"><a href="/articles/2/%D8%A7%D9%84%D8%A8%D8%AD%D8%B1-%D8%A7%D9%84%D8%A3%D8%AD%D9%85%D8%B1/">البحر الأحمر</a></h2>
<p class="summary">ملخص التقرير.</p>
<p class="byline"><span class="names"><bdi>د. إلهام النجار</bdi></span> <time datetime="2025-01-20">20 يناير 2025</time></p>
</article>
', 'e70612deacdad0bf', '<article class="report">
<header class="opening">
<p class="kicker"><a href="/branches/%D8%A7%D9%84%D9%82%D8%A7%D9%87%D8%B1%D8%A9/">فرع القاهرة</a> <span>تقرير</span></p>
<h1>البحر الأحمر</h1>
<p class="standfirst">ملخص التقرير.</p>
<p class="byline"><span class="names"><a href="/authors/%D8%A5%D9%84%D9%87%D8%A7%D9%85-%D8%A7%D9%84%D9%86%D8%AC%D8%A7%D8%B1/" rel="author"><bdi>د. إلهام النجار</bdi></a></span> <time datetime="2025-01-20">20 يناير 2025</time> <span>مدة القراءة: دقيقة واحدة</span></p>
</header>
<div class="columns">
<div class="text">
<p>يضيف الطريق الأطول نحو أسبوعين إلى الرحلة.</p>
</div>
</div>
<footer class="closing">
<section class="attributions" aria-label="الإسناد">
<h2 class="label">هذا التقرير</h2>
<dl class="attribution">
<div><dt>المصدر</dt> <dd><a href="/sources/%D9%85%D8%B1%D9%83%D8%B2-%D8%B4%D8%A7%D9%81/"><bdi>مركز شاف لتحليل الأزمات والدراسات المستقبلية</bdi></a></dd></div>
<div><dt>الكاتب</dt> <dd><a href="/authors/%D8%A5%D9%84%D9%87%D8%A7%D9%85-%D8%A7%D9%84%D9%86%D8%AC%D8%A7%D8%B1/" rel="author"><bdi>د. إلهام النجار</bdi></a></dd></div>
<div><dt>التاريخ</dt> <dd><time datetime="2025-01-20">20/01/2025</time></dd></div>
</dl>
</section>
<p class="share"><span class="label">شارك هذا التقرير</span> <a href="https://wa.me/?text=%D8%A7%D9%84%D8%A8%D8%AD%D8%B1%20%D8%A7%D9%84%D8%A3%D8%AD%D9%85%D8%B1%20https%3A%2F%2Fsite.invalid%2Fr%2F2%2F" rel="nofollow noopener">واتساب</a><span class="hidden">، </span><a href="https://t.me/share/url?url=https%3A%2F%2Fsite.invalid%2Fr%2F2%2F&amp;text=%D8%A7%D9%84%D8%A8%D8%AD%D8%B1%20%D8%A7%D9%84%D8%A3%D8%AD%D9%85%D8%B1" rel="nofollow noopener">تليغرام</a><span class="hidden">، </span><a href="https://x.com/intent/post?url=https%3A%2F%2Fsite.invalid%2Fr%2F2%2F&amp;text=%D8%A7%D9%84%D8%A8%D8%AD%D8%B1%20%D8%A7%D9%84%D8%A3%D8%AD%D9%85%D8%B1" rel="nofollow noopener">X</a><span class="hidden">، </span><a href="https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fsite.invalid%2Fr%2F2%2F" rel="nofollow noopener">فيسبوك</a><span class="hidden">، </span><a href="mailto:?subject=%D8%A7%D9%84%D8%A8%D8%AD%D8%B1%20%D8%A7%D9%84%D8%A3%D8%AD%D9%85%D8%B1&amp;body=https%3A%2F%2Fsite.invalid%2Fr%2F2%2F" rel="nofollow noopener">البريد الإلكتروني</a></p>
</footer>
</article>
', '\x3c646976206469723d2272746c22206c616e673d226172223e0a3c703e3c6120687265663d2268747470733a2f2f736974652e696e76616c69642f6272616e636865732f2544382541372544392538342544392538322544382541372544392538372544382542312544382541392f223ed981d8b1d8b920d8a7d984d982d8a7d987d8b1d8a93c2f613e3c2f703e0a3c703e3c7374726f6e673ed985d984d8aed8b520d8a7d984d8aad982d8b1d98ad8b12e3c2f7374726f6e673e3c2f703e0a3c703ed98ad8b6d98ad98120d8a7d984d8b7d8b1d98ad98220d8a7d984d8a3d8b7d988d98420d986d8add98820d8a3d8b3d8a8d988d8b9d98ad98620d8a5d984d98920d8a7d984d8b1d8add984d8a92e3c2f703e0a3c68723e0a3c683220636c6173733d226c6162656c223ed987d8b0d8a720d8a7d984d8aad982d8b1d98ad8b13c2f68323e0a3c646c20636c6173733d226174747269627574696f6e223e0a3c6469763e3c64743ed8a7d984d985d8b5d8afd8b13c2f64743e203c64643e3c6120687265663d2268747470733a2f2f736974652e696e76616c69642f736f75726365732f2544392538352544382542312544392538332544382542322d2544382542342544382541372544392538312f223e3c6264693ed985d8b1d983d8b220d8b4d8a7d98120d984d8aad8add984d98ad98420d8a7d984d8a3d8b2d985d8a7d8aa20d988d8a7d984d8afd8b1d8a7d8b3d8a7d8aa20d8a7d984d985d8b3d8aad982d8a8d984d98ad8a93c2f6264693e3c2f613e3c2f64643e3c2f6469763e0a3c6469763e3c64743ed8a7d984d983d8a7d8aad8a83c2f64743e203c64643e3c6120687265663d2268747470733a2f2f736974652e696e76616c69642f617574686f72732f2544382541352544392538342544392538372544382541372544392538352d2544382541372544392538342544392538362544382541432544382541372544382542312f222072656c3d22617574686f72223e3c6264693ed8af2e20d8a5d984d987d8a7d98520d8a7d984d986d8acd8a7d8b13c2f6264693e3c2f613e3c2f64643e3c2f6469763e0a3c6469763e3c64743ed8a7d984d8aad8a7d8b1d98ad8ae3c2f64743e203c64643e3c74696d65206461746574696d653d22323032352d30312d3230223e32302f30312f323032353c2f74696d653e3c2f64643e3c2f6469763e0a3c2f646c3e0a0a3c2f6469763e0a');
INSERT INTO public.articles_printed VALUES (4, '<article class="card">
<p class="kicker"><span>فرع القاهرة</span></p>
<h2 class="headline"><a href="/articles/2/%D8%A7%D9%84%D8%A8%D8%AD%D8%B1-%D8%A7%D9%84%D8%A3%D8%AD%D9%85%D8%B1/">البحر الأحمر</a></h2>
<p class="summary">ملخص التقرير.</p>
<p class="byline"><span class="names"><bdi>د. إلهام النجار</bdi></span> <time datetime="2025-01-20">20 يناير 2025</time> <span class="corrected">صُحّح في 25 يناير 2025</span></p>
</article>
', 'e70612deacdad0bf', '<article class="report">
<header class="opening">
<p class="kicker"><a href="/branches/%D8%A7%D9%84%D9%82%D8%A7%D9%87%D8%B1%D8%A9/">فرع القاهرة</a> <span>تقرير</span></p>
<h1>البحر الأحمر</h1>
<p class="standfirst">ملخص التقرير.</p>
<p class="byline"><span class="names"><a href="/authors/%D8%A5%D9%84%D9%87%D8%A7%D9%85-%D8%A7%D9%84%D9%86%D8%AC%D8%A7%D8%B1/" rel="author"><bdi>د. إلهام النجار</bdi></a></span> <time datetime="2025-01-20">20 يناير 2025</time> <span class="corrected">صُحّح في 25 يناير 2025</span> <span>مدة القراءة: دقيقة واحدة</span></p>
</header>
<aside class="correction" aria-label="تصحيح">
<p class="label">تصحيح <time datetime="2025-01-25T14:00:00+02:00">25 يناير 2025</time></p>
<p>الصحيح نحو عشرة أيام.</p>
</aside>
<div class="columns">
<div class="text">
<p>يضيف الطريق نحو عشرة أيام إلى الرحلة.</p>
</div>
</div>
<footer class="closing">
<section class="attributions" aria-label="الإسناد">
<h2 class="label">هذا التقرير</h2>
<dl class="attribution">
<div><dt>المصدر</dt> <dd><a href="/sources/%D9%85%D8%B1%D9%83%D8%B2-%D8%B4%D8%A7%D9%81/"><bdi>مركز شاف لتحليل الأزمات والدراسات المستقبلية</bdi></a></dd></div>
<div><dt>الكاتب</dt> <dd><a href="/authors/%D8%A5%D9%84%D9%87%D8%A7%D9%85-%D8%A7%D9%84%D9%86%D8%AC%D8%A7%D8%B1/" rel="author"><bdi>د. إلهام النجار</bdi></a></dd></div>
<div><dt>التاريخ</dt> <dd><time datetime="2025-01-20">20/01/2025</time></dd></div>
</dl>
</section>
<p class="share"><span class="label">شارك هذا التقرير</span> <a href="https://wa.me/?text=%D8%A7%D9%84%D8%A8%D8%AD%D8%B1%20%D8%A7%D9%84%D8%A3%D8%AD%D9%85%D8%B1%20https%3A%2F%2Fsite.invalid%2Fr%2F2%2F" rel="nofollow noopener">واتساب</a><span class="hidden">، </span><a href="https://t.me/share/url?url=https%3A%2F%2Fsite.invalid%2Fr%2F2%2F&amp;text=%D8%A7%D9%84%D8%A8%D8%AD%D8%B1%20%D8%A7%D9%84%D8%A3%D8%AD%D9%85%D8%B1" rel="nofollow noopener">تليغرام</a><span class="hidden">، </span><a href="https://x.com/intent/post?url=https%3A%2F%2Fsite.invalid%2Fr%2F2%2F&amp;text=%D8%A7%D9%84%D8%A8%D8%AD%D8%B1%20%D8%A7%D9%84%D8%A3%D8%AD%D9%85%D8%B1" rel="nofollow noopener">X</a><span class="hidden">، </span><a href="https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fsite.invalid%2Fr%2F2%2F" rel="nofollow noopener">فيسبوك</a><span class="hidden">، </span><a href="mailto:?subject=%D8%A7%D9%84%D8%A8%D8%AD%D8%B1%20%D8%A7%D9%84%D8%A3%D8%AD%D9%85%D8%B1&amp;body=https%3A%2F%2Fsite.invalid%2Fr%2F2%2F" rel="nofollow noopener">البريد الإلكتروني</a></p>
</footer>
</article>
', '\x3c646976206469723d2272746c22206c616e673d226172223e0a3c703e3c6120687265663d2268747470733a2f2f736974652e696e76616c69642f6272616e636865732f2544382541372544392538342544392538322544382541372544392538372544382542312544382541392f223ed981d8b1d8b920d8a7d984d982d8a7d987d8b1d8a93c2f613e3c2f703e0a3c703e3c7374726f6e673ed8aad8b5d8add98ad8ad2028323520d98ad986d8a7d98ad8b12032303235293c2f7374726f6e673e3c62723ed8a7d984d8b5d8add98ad8ad20d986d8add98820d8b9d8b4d8b1d8a920d8a3d98ad8a7d9852e3c2f703e0a3c703e3c7374726f6e673ed985d984d8aed8b520d8a7d984d8aad982d8b1d98ad8b12e3c2f7374726f6e673e3c2f703e0a3c703ed98ad8b6d98ad98120d8a7d984d8b7d8b1d98ad98220d986d8add98820d8b9d8b4d8b1d8a920d8a3d98ad8a7d98520d8a5d984d98920d8a7d984d8b1d8add984d8a92e3c2f703e0a3c68723e0a3c683220636c6173733d226c6162656c223ed987d8b0d8a720d8a7d984d8aad982d8b1d98ad8b13c2f68323e0a3c646c20636c6173733d226174747269627574696f6e223e0a3c6469763e3c64743ed8a7d984d985d8b5d8afd8b13c2f64743e203c64643e3c6120687265663d2268747470733a2f2f736974652e696e76616c69642f736f75726365732f2544392538352544382542312544392538332544382542322d2544382542342544382541372544392538312f223e3c6264693ed985d8b1d983d8b220d8b4d8a7d98120d984d8aad8add984d98ad98420d8a7d984d8a3d8b2d985d8a7d8aa20d988d8a7d984d8afd8b1d8a7d8b3d8a7d8aa20d8a7d984d985d8b3d8aad982d8a8d984d98ad8a93c2f6264693e3c2f613e3c2f64643e3c2f6469763e0a3c6469763e3c64743ed8a7d984d983d8a7d8aad8a83c2f64743e203c64643e3c6120687265663d2268747470733a2f2f736974652e696e76616c69642f617574686f72732f2544382541352544392538342544392538372544382541372544392538352d2544382541372544392538342544392538362544382541432544382541372544382542312f222072656c3d22617574686f72223e3c6264693ed8af2e20d8a5d984d987d8a7d98520d8a7d984d986d8acd8a7d8b13c2f6264693e3c2f613e3c2f64643e3c2f6469763e0a3c6469763e3c64743ed8a7d984d8aad8a7d8b1d98ad8ae3c2f64743e203c64643e3c74696d65206461746574696d653d22323032352d30312d3230223e32302f30312f323032353c2f74696d653e3c2f64643e3c2f6469763e0a3c2f646c3e0a0a3c2f6469763e0a');
INSERT INTO public.articles_printed VALUES (5, '<article class="card">
<p class="kicker"><span>فرع القاهرة</span></p>
<h2 class="headline"><a href="/articles/2/%D8%A7%D9%84%D8%A8%D8%AD%D8%B1-%D8%A7%D9%84%D8%A3%D8%AD%D9%85%D8%B1/">البحر الأحمر</a></h2>
<p class="summary">ملخص التقرير.</p>
<p class="byline"><span class="names"><bdi>د. إلهام النجار</bdi></span> <time datetime="2025-01-20">20 يناير 2025</time></p>
</article>
', 'e70612deacdad0bf', '<article class="report">
<header class="opening">
<p class="kicker"><a href="/branches/%D8%A7%D9%84%D9%82%D8%A7%D9%87%D8%B1%D8%A9/">فرع القاهرة</a> <span>تقرير</span></p>
<h1>البحر الأحمر</h1>
<p class="standfirst">ملخص التقرير.</p>
<p class="byline"><span class="names"><a href="/authors/%D8%A5%D9%84%D9%87%D8%A7%D9%85-%D8%A7%D9%84%D9%86%D8%AC%D8%A7%D8%B1/" rel="author"><bdi>د. إلهام النجار</bdi></a></span> <time datetime="2025-01-20">20 يناير 2025</time> <span>نُقّح في 2 فبراير 2025</span> <span>مدة القراءة: دقيقة واحدة</span></p>
</header>
<div class="columns">
<div class="text">
<p>يضيف الطريق نحو عشرة أيام إلى ميناء جدة.</p>
</div>
</div>
<footer class="closing">
<section class="attributions" aria-label="الإسناد">
<h2 class="label">هذا التقرير</h2>
<dl class="attribution">
<div><dt>المصدر</dt> <dd><a href="/sources/%D9%85%D8%B1%D9%83%D8%B2-%D8%B4%D8%A7%D9%81/"><bdi>مركز شاف لتحليل الأزمات والدراسات المستقبلية</bdi></a></dd></div>
<div><dt>الكاتب</dt> <dd><a href="/authors/%D8%A5%D9%84%D9%87%D8%A7%D9%85-%D8%A7%D9%84%D9%86%D8%AC%D8%A7%D8%B1/" rel="author"><bdi>د. إلهام النجار</bdi></a></dd></div>
<div><dt>التاريخ</dt> <dd><time datetime="2025-01-20">20/01/2025</time></dd></div>
</dl>
</section>
<aside class="correction" aria-label="تصحيح">
<p class="label">تصحيح <time datetime="2025-02-02T14:00:00+02:00">2 فبراير 2025</time></p>
<p>صُحّح اسم الميناء.</p>
</aside>
<p class="share"><span class="label">شارك هذا التقرير</span> <a href="https://wa.me/?text=%D8%A7%D9%84%D8%A8%D8%AD%D8%B1%20%D8%A7%D9%84%D8%A3%D8%AD%D9%85%D8%B1%20https%3A%2F%2Fsite.invalid%2Fr%2F2%2F" rel="nofollow noopener">واتساب</a><span class="hidden">، </span><a href="https://t.me/share/url?url=https%3A%2F%2Fsite.invalid%2Fr%2F2%2F&amp;text=%D8%A7%D9%84%D8%A8%D8%AD%D8%B1%20%D8%A7%D9%84%D8%A3%D8%AD%D9%85%D8%B1" rel="nofollow noopener">تليغرام</a><span class="hidden">، </span><a href="https://x.com/intent/post?url=https%3A%2F%2Fsite.invalid%2Fr%2F2%2F&amp;text=%D8%A7%D9%84%D8%A8%D8%AD%D8%B1%20%D8%A7%D9%84%D8%A3%D8%AD%D9%85%D8%B1" rel="nofollow noopener">X</a><span class="hidden">، </span><a href="https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fsite.invalid%2Fr%2F2%2F" rel="nofollow noopener">فيسبوك</a><span class="hidden">، </span><a href="mailto:?subject=%D8%A7%D9%84%D8%A8%D8%AD%D8%B1%20%D8%A7%D9%84%D8%A3%D8%AD%D9%85%D8%B1&amp;body=https%3A%2F%2Fsite.invalid%2Fr%2F2%2F" rel="nofollow noopener">البريد الإلكتروني</a></p>
</footer>
</article>
', '\x3c646976206469723d2272746c22206c616e673d226172223e0a3c703e3c6120687265663d2268747470733a2f2f736974652e696e76616c69642f6272616e636865732f2544382541372544392538342544392538322544382541372544392538372544382542312544382541392f223ed981d8b1d8b920d8a7d984d982d8a7d987d8b1d8a93c2f613e3c2f703e0a3c703e3c7374726f6e673ed985d984d8aed8b520d8a7d984d8aad982d8b1d98ad8b12e3c2f7374726f6e673e3c2f703e0a3c703ed98ad8b6d98ad98120d8a7d984d8b7d8b1d98ad98220d986d8add98820d8b9d8b4d8b1d8a920d8a3d98ad8a7d98520d8a5d984d98920d985d98ad986d8a7d8a120d8acd8afd8a92e3c2f703e0a3c68723e0a3c683220636c6173733d226c6162656c223ed987d8b0d8a720d8a7d984d8aad982d8b1d98ad8b13c2f68323e0a3c646c20636c6173733d226174747269627574696f6e223e0a3c6469763e3c64743ed8a7d984d985d8b5d8afd8b13c2f64743e203c64643e3c6120687265663d2268747470733a2f2f736974652e696e76616c69642f736f75726365732f2544392538352544382542312544392538332544382542322d2544382542342544382541372544392538312f223e3c6264693ed985d8b1d983d8b220d8b4d8a7d98120d984d8aad8add984d98ad98420d8a7d984d8a3d8b2d985d8a7d8aa20d988d8a7d984d8afd8b1d8a7d8b3d8a7d8aa20d8a7d984d985d8b3d8aad982d8a8d984d98ad8a93c2f6264693e3c2f613e3c2f64643e3c2f6469763e0a3c6469763e3c64743ed8a7d984d983d8a7d8aad8a83c2f64743e203c64643e3c6120687265663d2268747470733a2f2f736974652e696e76616c69642f617574686f72732f2544382541352544392538342544392538372544382541372544392538352d2544382541372544392538342544392538362544382541432544382541372544382542312f222072656c3d22617574686f72223e3c6264693ed8af2e20d8a5d984d987d8a7d98520d8a7d984d986d8acd8a7d8b13c2f6264693e3c2f613e3c2f64643e3c2f6469763e0a3c6469763e3c64743ed8a7d984d8aad8a7d8b1d98ad8ae3c2f64743e203c64643e3c74696d65206461746574696d653d22323032352d30312d3230223e32302f30312f323032353c2f74696d653e3c2f64643e3c2f6469763e0a3c2f646c3e0a0a3c2f6469763e0a');
INSERT INTO public.articles_printed VALUES (6, '<article class="card">
<p class="kicker"><span>فرع القاهرة</span></p>
<h2 class="headline"><a href="/articles/3/%D8%A7%D9%84%D9%86%D8%B2%D9%88%D8%AD/">النزوح</a></h2>
<p class="summary">ملخص التقرير.</p>
<p class="byline"><span class="names"><bdi>د. إلهام النجار</bdi></span> <time datetime="2025-02-05">5 فبراير 2025</time></p>
</article>
', 'e70612deacdad0bf', '<article class="report">
<header class="opening">
<p class="kicker"><a href="/branches/%D8%A7%D9%84%D9%82%D8%A7%D9%87%D8%B1%D8%A9/">فرع القاهرة</a> <span>تقرير</span></p>
<h1>النزوح</h1>
<p class="standfirst">ملخص التقرير.</p>
<p class="byline"><span class="names"><a href="/authors/%D8%A5%D9%84%D9%87%D8%A7%D9%85-%D8%A7%D9%84%D9%86%D8%AC%D8%A7%D8%B1/" rel="author"><bdi>د. إلهام النجار</bdi></a></span> <time datetime="2025-02-05">5 فبراير 2025</time> <span>مدة القراءة: دقيقة واحدة</span></p>
</header>
<div class="columns">
<div class="text">
<p>نزح كثيرون.</p>
</div>
</div>
<footer class="closing">
<section class="attributions" aria-label="الإسناد">
<h2 class="label">هذا التقرير</h2>
<dl class="attribution">
<div><dt>المصدر</dt> <dd><a href="/sources/%D9%85%D8%B1%D9%83%D8%B2-%D8%B4%D8%A7%D9%81/"><bdi>مركز شاف لتحليل الأزمات والدراسات المستقبلية</bdi></a></dd></div>
<div><dt>الكاتب</dt> <dd><a href="/authors/%D8%A5%D9%84%D9%87%D8%A7%D9%85-%D8%A7%D9%84%D9%86%D8%AC%D8%A7%D8%B1/" rel="author"><bdi>د. إلهام النجار</bdi></a></dd></div>
<div><dt>التاريخ</dt> <dd><time datetime="2025-02-05">05/02/2025</time></dd></div>
</dl>
</section>
<p class="share"><span class="label">شارك هذا التقرير</span> <a href="https://wa.me/?text=%D8%A7%D9%84%D9%86%D8%B2%D9%88%D8%AD%20https%3A%2F%2Fsite.invalid%2Fr%2F3%2F" rel="nofollow noopener">واتساب</a><span class="hidden">، </span><a href="https://t.me/share/url?url=https%3A%2F%2Fsite.invalid%2Fr%2F3%2F&amp;text=%D8%A7%D9%84%D9%86%D8%B2%D9%88%D8%AD" rel="nofollow noopener">تليغرام</a><span class="hidden">، </span><a href="https://x.com/intent/post?url=https%3A%2F%2Fsite.invalid%2Fr%2F3%2F&amp;text=%D8%A7%D9%84%D9%86%D8%B2%D9%88%D8%AD" rel="nofollow noopener">X</a><span class="hidden">، </span><a href="https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fsite.invalid%2Fr%2F3%2F" rel="nofollow noopener">فيسبوك</a><span class="hidden">، </span><a href="mailto:?subject=%D8%A7%D9%84%D9%86%D8%B2%D9%88%D8%AD&amp;body=https%3A%2F%2Fsite.invalid%2Fr%2F3%2F" rel="nofollow noopener">البريد الإلكتروني</a></p>
</footer>
</article>
', '\x3c646976206469723d2272746c22206c616e673d226172223e0a3c703e3c6120687265663d2268747470733a2f2f736974652e696e76616c69642f6272616e636865732f2544382541372544392538342544392538322544382541372544392538372544382542312544382541392f223ed981d8b1d8b920d8a7d984d982d8a7d987d8b1d8a93c2f613e3c2f703e0a3c703e3c7374726f6e673ed985d984d8aed8b520d8a7d984d8aad982d8b1d98ad8b12e3c2f7374726f6e673e3c2f703e0a3c703ed986d8b2d8ad20d983d8abd98ad8b1d988d9862e3c2f703e0a3c68723e0a3c683220636c6173733d226c6162656c223ed987d8b0d8a720d8a7d984d8aad982d8b1d98ad8b13c2f68323e0a3c646c20636c6173733d226174747269627574696f6e223e0a3c6469763e3c64743ed8a7d984d985d8b5d8afd8b13c2f64743e203c64643e3c6120687265663d2268747470733a2f2f736974652e696e76616c69642f736f75726365732f2544392538352544382542312544392538332544382542322d2544382542342544382541372544392538312f223e3c6264693ed985d8b1d983d8b220d8b4d8a7d98120d984d8aad8add984d98ad98420d8a7d984d8a3d8b2d985d8a7d8aa20d988d8a7d984d8afd8b1d8a7d8b3d8a7d8aa20d8a7d984d985d8b3d8aad982d8a8d984d98ad8a93c2f6264693e3c2f613e3c2f64643e3c2f6469763e0a3c6469763e3c64743ed8a7d984d983d8a7d8aad8a83c2f64743e203c64643e3c6120687265663d2268747470733a2f2f736974652e696e76616c69642f617574686f72732f2544382541352544392538342544392538372544382541372544392538352d2544382541372544392538342544392538362544382541432544382541372544382542312f222072656c3d22617574686f72223e3c6264693ed8af2e20d8a5d984d987d8a7d98520d8a7d984d986d8acd8a7d8b13c2f6264693e3c2f613e3c2f64643e3c2f6469763e0a3c6469763e3c64743ed8a7d984d8aad8a7d8b1d98ad8ae3c2f64743e203c64643e3c74696d65206461746574696d653d22323032352d30322d3035223e30352f30322f323032353c2f74696d653e3c2f64643e3c2f6469763e0a3c2f646c3e0a0a3c2f6469763e0a');
INSERT INTO public.articles_printed VALUES (7, '<article class="card">
<p class="kicker"><span>فرع القاهرة</span></p>
<h2 class="headline"><a href="/articles/4/%D9%83%D9%87%D8%B1%D8%A8%D8%A7%D8%A1/">كهرباء</a></h2>
<p class="summary">ملخص التقرير.</p>
<p class="byline"><span class="names"><bdi>د. إلهام النجار</bdi></span> <time datetime="2025-02-10">10 فبراير 2025</time></p>
</article>
', 'e70612deacdad0bf', '<article class="report">
<header class="opening">
<p class="kicker"><a href="/branches/%D8%A7%D9%84%D9%82%D8%A7%D9%87%D8%B1%D8%A9/">فرع القاهرة</a> <span>تقرير</span></p>
<h1>كهرباء</h1>
<p class="standfirst">ملخص التقرير.</p>
<p class="byline"><span class="names"><a href="/authors/%D8%A5%D9%84%D9%87%D8%A7%D9%85-%D8%A7%D9%84%D9%86%D8%AC%D8%A7%D8%B1/" rel="author"><bdi>د. إلهام النجار</bdi></a></span> <time datetime="2025-02-10">10 فبراير 2025</time> <span>مدة القراءة: دقيقة واحدة</span></p>
</header>
<div class="columns">
<div class="text">
<p>مشروع ثقة.</p>
</div>
</div>
<footer class="closing">
<section class="attributions" aria-label="الإسناد">
<h2 class="label">هذا التقرير</h2>
<dl class="attribution">
<div><dt>المصدر</dt> <dd><a href="/sources/%D9%85%D8%B1%D9%83%D8%B2-%D8%B4%D8%A7%D9%81/"><bdi>مركز شاف لتحليل الأزمات والدراسات المستقبلية</bdi></a></dd></div>
<div><dt>الكاتب</dt> <dd><a href="/authors/%D8%A5%D9%84%D9%87%D8%A7%D9%85-%D8%A7%D9%84%D9%86%D8%AC%D8%A7%D8%B1/" rel="author"><bdi>د. إلهام النجار</bdi></a></dd></div>
<div><dt>التاريخ</dt> <dd><time datetime="2025-02-10">10/02/2025</time></dd></div>
</dl>
</section>
<p class="share"><span class="label">شارك هذا التقرير</span> <a href="https://wa.me/?text=%D9%83%D9%87%D8%B1%D8%A8%D8%A7%D8%A1%20https%3A%2F%2Fsite.invalid%2Fr%2F4%2F" rel="nofollow noopener">واتساب</a><span class="hidden">، </span><a href="https://t.me/share/url?url=https%3A%2F%2Fsite.invalid%2Fr%2F4%2F&amp;text=%D9%83%D9%87%D8%B1%D8%A8%D8%A7%D8%A1" rel="nofollow noopener">تليغرام</a><span class="hidden">، </span><a href="https://x.com/intent/post?url=https%3A%2F%2Fsite.invalid%2Fr%2F4%2F&amp;text=%D9%83%D9%87%D8%B1%D8%A8%D8%A7%D8%A1" rel="nofollow noopener">X</a><span class="hidden">، </span><a href="https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fsite.invalid%2Fr%2F4%2F" rel="nofollow noopener">فيسبوك</a><span class="hidden">، </span><a href="mailto:?subject=%D9%83%D9%87%D8%B1%D8%A8%D8%A7%D8%A1&amp;body=https%3A%2F%2Fsite.invalid%2Fr%2F4%2F" rel="nofollow noopener">البريد الإلكتروني</a></p>
</footer>
</article>
', '\x3c646976206469723d2272746c22206c616e673d226172223e0a3c703e3c6120687265663d2268747470733a2f2f736974652e696e76616c69642f6272616e636865732f2544382541372544392538342544392538322544382541372544392538372544382542312544382541392f223ed981d8b1d8b920d8a7d984d982d8a7d987d8b1d8a93c2f613e3c2f703e0a3c703e3c7374726f6e673ed985d984d8aed8b520d8a7d984d8aad982d8b1d98ad8b12e3c2f7374726f6e673e3c2f703e0a3c703ed985d8b4d8b1d988d8b920d8abd982d8a92e3c2f703e0a3c68723e0a3c683220636c6173733d226c6162656c223ed987d8b0d8a720d8a7d984d8aad982d8b1d98ad8b13c2f68323e0a3c646c20636c6173733d226174747269627574696f6e223e0a3c6469763e3c64743ed8a7d984d985d8b5d8afd8b13c2f64743e203c64643e3c6120687265663d2268747470733a2f2f736974652e696e76616c69642f736f75726365732f2544392538352544382542312544392538332544382542322d2544382542342544382541372544392538312f223e3c6264693ed985d8b1d983d8b220d8b4d8a7d98120d984d8aad8add984d98ad98420d8a7d984d8a3d8b2d985d8a7d8aa20d988d8a7d984d8afd8b1d8a7d8b3d8a7d8aa20d8a7d984d985d8b3d8aad982d8a8d984d98ad8a93c2f6264693e3c2f613e3c2f64643e3c2f6469763e0a3c6469763e3c64743ed8a7d984d983d8a7d8aad8a83c2f64743e203c64643e3c6120687265663d2268747470733a2f2f736974652e696e76616c69642f617574686f72732f2544382541352544392538342544392538372544382541372544392538352d2544382541372544392538342544392538362544382541432544382541372544382542312f222072656c3d22617574686f72223e3c6264693ed8af2e20d8a5d984d987d8a7d98520d8a7d984d986d8acd8a7d8b13c2f6264693e3c2f613e3c2f64643e3c2f6469763e0a3c6469763e3c64743ed8a7d984d8aad8a7d8b1d98ad8ae3c2f64743e203c64643e3c74696d65206461746574696d653d22323032352d30322d3130223e31302f30322f323032353c2f74696d653e3c2f64643e3c2f6469763e0a3c2f646c3e0a0a3c2f6469763e0a');
INSERT INTO public.articles_printed VALUES (8, '<article class="card">
<p class="kicker"><span>فرع القاهرة</span></p>
<h2 class="headline"><a href="/articles/4/%D9%83%D9%87%D8%B1%D8%A8%D8%A7%D8%A1/">كهرباء</a></h2>
<p class="summary">ملخص التقرير.</p>
<p class="byline"><span class="names"><bdi>د. إلهام النجار</bdi></span> <time datetime="2025-02-10">10 فبراير 2025</time></p>
</article>
', 'e70612deacdad0bf', '<article class="report">
<header class="opening">
<p class="kicker"><a href="/branches/%D8%A7%D9%84%D9%82%D8%A7%D9%87%D8%B1%D8%A9/">فرع القاهرة</a> <span>تقرير</span></p>
<h1>كهرباء</h1>
<p class="standfirst">ملخص التقرير.</p>
<p class="byline"><span class="names"><a href="/authors/%D8%A5%D9%84%D9%87%D8%A7%D9%85-%D8%A7%D9%84%D9%86%D8%AC%D8%A7%D8%B1/" rel="author"><bdi>د. إلهام النجار</bdi></a></span> <time datetime="2025-02-10">10 فبراير 2025</time> <span>نُقّح في 1 يناير 2099</span> <span>مدة القراءة: دقيقة واحدة</span></p>
</header>
<div class="columns">
<div class="text">
<p>مشروع ثقة قبل الكابلات.</p>
</div>
</div>
<footer class="closing">
<section class="attributions" aria-label="الإسناد">
<h2 class="label">هذا التقرير</h2>
<dl class="attribution">
<div><dt>المصدر</dt> <dd><a href="/sources/%D9%85%D8%B1%D9%83%D8%B2-%D8%B4%D8%A7%D9%81/"><bdi>مركز شاف لتحليل الأزمات والدراسات المستقبلية</bdi></a></dd></div>
<div><dt>الكاتب</dt> <dd><a href="/authors/%D8%A5%D9%84%D9%87%D8%A7%D9%85-%D8%A7%D9%84%D9%86%D8%AC%D8%A7%D8%B1/" rel="author"><bdi>د. إلهام النجار</bdi></a></dd></div>
<div><dt>التاريخ</dt> <dd><time datetime="2025-02-10">10/02/2025</time></dd></div>
</dl>
</section>
<aside class="correction" aria-label="تصحيح">
<p class="label">تصحيح <time datetime="2099-01-01T09:00:00+02:00">1 يناير 2099</time></p>
<p>أُضيف مصدر.</p>
</aside>
<p class="share"><span class="label">شارك هذا التقرير</span> <a href="https://wa.me/?text=%D9%83%D9%87%D8%B1%D8%A8%D8%A7%D8%A1%20https%3A%2F%2Fsite.invalid%2Fr%2F4%2F" rel="nofollow noopener">واتساب</a><span class="hidden">، </span><a href="https://t.me/share/url?url=https%3A%2F%2Fsite.invalid%2Fr%2F4%2F&amp;text=%D9%83%D9%87%D8%B1%D8%A8%D8%A7%D8%A1" rel="nofollow noopener">تليغرام</a><span class="hidden">، </span><a href="https://x.com/intent/post?url=https%3A%2F%2Fsite.invalid%2Fr%2F4%2F&amp;text=%D9%83%D9%87%D8%B1%D8%A8%D8%A7%D8%A1" rel="nofollow noopener">X</a><span class="hidden">، </span><a href="https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fsite.invalid%2Fr%2F4%2F" rel="nofollow noopener">فيسبوك</a><span class="hidden">، </span><a href="mailto:?subject=%D9%83%D9%87%D8%B1%D8%A8%D8%A7%D8%A1&amp;body=https%3A%2F%2Fsite.invalid%2Fr%2F4%2F" rel="nofollow noopener">البريد الإلكتروني</a></p>
</footer>
</article>
', '\x3c646976206469723d2272746c22206c616e673d226172223e0a3c703e3c6120687265663d2268747470733a2f2f736974652e696e76616c69642f6272616e636865732f2544382541372544392538342544392538322544382541372544392538372544382542312544382541392f223ed981d8b1d8b920d8a7d984d982d8a7d987d8b1d8a93c2f613e3c2f703e0a3c703e3c7374726f6e673ed985d984d8aed8b520d8a7d984d8aad982d8b1d98ad8b12e3c2f7374726f6e673e3c2f703e0a3c703ed985d8b4d8b1d988d8b920d8abd982d8a920d982d8a8d98420d8a7d984d983d8a7d8a8d984d8a7d8aa2e3c2f703e0a3c68723e0a3c683220636c6173733d226c6162656c223ed987d8b0d8a720d8a7d984d8aad982d8b1d98ad8b13c2f68323e0a3c646c20636c6173733d226174747269627574696f6e223e0a3c6469763e3c64743ed8a7d984d985d8b5d8afd8b13c2f64743e203c64643e3c6120687265663d2268747470733a2f2f736974652e696e76616c69642f736f75726365732f2544392538352544382542312544392538332544382542322d2544382542342544382541372544392538312f223e3c6264693ed985d8b1d983d8b220d8b4d8a7d98120d984d8aad8add984d98ad98420d8a7d984d8a3d8b2d985d8a7d8aa20d988d8a7d984d8afd8b1d8a7d8b3d8a7d8aa20d8a7d984d985d8b3d8aad982d8a8d984d98ad8a93c2f6264693e3c2f613e3c2f64643e3c2f6469763e0a3c6469763e3c64743ed8a7d984d983d8a7d8aad8a83c2f64743e203c64643e3c6120687265663d2268747470733a2f2f736974652e696e76616c69642f617574686f72732f2544382541352544392538342544392538372544382541372544392538352d2544382541372544392538342544392538362544382541432544382541372544382542312f222072656c3d22617574686f72223e3c6264693ed8af2e20d8a5d984d987d8a7d98520d8a7d984d986d8acd8a7d8b13c2f6264693e3c2f613e3c2f64643e3c2f6469763e0a3c6469763e3c64743ed8a7d984d8aad8a7d8b1d98ad8ae3c2f64743e203c64643e3c74696d65206461746574696d653d22323032352d30322d3130223e31302f30322f323032353c2f74696d653e3c2f64643e3c2f6469763e0a3c2f646c3e0a0a3c2f6469763e0a');
INSERT INTO public.articles_reviewnote VALUES (1, 'ar', 'نص لم يُعتمد.', 'أين المصدر؟', 1, '2025-02-24 12:00:00+00', NULL, 5, 2, NULL);
INSERT INTO public.articles_revision VALUES (1, 1, '2025-01-12 12:00:00+00', '{"cover": 1, "branch": 1, "series": 1, "topics": [1, 2], "body_ar": "<h2>الوضع الراهن</h2><p>الطلب على المياه يتزايد <strong>في السدود</strong><a class=\"footnote-ref\" href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\"><sup>1</sup></a>.</p><figure class=\"image\"><img alt=\"خريطة الحوض\" height=\"200\" src=\"/media/9ff9af58af9dc038ca3d55fe124ce4758a0f2db83afed496e9572688cb83361a.jpg\" width=\"360\"><figcaption>خريطة الحوض</figcaption></figure><h2>النهر</h2><ul><li>في السدود</li><li>النهر &amp; في السدود</li></ul><blockquote><p>الطلب على المياه يتزايد</p></blockquote><p><a href=\"https://example.org/nile\">النهر</a></p><h2>في السدود</h2><figure class=\"table\"><table><thead><tr><th scope=\"col\">النهر</th><th scope=\"col\">2025</th></tr></thead><tbody><tr><th scope=\"row\">في السدود</th><td>12.5%</td></tr></tbody></table><figcaption>النهر</figcaption></figure><section class=\"footnotes\" role=\"doc-endnotes\"><ol><li id=\"fn-1\">الطلب على المياه يتزايد.</li></ol></section>", "body_en": "<h2>The present</h2><p>Demand for water grows <strong>in the dams</strong><a class=\"footnote-ref\" href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\"><sup>1</sup></a>.</p><figure class=\"image\"><img alt=\"A map\" height=\"200\" src=\"/media/9ff9af58af9dc038ca3d55fe124ce4758a0f2db83afed496e9572688cb83361a.jpg\" width=\"360\"><figcaption>A map</figcaption></figure><h2>The river</h2><ul><li>in the dams</li><li>The river &amp; in the dams</li></ul><blockquote><p>Demand for water grows</p></blockquote><p><a href=\"https://example.org/nile\">The river</a></p><h2>in the dams</h2><figure class=\"table\"><table><thead><tr><th scope=\"col\">The river</th><th scope=\"col\">2025</th></tr></thead><tbody><tr><th scope=\"row\">in the dams</th><td>12.5%</td></tr></tbody></table><figcaption>The river</figcaption></figure><section class=\"footnotes\" role=\"doc-endnotes\"><ol><li id=\"fn-1\">Demand for water grows.</li></ol></section>", "slug_ar": "ماء-النيل", "slug_en": "nile-water", "title_ar": "ماء النيل", "title_en": "Nile water", "attributions": [{"url": "", "date": "2025-01-12", "kind": "byline", "title": "", "source": 1, "authors": [1], "accessed_on": null, "title_language": ""}, {"url": "https://example.org/dams?year=2024&page=1", "date": "2024-11-10", "kind": "reference", "title": "Dams & droughts", "source": 2, "authors": [2], "accessed_on": "2025-01-02", "title_language": "en"}, {"url": "", "date": "2025-01-05", "kind": "reprint", "title": "", "source": 3, "authors": [], "accessed_on": null, "title_language": ""}], "key_points_ar": "الطلب يتزايد.\nقواعد الجفاف أولى.", "key_points_en": "Demand grows.\nRules for dry years come first.", "series_number": 7, "standfirst_ar": "لا يكفي الاتفاق على الحصص.", "standfirst_en": "Agreeing on shares is not enough.", "correction_kind_ar": "", "correction_kind_en": "", "correction_note_ar": "", "correction_note_en": ""}', '{"cover": true, "branch": true, "series": true, "topics": true, "body_ar": true, "body_en": true, "slug_ar": true, "slug_en": true, "title_ar": true, "title_en": true, "attributions": true, "key_points_ar": true, "key_points_en": true, "series_number": true, "standfirst_ar": true, "standfirst_en": true}', 1, 1);
INSERT INTO public.articles_revision VALUES (2, 1, '2025-01-20 12:00:00+00', '{"cover": null, "branch": 1, "series": null, "topics": [], "body_ar": "<p>يضيف الطريق الأطول نحو أسبوعين إلى الرحلة.</p>", "body_en": "", "slug_ar": "البحر-الأحمر", "slug_en": "", "title_ar": "البحر الأحمر", "title_en": "", "attributions": [{"url": "", "date": "2025-01-20", "kind": "byline", "title": "", "source": 1, "authors": [1], "accessed_on": null, "title_language": ""}], "key_points_ar": "", "key_points_en": "", "series_number": null, "standfirst_ar": "ملخص التقرير.", "standfirst_en": "", "correction_kind_ar": "", "correction_kind_en": "", "correction_note_ar": "", "correction_note_en": ""}', '{"branch": true, "body_ar": true, "slug_ar": true, "title_ar": true, "attributions": true, "standfirst_ar": true}', 2, 1);
INSERT INTO public.articles_revision VALUES (3, 2, '2025-01-25 12:00:00+00', '{"cover": null, "branch": 1, "series": null, "topics": [], "body_ar": "<p>يضيف الطريق نحو عشرة أيام إلى الرحلة.</p>", "body_en": "", "slug_ar": "البحر-الأحمر", "slug_en": "", "title_ar": "البحر الأحمر", "title_en": "", "attributions": [{"url": "", "date": "2025-01-20", "kind": "byline", "title": "", "source": 1, "authors": [1], "accessed_on": null, "title_language": ""}], "key_points_ar": "", "key_points_en": "", "series_number": null, "standfirst_ar": "ملخص التقرير.", "standfirst_en": "", "correction_kind_ar": "substantive", "correction_kind_en": "", "correction_note_ar": "الصحيح نحو عشرة أيام.", "correction_note_en": ""}', '{"body_ar": true, "correction_kind_ar": true, "correction_note_ar": true}', 2, 1);
INSERT INTO public.articles_revision VALUES (4, 3, '2025-02-02 12:00:00+00', '{"cover": null, "branch": 1, "series": null, "topics": [], "body_ar": "<p>يضيف الطريق نحو عشرة أيام إلى ميناء جدة.</p>", "body_en": "", "slug_ar": "البحر-الأحمر", "slug_en": "", "title_ar": "البحر الأحمر", "title_en": "", "attributions": [{"url": "", "date": "2025-01-20", "kind": "byline", "title": "", "source": 1, "authors": [1], "accessed_on": null, "title_language": ""}], "key_points_ar": "", "key_points_en": "", "series_number": null, "standfirst_ar": "ملخص التقرير.", "standfirst_en": "", "correction_kind_ar": "minor", "correction_kind_en": "", "correction_note_ar": "صُحّح اسم الميناء.", "correction_note_en": ""}', '{"body_ar": true, "correction_kind_ar": true, "correction_note_ar": true}', 2, 1);
INSERT INTO public.articles_revision VALUES (5, 1, '2025-02-05 12:00:00+00', '{"cover": null, "branch": 1, "series": null, "topics": [], "body_ar": "<p>نزح كثيرون.</p>", "body_en": "", "slug_ar": "النزوح", "slug_en": "", "title_ar": "النزوح", "title_en": "", "attributions": [{"url": "", "date": "2025-02-05", "kind": "byline", "title": "", "source": 1, "authors": [1], "accessed_on": null, "title_language": ""}], "key_points_ar": "", "key_points_en": "", "series_number": null, "standfirst_ar": "ملخص التقرير.", "standfirst_en": "", "correction_kind_ar": "", "correction_kind_en": "", "correction_note_ar": "", "correction_note_en": ""}', '{"branch": true, "body_ar": true, "slug_ar": true, "title_ar": true, "attributions": true, "standfirst_ar": true}', 3, 1);
INSERT INTO public.articles_revision VALUES (6, 1, '2025-02-10 12:00:00+00', '{"cover": null, "branch": 1, "series": null, "topics": [], "body_ar": "<p>مشروع ثقة.</p>", "body_en": "", "slug_ar": "كهرباء", "slug_en": "", "title_ar": "كهرباء", "title_en": "", "attributions": [{"url": "", "date": "2025-02-10", "kind": "byline", "title": "", "source": 1, "authors": [1], "accessed_on": null, "title_language": ""}], "key_points_ar": "", "key_points_en": "", "series_number": null, "standfirst_ar": "ملخص التقرير.", "standfirst_en": "", "correction_kind_ar": "", "correction_kind_en": "", "correction_note_ar": "", "correction_note_en": ""}', '{"branch": true, "body_ar": true, "slug_ar": true, "title_ar": true, "attributions": true, "standfirst_ar": true}', 4, 1);
INSERT INTO public.articles_revision VALUES (7, 2, '2025-02-24 12:00:00+00', '{"cover": null, "branch": 1, "series": null, "topics": [], "body_ar": "<p>مشروع ثقة قبل الكابلات.</p>", "body_en": "", "slug_ar": "كهرباء", "slug_en": "", "title_ar": "كهرباء", "title_en": "", "attributions": [{"url": "", "date": "2025-02-10", "kind": "byline", "title": "", "source": 1, "authors": [1], "accessed_on": null, "title_language": ""}], "key_points_ar": "", "key_points_en": "", "series_number": null, "standfirst_ar": "ملخص التقرير.", "standfirst_en": "", "correction_kind_ar": "minor", "correction_kind_en": "", "correction_note_ar": "أُضيف مصدر.", "correction_note_en": ""}', '{"body_ar": true, "correction_kind_ar": true, "correction_note_ar": true}', 4, 1);
INSERT INTO public.articles_revision VALUES (8, 1, '2025-02-24 12:00:00+00', '{"cover": null, "branch": 1, "series": null, "topics": [], "body_ar": "<p>نص لم يُعتمد.</p>", "body_en": "", "slug_ar": "قيد-المراجعة", "slug_en": "", "title_ar": "قيد المراجعة", "title_en": "", "attributions": [{"url": "", "date": "2025-02-24", "kind": "byline", "title": "", "source": 1, "authors": [1], "accessed_on": null, "title_language": ""}], "key_points_ar": "", "key_points_en": "", "series_number": null, "standfirst_ar": "ملخص التقرير.", "standfirst_en": "", "correction_kind_ar": "", "correction_kind_en": "", "correction_note_ar": "", "correction_note_en": ""}', '{"branch": true, "body_ar": true, "slug_ar": true, "title_ar": true, "attributions": true, "standfirst_ar": true}', 5, 1);
INSERT INTO public.articles_searchentry VALUES (1821044323123200001, 4, 'لا يكفي الاتفاق على الحصص.
الطلب يتزايد.
قواعد الجفاف أولى.
الوضع الراهن
الطلب على المياه يتزايد في السدود.
خريطة الحوض
النهر
في السدود
النهر & في السدود
الطلب على المياه يتزايد
النهر
في السدود
النهر
2025
في السدود
12.5%
النهر
الطلب على المياه يتزايد.', ' لا يكف اتفاق على حصه 
 طلب يتزايد 
 قاعد جفاف اول 
 وضع راهن 
 طلب على ماء يتزايد في سد 
 خريط حوض 
 نهر 
 في سد 
 نهر في سد 
 طلب على ماء يتزايد 
 نهر 
 في سد 
 نهر 
 2025 
 في سد 
 12 5 
 نهر 
 طلب على ماء يتزايد ', 1, '''a_1'' ''a_2'' ''arg_الاتفاق'':6 ''arg_الامن'':20 ''arg_الجفاف'':14 ''arg_الحصص'':8 ''arg_الطلب'':10 ''arg_الماءي'':21 ''arg_النجار'':18 ''arg_النيل'':2,24 ''arg_الهام'':17 ''arg_اوراق'':26 ''arg_اولي'':15 ''arg_حوض'':23 ''arg_سياسات'':27 ''arg_على'':7 ''arg_قواعد'':13 ''arg_لا'':4 ''arg_ماء'':1 ''arg_يتزايد'':11 ''arg_يكفي'':5 ''arh_اتفاق'':6 ''arh_امن'':20 ''arh_اوراق'':26 ''arh_اول'':15 ''arh_جفاف'':14 ''arh_حصه'':8 ''arh_حوض'':23 ''arh_سياس'':27 ''arh_طلب'':10 ''arh_على'':7 ''arh_قاعد'':13 ''arh_لا'':4 ''arh_ماء'':1,21 ''arh_نجار'':18 ''arh_نيل'':2,24 ''arh_هام'':17 ''arh_يتزايد'':11 ''arh_يكف'':5 ''art_النيل'':2 ''art_ماء'':1 ''aru_ماء'':1 ''aru_نيل'':2 ''b_1'' ''c_1'' ''c_2'' ''l_ar'' ''o_1'' ''o_2'' ''o_3'' ''q_20251''', '''are_12'':41 ''are_2025'':38 ''are_5'':42 ''are_dams'':69 ''are_droughts'':70 ''are_الاتفاق'':6 ''are_الافريقيه'':64 ''are_الامن'':52 ''are_الجزيره'':72 ''are_الجفاف'':12 ''are_الحصص'':8 ''are_الحوض'':23 ''are_الراهن'':15 ''are_السدود'':21,26,29,36,40 ''are_الطلب'':9,16,30,44 ''are_القاهره'':61 ''are_الماءي'':53 ''are_المجله'':63 ''are_المحمد'':67 ''are_المياه'':18,32,46 ''are_النجار'':50 ''are_النهر'':24,27,34,37,43 ''are_النيل'':2,56 ''are_الهام'':49 ''are_الوضع'':14 ''are_اوراق'':58 ''are_اولي'':13 ''are_باسل'':66 ''are_حوض'':55 ''are_خريطه'':22 ''are_سياسات'':59 ''are_على'':7,17,31,45 ''are_في'':20,25,28,35,39 ''are_قواعد'':11 ''are_لا'':4 ''are_ماء'':1 ''are_نت'':73 ''are_يتزايد'':10,19,33,47 ''are_يكفي'':5 ''ars_12'':41 ''ars_2025'':38 ''ars_5'':42 ''ars_dam'':69 ''ars_drought'':70 ''ars_اتفاق'':6 ''ars_اسل'' ''ars_افريق'':64 ''ars_امن'':52 ''ars_اوراق'':58 ''ars_اول'':13 ''ars_باسل'':66 ''ars_جزير'':72 ''ars_جفاف'':12 ''ars_حصه'':8 ''ars_حوض'':23,55 ''ars_خريط'':22 ''ars_راهن'':15 ''ars_سد'':21,26,29,36,40 ''ars_سياس'':59 ''ars_طلب'':9,16,30,44 ''ars_على'':7,17,31,45 ''ars_في'':20,25,28,35,39 ''ars_قاعد'':11 ''ars_قاهر'':61 ''ars_لا'':4 ''ars_ماء'':1,18,32,46,53 ''ars_مجل'':63 ''ars_محمد'':67 ''ars_نت'':73 ''ars_نجار'':50 ''ars_نهر'':24,27,34,37,43 ''ars_نيل'':2,56 ''ars_هام'':49 ''ars_وضع'':14 ''ars_يتزايد'':10,19,33,47 ''ars_يكف'':5', '''p_00ddc8d05036'' ''p_02a92592ed28'' ''p_062c90ed0489'' ''p_0c8aa4b4afb9'' ''p_0e6464b9c39b'' ''p_1160a44ee021'' ''p_11c4a009df28'' ''p_142c332b87fa'' ''p_1e53224f80bf'' ''p_1f5fd095e1aa'' ''p_1f812b22b6cc'' ''p_26d4034f416a'' ''p_273d4fcbcdae'' ''p_2a7478297059'' ''p_2b7e43bf179d'' ''p_2cc2ffbb27fe'' ''p_2d12cc8c6277'' ''p_322f576cedb6'' ''p_338ec366c4b5'' ''p_36c4b8cf91a6'' ''p_3a248d02afc0'' ''p_3b9d0d1b6519'' ''p_3bcd625fd912'' ''p_4029ddba2633'' ''p_46006c9c4c22'' ''p_48fdd59d17e6'' ''p_4b0b04b383ad'' ''p_4e862c5eb9bb'' ''p_5236989de8a5'' ''p_548444ee50cf'' ''p_5d805fd278b3'' ''p_5e3cc1e5c5ef'' ''p_619ffc9bc7b3'' ''p_65436810c3d1'' ''p_65e1b189144c'' ''p_666f62c0d94e'' ''p_694b320b601b'' ''p_69c447ee7511'' ''p_6a3d0562cfea'' ''p_6d4a4d1fc5e3'' ''p_6e3b49e5a33d'' ''p_718b5cad1bc2'' ''p_7552bf784aa8'' ''p_77fcea6f393e'' ''p_7a68fcb7d415'' ''p_851dc7e03ca1'' ''p_857244f692b7'' ''p_85bded3d9325'' ''p_888689e1832b'' ''p_88a0e68b62b1'' ''p_893a0138794f'' ''p_8c1df38b61fb'' ''p_8fbb248e5aaa'' ''p_907f795013b5'' ''p_92c7f411bacf'' ''p_93c08f139df2'' ''p_947f04b8813b'' ''p_9613d7b6b4c5'' ''p_989da256e8d6'' ''p_99fa66e7ef99'' ''p_9b8b0b77c868'' ''p_9c6d74d25fe3'' ''p_9d7c56e5b4ca'' ''p_a9f6f25bce0c'' ''p_aa36de950011'' ''p_aae09449e316'' ''p_aae674e71661'' ''p_ab295eed6a5a'' ''p_abbb9c050249'' ''p_aecbd1bf578a'' ''p_b0f871ecf5d3'' ''p_b2c6261df99f'' ''p_b3da3e031424'' ''p_b6bc82fef612'' ''p_ba5e8774d26c'' ''p_bb315600be1b'' ''p_be04eb1bc61c'' ''p_be1a07af94e3'' ''p_c29056a855f4'' ''p_c3fcaa163cb4'' ''p_c41b462cbd5a'' ''p_ca4b861629dd'' ''p_cbf12edd2d32'' ''p_d08b16e06c90'' ''p_d4aeaee24d5c'' ''p_d5f42d421b38'' ''p_d64d2c4062c9'' ''p_d808986d6d2f'' ''p_d91f3d668de9'' ''p_dfa4c6130e14'' ''p_e3175bf80e2f'' ''p_e54e874e7b04'' ''p_e8d003c0dc34'' ''p_e9c95e9a3331'' ''p_eb194baabeda'' ''p_ec54c1532e0c'' ''p_ed89c9bcfa29'' ''p_ee553c82a6cf'' ''p_effd9ac236eb'' ''p_f10c139d4ed7'' ''p_f1edd80bafd2'' ''p_f3751b22511b'' ''p_f5ed491956ac'' ''p_fc6c315614b9''');
INSERT INTO public.articles_searchentry VALUES (1821225517056000002, 4, 'Agreeing on shares is not enough.
Demand grows.
Rules for dry years come first.
The present
Demand for water grows in the dams.
A map
The river
in the dams
The river & in the dams
Demand for water grows
The river
in the dams
The river
2025
in the dams
12.5%
The river
Demand for water grows.', ' agreeing on share is not enough 
 demand grow 
 rule for dry year come first 
 the present 
 demand for water grow in the dam 
 a map 
 the river 
 in the dam 
 the river in the dam 
 demand for water grow 
 the river 
 in the dam 
 the river 
 2025 
 in the dam 
 12 5 
 the river 
 demand for water grow ', 2, '''a_1'' ''a_2'' ''b_1'' ''c_1'' ''c_2'' ''eng_agreeing'':4 ''eng_basin'':30 ''eng_come'':18 ''eng_demand'':11 ''eng_dry'':16 ''eng_el'':22 ''eng_elham'':21 ''eng_enough'':9 ''eng_first'':19 ''eng_for'':15 ''eng_grows'':12 ''eng_is'':7 ''eng_naggar'':23 ''eng_nile'':1,29 ''eng_not'':8 ''eng_on'':5 ''eng_papers'':33 ''eng_policy'':32 ''eng_rules'':14 ''eng_security'':26 ''eng_shares'':6 ''eng_the'':28 ''eng_water'':2,25 ''eng_years'':17 ''enh_agreeing'':4 ''enh_basin'':30 ''enh_come'':18 ''enh_demand'':11 ''enh_dry'':16 ''enh_el'':22 ''enh_elham'':21 ''enh_enough'':9 ''enh_first'':19 ''enh_for'':15 ''enh_grow'':12 ''enh_is'':7 ''enh_naggar'':23 ''enh_nile'':1,29 ''enh_not'':8 ''enh_on'':5 ''enh_paper'':33 ''enh_policy'':32 ''enh_rule'':14 ''enh_security'':26 ''enh_share'':6 ''enh_the'':28 ''enh_water'':2,25 ''enh_year'':17 ''ent_nile'':1 ''ent_water'':2 ''enu_nile'':1 ''enu_water'':2 ''l_en'' ''o_1'' ''o_2'' ''o_3'' ''q_20251''', '''ene_12'':54 ''ene_2025'':50 ''ene_5'':55 ''ene_a'':27 ''ene_african'':80 ''ene_agreeing'':4 ''ene_al'':84,90 ''ene_basel'':83 ''ene_basin'':72 ''ene_cairo'':77 ''ene_come'':16 ''ene_dams'':26,33,38,47,53,87 ''ene_demand'':10,20,39,58 ''ene_droughts'':88 ''ene_dry'':14 ''ene_el'':64 ''ene_elham'':63 ''ene_enough'':9 ''ene_first'':17 ''ene_for'':13,21,40,59 ''ene_grows'':11,23,42,61 ''ene_in'':24,31,36,45,51 ''ene_is'':7 ''ene_jazeera'':91 ''ene_journal'':81 ''ene_map'':28 ''ene_mohammad'':85 ''ene_naggar'':65 ''ene_net'':92 ''ene_nile'':1,71 ''ene_not'':8 ''ene_on'':5 ''ene_papers'':75 ''ene_policy'':74 ''ene_present'':19 ''ene_river'':30,35,44,49,57 ''ene_rules'':12 ''ene_security'':68 ''ene_shares'':6 ''ene_the'':18,25,29,32,34,37,43,46,48,52,56,70,79 ''ene_water'':2,22,41,60,67 ''ene_years'':15 ''ens_12'':54 ''ens_2025'':50 ''ens_5'':55 ''ens_a'':27 ''ens_african'':80 ''ens_agreeing'':4 ''ens_al'':84,90 ''ens_basel'':83 ''ens_basin'':72 ''ens_cairo'':77 ''ens_come'':16 ''ens_dam'':26,33,38,47,53,87 ''ens_demand'':10,20,39,58 ''ens_drought'':88 ''ens_dry'':14 ''ens_el'':64 ''ens_elham'':63 ''ens_enough'':9 ''ens_first'':17 ''ens_for'':13,21,40,59 ''ens_grow'':11,23,42,61 ''ens_in'':24,31,36,45,51 ''ens_is'':7 ''ens_jazeera'':91 ''ens_journal'':81 ''ens_map'':28 ''ens_mohammad'':85 ''ens_naggar'':65 ''ens_net'':92 ''ens_nile'':1,71 ''ens_not'':8 ''ens_on'':5 ''ens_paper'':75 ''ens_policy'':74 ''ens_present'':19 ''ens_river'':30,35,44,49,57 ''ens_rule'':12 ''ens_security'':68 ''ens_share'':6 ''ens_the'':18,25,29,32,34,37,43,46,48,52,56,70,79 ''ens_water'':2,22,41,60,67 ''ens_year'':15', '''p_01c9c2e05e34'' ''p_01daad49aa6c'' ''p_0282f3b933ce'' ''p_0451e9e59d28'' ''p_059b544a0163'' ''p_06c3327e6867'' ''p_077e9924ad07'' ''p_0b469e20f84b'' ''p_0b90cfa2e0f7'' ''p_11c40c20921f'' ''p_14fd9b50bca0'' ''p_15683e88c5e2'' ''p_15afcc0d92b4'' ''p_16e1ccd25f94'' ''p_1768fb13c319'' ''p_18bc47399b5c'' ''p_19fd155d3a66'' ''p_1d90ec5e8db9'' ''p_1fd8d5f1cc42'' ''p_2454915a2aa7'' ''p_24785ab1f637'' ''p_25ac68220c80'' ''p_27b3aa160103'' ''p_29efc3a5d688'' ''p_2fd088993fc0'' ''p_301ea5b64fb7'' ''p_32bbc835e41b'' ''p_36098f239ae7'' ''p_375c16de1041'' ''p_3b6a60093d8e'' ''p_3d1986cf1de8'' ''p_3ec1e69fd266'' ''p_3f506729363e'' ''p_417e3a954f40'' ''p_41e28f855cd3'' ''p_46085c18c378'' ''p_47386e16c09a'' ''p_47441a2cb380'' ''p_482befcd25a5'' ''p_48866c9e7f70'' ''p_488ff12d82ab'' ''p_49a583109d54'' ''p_49fffde504cc'' ''p_4b2e0fcb0fde'' ''p_4cd445158ab7'' ''p_4d7b0cb13ce6'' ''p_4ea3715a02f2'' ''p_52fabb327c46'' ''p_5399529760b9'' ''p_5412a83965f1'' ''p_57004a958c5a'' ''p_5714748d8413'' ''p_59f6d13d2897'' ''p_5b54e0945503'' ''p_5d2f4a10708e'' ''p_5f74b61d90a8'' ''p_5f980b6d0026'' ''p_6108c658a0ca'' ''p_6116cb7e2fca'' ''p_633eac0ae0e0'' ''p_648dd4629c44'' ''p_64f6301fbcb6'' ''p_6a107ddb4fcf'' ''p_765a323a87b9'' ''p_76e8a300e11d'' ''p_76fa09fccfac'' ''p_77cf90da3596'' ''p_78f7a943c2cc'' ''p_79bb8548e693'' ''p_7eb5360638ae'' ''p_82074eda12b1'' ''p_82628955a3a3'' ''p_82dc98e557ed'' ''p_84ab95e76e81'' ''p_872a146067c7'' ''p_8730179661da'' ''p_8f672843a3d0'' ''p_90822b2f1c7a'' ''p_92ad40cf8bde'' ''p_933e3def8f9e'' ''p_96606c767642'' ''p_9bffb942d0c1'' ''p_9d3ed789b5fb'' ''p_9d75306864db'' ''p_a06eb9b274f1'' ''p_a13927556cf9'' ''p_a4c4ffd3872a'' ''p_a4e8ebc1c7ee'' ''p_a8e5f6fea3af'' ''p_a961686e4120'' ''p_aba0af11c0b7'' ''p_abb7ee6f3dc1'' ''p_ac201bd05cd0'' ''p_ac80b9872e4e'' ''p_ae03d850deb1'' ''p_b12029c1d390'' ''p_b3bd249b5c8a'' ''p_b4e778771fe8'' ''p_b4f0cbc18dd4'' ''p_b863db458442'' ''p_b8e4b248579c'' ''p_baec8d07b35c'' ''p_bd9523563d3d'' ''p_bf32cd5dd0e1'' ''p_bfe2b0fd5da7'' ''p_c1dfbd31600f'' ''p_c23504e38c50'' ''p_c83f177a16d1'' ''p_c89239bf281e'' ''p_c8df51e744db'' ''p_cb8178b19d62'' ''p_cc1868729206'' ''p_ccd8c96eadaf'' ''p_cdc1f7aea6f9'' ''p_cf2fd8c521e7'' ''p_d0e91c80605f'' ''p_d120d3c85a9b'' ''p_d5c6e2671ef8'' ''p_d6bd0bd4fa4a'' ''p_d7e87a7e58a7'' ''p_dbd08927e7b5'' ''p_dd7acbb6ba7e'' ''p_ddcb4a35ef9c'' ''p_ddd72d9977af'' ''p_debeab2fdd0e'' ''p_e1c34fb6697b'' ''p_e222d1605ac8'' ''p_e7d347227f36'' ''p_e844c8ff6070'' ''p_ed379683f8f5'' ''p_ee886a8d19bd'' ''p_efc5bf0d44f2'' ''p_f10d15dad453'' ''p_f73f34c07019'' ''p_f8668d03eb2d'' ''p_f8877ccece75'' ''p_fbfe4c208996'' ''p_ffeed5b7cfeb''');
INSERT INTO public.articles_searchentry VALUES (1821769098854400003, 4, 'ملخص التقرير.
يضيف الطريق الأطول نحو أسبوعين إلى الرحلة.', ' ملخص تقرير 
 يضيف طريق اطول نحو اسبوع الى رحل ', 3, '''a_1'' ''arg_الاحمر'':2 ''arg_البحر'':1 ''arg_التقرير'':5 ''arg_النجار'':8 ''arg_الهام'':7 ''arg_ملخص'':4 ''arh_احمر'':2 ''arh_بحر'':1 ''arh_تقرير'':5 ''arh_ملخص'':4 ''arh_نجار'':8 ''arh_هام'':7 ''art_الاحمر'':2 ''art_البحر'':1 ''aru_احمر'':2 ''aru_بحر'':1 ''b_1'' ''l_ar'' ''o_1'' ''q_20251''', '''are_اسبوعين'':10 ''are_الاحمر'':2 ''are_الاطول'':8 ''are_البحر'':1 ''are_التقرير'':5 ''are_الرحله'':12 ''are_الطريق'':7 ''are_القاهره'':17 ''are_النجار'':15 ''are_الهام'':14 ''are_الى'':11 ''are_ملخص'':4 ''are_نحو'':9 ''are_يضيف'':6 ''ars_احمر'':2 ''ars_اسبوع'':10 ''ars_اطول'':8 ''ars_الى'':11 ''ars_بحر'':1 ''ars_تقرير'':5 ''ars_رحل'':12 ''ars_طريق'':7 ''ars_قاهر'':17 ''ars_ملخص'':4 ''ars_نجار'':15 ''ars_نحو'':9 ''ars_هام'':14 ''ars_يضيف'':6', '''p_1a6ebc65eb83'' ''p_1bf6a0ab0970'' ''p_28599176a3b7'' ''p_3200f860ee7f'' ''p_43ededb39839'' ''p_46006c9c4c22'' ''p_4d4f3f474d55'' ''p_5343ff26bbd6'' ''p_61bfd60d2134'' ''p_666f62c0d94e'' ''p_66b89e49bf98'' ''p_6b8a7da4e9ee'' ''p_790f7995a692'' ''p_9a128fa49b7b'' ''p_9a4413072bd4'' ''p_a88bcf0c8ad5'' ''p_ae04ca83cf9a'' ''p_b75c3d5876fa'' ''p_c3fcaa163cb4'' ''p_c4e763b88e06'' ''p_cc0f7c394385'' ''p_cdab6dc2ef1e'' ''p_e14f145f0d4c'' ''p_e77393014780'' ''p_e9c95e9a3331'' ''p_ebab0fb1994b'' ''p_ee00e9ccda32'' ''p_f6ff1c415a33''');
INSERT INTO public.articles_searchentry VALUES (1821769098854400004, 4, 'ملخص التقرير.
يضيف الطريق نحو عشرة أيام إلى الرحلة.', ' ملخص تقرير 
 يضيف طريق نحو عشر يوم الى رحل ', 4, '''a_1'' ''arg_الاحمر'':2 ''arg_البحر'':1 ''arg_التقرير'':5 ''arg_النجار'':8 ''arg_الهام'':7 ''arg_ملخص'':4 ''arh_احمر'':2 ''arh_بحر'':1 ''arh_تقرير'':5 ''arh_ملخص'':4 ''arh_نجار'':8 ''arh_هام'':7 ''art_الاحمر'':2 ''art_البحر'':1 ''aru_احمر'':2 ''aru_بحر'':1 ''b_1'' ''l_ar'' ''o_1'' ''q_20251''', '''are_الاحمر'':2 ''are_البحر'':1 ''are_التقرير'':5 ''are_الرحله'':12 ''are_الطريق'':7 ''are_القاهره'':17 ''are_النجار'':15 ''are_الهام'':14 ''are_الى'':11 ''are_ايام'':10 ''are_عشره'':9 ''are_ملخص'':4 ''are_نحو'':8 ''are_يضيف'':6 ''ars_احمر'':2 ''ars_الى'':11 ''ars_بحر'':1 ''ars_تقرير'':5 ''ars_رحل'':12 ''ars_طريق'':7 ''ars_عشر'':9 ''ars_قاهر'':17 ''ars_ملخص'':4 ''ars_نجار'':15 ''ars_نحو'':8 ''ars_هام'':14 ''ars_يضيف'':6 ''ars_يوم'':10', '''p_1a6ebc65eb83'' ''p_1ec5d7305d98'' ''p_28599176a3b7'' ''p_43ededb39839'' ''p_46006c9c4c22'' ''p_5343ff26bbd6'' ''p_5485ae7d18b5'' ''p_5cf08f491d0c'' ''p_61bfd60d2134'' ''p_666f62c0d94e'' ''p_66b89e49bf98'' ''p_68dd7b40d9b4'' ''p_6b8a7da4e9ee'' ''p_790f7995a692'' ''p_9326541a38b6'' ''p_97ff753b44c1'' ''p_a88bcf0c8ad5'' ''p_ae04ca83cf9a'' ''p_b75c3d5876fa'' ''p_c3fcaa163cb4'' ''p_c4e763b88e06'' ''p_cc0f7c394385'' ''p_df5db4b60a24'' ''p_e77393014780'' ''p_e9c95e9a3331'' ''p_ec1771a0acb9'' ''p_ee00e9ccda32'' ''p_f6ff1c415a33''');
INSERT INTO public.articles_searchentry VALUES (1821769098854400005, 4, 'ملخص التقرير.
يضيف الطريق نحو عشرة أيام إلى ميناء جدة.', ' ملخص تقرير 
 يضيف طريق نحو عشر يوم الى ميناء جده ', 5, '''a_1'' ''arg_الاحمر'':2 ''arg_البحر'':1 ''arg_التقرير'':5 ''arg_النجار'':8 ''arg_الهام'':7 ''arg_ملخص'':4 ''arh_احمر'':2 ''arh_بحر'':1 ''arh_تقرير'':5 ''arh_ملخص'':4 ''arh_نجار'':8 ''arh_هام'':7 ''art_الاحمر'':2 ''art_البحر'':1 ''aru_احمر'':2 ''aru_بحر'':1 ''b_1'' ''l_ar'' ''o_1'' ''q_20251''', '''are_الاحمر'':2 ''are_البحر'':1 ''are_التقرير'':5 ''are_الطريق'':7 ''are_القاهره'':18 ''are_النجار'':16 ''are_الهام'':15 ''are_الى'':11 ''are_ايام'':10 ''are_جده'':13 ''are_عشره'':9 ''are_ملخص'':4 ''are_ميناء'':12 ''are_نحو'':8 ''are_يضيف'':6 ''ars_احمر'':2 ''ars_الى'':11 ''ars_بحر'':1 ''ars_تقرير'':5 ''ars_جده'':13 ''ars_طريق'':7 ''ars_عشر'':9 ''ars_قاهر'':18 ''ars_ملخص'':4 ''ars_ميناء'':12 ''ars_نجار'':16 ''ars_نحو'':8 ''ars_هام'':15 ''ars_يضيف'':6 ''ars_يوم'':10', '''p_1a6ebc65eb83'' ''p_1ec5d7305d98'' ''p_28599176a3b7'' ''p_43ededb39839'' ''p_46006c9c4c22'' ''p_5343ff26bbd6'' ''p_5485ae7d18b5'' ''p_5a05ccbc3a29'' ''p_5cf08f491d0c'' ''p_666f62c0d94e'' ''p_66b89e49bf98'' ''p_68dd7b40d9b4'' ''p_6b8a7da4e9ee'' ''p_790f7995a692'' ''p_803a6de28a57'' ''p_9326541a38b6'' ''p_97ff753b44c1'' ''p_ae04ca83cf9a'' ''p_b75c3d5876fa'' ''p_c3fcaa163cb4'' ''p_c4e763b88e06'' ''p_cc0f7c394385'' ''p_cc1ff76c8f3d'' ''p_df5db4b60a24'' ''p_e77393014780'' ''p_e9c95e9a3331'' ''p_ec1771a0acb9'' ''p_ee00e9ccda32'' ''p_f3b49289a180'' ''p_f6ff1c415a33''');
INSERT INTO public.articles_searchentry VALUES (1823218650316800006, 4, 'ملخص التقرير.
نزح كثيرون.', ' ملخص تقرير 
 نزح كثير ثير ', 6, '''a_1'' ''arg_التقرير'':4 ''arg_النجار'':7 ''arg_النزوح'':1 ''arg_الهام'':6 ''arg_ملخص'':3 ''arh_تقرير'':4 ''arh_ملخص'':3 ''arh_نجار'':7 ''arh_نزوح'':1 ''arh_هام'':6 ''art_النزوح'':1 ''aru_نزوح'':1 ''b_1'' ''l_ar'' ''o_1'' ''q_20251''', '''are_التقرير'':4 ''are_القاهره'':11 ''are_النجار'':9 ''are_النزوح'':1 ''are_الهام'':8 ''are_كثيرون'':6 ''are_ملخص'':3 ''are_نزح'':5 ''ars_تقرير'':4 ''ars_ثير'' ''ars_قاهر'':11 ''ars_كثير'':6 ''ars_ملخص'':3 ''ars_نجار'':9 ''ars_نزح'':5 ''ars_نزوح'':1 ''ars_هام'':8', '''p_28599176a3b7'' ''p_43ededb39839'' ''p_4414526af1e9'' ''p_46006c9c4c22'' ''p_64549ccdfc86'' ''p_666f62c0d94e'' ''p_790f7995a692'' ''p_a58dabeb35af'' ''p_c3fcaa163cb4'' ''p_cc0f7c394385'' ''p_e9c95e9a3331'' ''p_feeb7d10d153''');
INSERT INTO public.articles_searchentry VALUES (1823671635148800007, 4, 'ملخص التقرير.
مشروع ثقة.', ' ملخص تقرير 
 مشروع ثقه ', 7, '''a_1'' ''arg_التقرير'':4 ''arg_النجار'':7 ''arg_الهام'':6 ''arg_كهرباء'':1 ''arg_ملخص'':3 ''arh_تقرير'':4 ''arh_كهرباء'':1 ''arh_ملخص'':3 ''arh_نجار'':7 ''arh_هام'':6 ''arh_هرباء'' ''art_كهرباء'':1 ''aru_كهرباء'':1 ''aru_هرباء'' ''b_1'' ''l_ar'' ''o_1'' ''q_20251''', '''are_التقرير'':4 ''are_القاهره'':11 ''are_النجار'':9 ''are_الهام'':8 ''are_ثقه'':6 ''are_كهرباء'':1 ''are_مشروع'':5 ''are_ملخص'':3 ''ars_تقرير'':4 ''ars_ثقه'':6 ''ars_قاهر'':11 ''ars_كهرباء'':1 ''ars_مشروع'':5 ''ars_ملخص'':3 ''ars_نجار'':9 ''ars_هام'':8 ''ars_هرباء''', '''p_28599176a3b7'' ''p_30e4c6a0b0b7'' ''p_3fd485420b90'' ''p_43ededb39839'' ''p_46006c9c4c22'' ''p_55f15f55845a'' ''p_63e86db63e9a'' ''p_666f62c0d94e'' ''p_790f7995a692'' ''p_c3fcaa163cb4'' ''p_cc0f7c394385'' ''p_e9c95e9a3331''');
INSERT INTO public.articles_searchentry VALUES (1823671635148800008, 4, 'ملخص التقرير.
مشروع ثقة قبل الكابلات.', ' ملخص تقرير 
 مشروع ثقه قبل كابل ', 8, '''a_1'' ''arg_التقرير'':4 ''arg_النجار'':7 ''arg_الهام'':6 ''arg_كهرباء'':1 ''arg_ملخص'':3 ''arh_تقرير'':4 ''arh_كهرباء'':1 ''arh_ملخص'':3 ''arh_نجار'':7 ''arh_هام'':6 ''arh_هرباء'' ''art_كهرباء'':1 ''aru_كهرباء'':1 ''aru_هرباء'' ''b_1'' ''l_ar'' ''o_1'' ''q_20251''', '''are_التقرير'':4 ''are_القاهره'':13 ''are_الكابلات'':8 ''are_النجار'':11 ''are_الهام'':10 ''are_ثقه'':6 ''are_قبل'':7 ''are_كهرباء'':1 ''are_مشروع'':5 ''are_ملخص'':3 ''ars_تقرير'':4 ''ars_ثقه'':6 ''ars_قاهر'':13 ''ars_قبل'':7 ''ars_كابل'':8 ''ars_كهرباء'':1 ''ars_مشروع'':5 ''ars_ملخص'':3 ''ars_نجار'':11 ''ars_هام'':10 ''ars_هرباء''', '''p_08c7541e0af4'' ''p_135aee0a0648'' ''p_28599176a3b7'' ''p_30e4c6a0b0b7'' ''p_3fd485420b90'' ''p_43ededb39839'' ''p_46006c9c4c22'' ''p_55f15f55845a'' ''p_62b3cc867120'' ''p_63e86db63e9a'' ''p_666f62c0d94e'' ''p_790f7995a692'' ''p_c3fcaa163cb4'' ''p_cc0f7c394385'' ''p_d15801205942'' ''p_e9c95e9a3331''');
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
INSERT INTO public.auth_user VALUES (1, 'md5$wFg99AbLVthW9B5XF2PQOK$c80b748dd0ae189d7c1fe4bd46fbf785', NULL, false, 'writer', 'سلمى', 'عبد الرحمن', '', false, true, '2025-01-10 12:00:00+00');
INSERT INTO public.auth_user VALUES (2, 'md5$3qxiFXEuaHm7p3p5PTDAXD$ba0ca8c0d6e5372c0e040d049d9d8f7e', NULL, false, 'editor', 'كريم', 'الشافعي', '', false, true, '2025-01-10 12:00:00+00');
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
INSERT INTO public.django_migrations VALUES (8, 'articles', '0002_search_and_storage', '2025-01-10 12:00:00+00');
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
