"""Addresses of services: what each form means, and that whatever is not understood is refused by name."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from shaf.startup import service_urls

SMTP = "django.core.mail.backends.smtp.EmailBackend"


@pytest.mark.parametrize(
    ("url", "port", "starttls", "tls"),
    [
        ("smtp://u:p@mail.example.org", 25, False, False),
        ("smtp://u:p@mail.example.org:587", 587, True, False),
        ("smtp://u:p@mail.example.org:465", 465, False, True),
        ("submission://u:p@mail.example.org", 587, True, False),
        ("submission://u:p@mail.example.org:2525", 2525, True, False),
        ("smtps://u:p@mail.example.org", 465, False, True),
        ("smtp://u:p@mail.example.org:2525?tls=true", 2525, True, False),
        ("smtp://u:p@mail.example.org:2525?ssl=1", 2525, False, True),
        ("smtp://u:p@mail.example.org:587?tls=false", 587, False, False),
    ],
)
def test_mail_is_encrypted_as_the_port_and_the_scheme_say(url, port, starttls, tls):
    mail = service_urls.mail(url)
    assert (mail["EMAIL_BACKEND"], mail["EMAIL_HOST"]) == (SMTP, "mail.example.org")
    assert (mail["EMAIL_PORT"], mail["EMAIL_USE_TLS"], mail["EMAIL_USE_SSL"]) == (port, starttls, tls)
    assert (mail["EMAIL_HOST_USER"], mail["EMAIL_HOST_PASSWORD"]) == ("u", "p")


def test_a_password_may_hold_any_sign_in_its_encoded_form():
    assert service_urls.mail("smtp://a%40b:p%2F%3F%23%25@h:587?timeout=3") == {
        "EMAIL_BACKEND": SMTP,
        "EMAIL_HOST": "h",
        "EMAIL_PORT": 587,
        "EMAIL_HOST_USER": "a@b",
        "EMAIL_HOST_PASSWORD": "p/?#%",
        "EMAIL_USE_TLS": True,
        "EMAIL_USE_SSL": False,
        "EMAIL_TIMEOUT": 3,
    }
    assert service_urls.database("postgresql://u:p%2Fq@h:5433/name")["PASSWORD"] == "p/q"


def test_a_replica_is_as_its_primary_but_for_where_it_is():
    primary = service_urls.database("postgresql://u:p@one/shaf") | {"CONN_MAX_AGE": 60}
    found = service_urls.replica("postgresql://reader:q@two:5433/shaf?sslmode=require", primary)["replica"]
    assert (found["HOST"], found["PORT"], found["USER"], found["CONN_MAX_AGE"]) == ("two", 5433, "reader", 60)
    assert found["OPTIONS"]["connect_timeout"] == 2
    assert found["OPTIONS"]["sslmode"] == "require"
    assert service_urls.replica("", primary) == {}
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL names a file of SQLite"):
        service_urls.replica("postgresql://reader:q@two/shaf", service_urls.database("sqlite:///s.sqlite3"))
    for url in ("sqlite:///s.sqlite3", "two/shaf", "postgresql://reader:se/cret@two/shaf"):
        with pytest.raises(ImproperlyConfigured, match="DATABASE_REPLICA_URL") as refused:
            service_urls.replica(url, primary)
        assert "se/cret" not in str(refused.value)


@pytest.mark.parametrize(
    ("url", "endpoint", "bucket", "region"),
    [
        ("s3://k%2F:s%2Bt@s3.example.org/reports", "https://s3.example.org", "reports", "us-east-1"),
        ("s3://k%2F:s%2Bt@s3.example.org:90/re.ports/?region=me-1", "https://s3.example.org:90", "re.ports", "me-1"),
        ("s3://k%2F:s%2Bt@10.0.0.5:9000/reports?tls=false", "http://10.0.0.5:9000", "reports", "us-east-1"),
        ("s3://k%2F:s%2Bt@[fd00::5]:9000/reports?tls=no", "http://[fd00::5]:9000", "reports", "us-east-1"),
    ],
)
def test_a_storage_is_read(url, endpoint, bucket, region):
    found = service_urls.storage(url)
    for name, location in (("default", "media"), ("backups", "backups")):
        options = found[name]["OPTIONS"]
        assert (options["access_key"], options["secret_key"]) == ("k/", "s+t")
        assert (options["endpoint_url"], options["bucket_name"], options["region_name"]) == (endpoint, bucket, region)
        assert options["location"] == location
    assert service_urls.storage("") == {}


@pytest.mark.parametrize(
    ("read", "url"),
    [
        (service_urls.mail, "mail.example.org"),
        (service_urls.mail, "mailto:desk@example.org"),
        (service_urls.mail, "consolemail://"),
        (service_urls.mail, "smtp+tls://mail.example.org:587"),
        (service_urls.mail, "smtp://mail.example.org:587?starttls=yes"),
        (service_urls.mail, "smtp://mail.example.org?tls=true&ssl=true"),
        (service_urls.mail, "smtp://mail.example.org?timeout=soon"),
        (service_urls.database, "var/shaf.sqlite3"),
        (service_urls.database, "mysql://u:p@h/name"),
        (service_urls.database, "sqlite://var/shaf.sqlite3"),
        (service_urls.cache, "redis.example.org:6379"),
        (service_urls.cache, "rediz://h"),
        (service_urls.cache, "redis://"),
        (service_urls.storage, "https://s3.example.org/bucket"),
        (service_urls.storage, "s3://s3.example.org/bucket"),
        (service_urls.storage, "s3://key@s3.example.org/bucket"),
        (service_urls.storage, "s3://key:secret@s3.example.org"),
        (service_urls.storage, "s3://key:secret@s3.example.org/bucket/folder"),
        (service_urls.storage, "s3://key:secret@s3.example.org/Bucket"),
        (service_urls.storage, "s3://key:secret@/bucket"),
        (service_urls.storage, "s3://key:secret@s3.example.org:none/bucket"),
        (service_urls.storage, "s3://key:secret@s3.example.org/bucket?ssl=true"),
        (service_urls.storage, "s3://key:secret@s3.example.org/bucket?tls=perhaps"),
        (service_urls.storage, "s3://key:secret@s3.example.org/bucket?region="),
    ],
)
def test_what_is_not_understood_is_refused_with_the_forms_that_are(read, url):
    with pytest.raises(ImproperlyConfigured) as refused:
        read(url)
    said = str(refused.value)
    setting, form = {
        "mail": ("EMAIL_URL", "submission://"),
        "database": ("DATABASE_URL", "postgresql://user:"),
        "cache": ("CACHE_URL", "redis://:password@"),
        "storage": ("STORAGE_URL", "s3://key:password@host:port/bucket"),
    }[read.__name__]
    assert setting in said
    assert form in said


@pytest.mark.parametrize("password", ["se/cret", "12/cret", "12?cret", "12#cret", "se[cret"])
@pytest.mark.parametrize(
    ("read", "url"),
    [
        (service_urls.mail, "smtp://user:{}@mail.example.org:587"),
        (service_urls.database, "postgresql://user:{}@db.example.org/shaf"),
        (service_urls.cache, "redis://:{}@cache.example.org:6379/0"),
        (service_urls.storage, "s3://key:{}@s3.example.org/bucket"),
    ],
)
def test_a_sign_that_ends_the_password_is_refused_with_how_to_write_it(read, url, password):
    with pytest.raises(ImproperlyConfigured, match="%2F") as refused:
        read(url.format(password))
    assert "cret" not in str(refused.value), "no password in a log"
