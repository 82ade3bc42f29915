import django.core.validators
import django.db.models.deletion
import shaf.db.validators
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Branch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('name_ar', models.CharField(max_length=200, null=True, verbose_name='name')),
                ('name_en', models.CharField(max_length=200, null=True, verbose_name='name')),
                ('slug', models.CharField(blank=True, max_length=100, verbose_name='slug')),
                ('slug_ar', models.CharField(blank=True, max_length=100, null=True, verbose_name='slug')),
                ('slug_en', models.CharField(blank=True, max_length=100, null=True, verbose_name='slug')),
                ('city', models.CharField(blank=True, max_length=100, verbose_name='city')),
                ('city_ar', models.CharField(blank=True, max_length=100, null=True, verbose_name='city')),
                ('city_en', models.CharField(blank=True, max_length=100, null=True, verbose_name='city')),
                ('description', models.TextField(blank=True, verbose_name='description')),
                ('description_ar', models.TextField(blank=True, null=True, verbose_name='description')),
                ('description_en', models.TextField(blank=True, null=True, verbose_name='description')),
                ('contact', models.TextField(blank=True, verbose_name='contact')),
                ('contact_ar', models.TextField(blank=True, null=True, verbose_name='contact')),
                ('contact_en', models.TextField(blank=True, null=True, verbose_name='contact')),
                ('logo', models.ImageField(blank=True, upload_to='', verbose_name='logo')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
                ('open_notes_block', models.BooleanField(default=False, verbose_name='open remarks block approval')),
                ('review_hours', models.PositiveSmallIntegerField(default=48, help_text='How long a report may wait for review.', verbose_name='hours until a reminder')),
            ],
            options={
                'verbose_name': 'branch',
                'verbose_name_plural': 'branches',
                'ordering': ['order', 'id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('slug_ar__gt', '')), fields=('slug_ar',), name='branch_slug_ar_unique', violation_error_message='Another entry already has this slug.'), models.UniqueConstraint(condition=models.Q(('slug_en__gt', '')), fields=('slug_en',), name='branch_slug_en_unique', violation_error_message='Another entry already has this slug.')],
            },
        ),
        migrations.CreateModel(
            name='Author',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('name_ar', models.CharField(max_length=200, null=True, verbose_name='name')),
                ('name_en', models.CharField(max_length=200, null=True, verbose_name='name')),
                ('slug', models.CharField(blank=True, max_length=100, verbose_name='slug')),
                ('slug_ar', models.CharField(blank=True, max_length=100, null=True, verbose_name='slug')),
                ('slug_en', models.CharField(blank=True, max_length=100, null=True, verbose_name='slug')),
                ('honorific', models.CharField(blank=True, help_text='Dr., Prof., Ambassador … Kept apart from the name.', max_length=50, verbose_name='honorific')),
                ('honorific_ar', models.CharField(blank=True, help_text='Dr., Prof., Ambassador … Kept apart from the name.', max_length=50, null=True, verbose_name='honorific')),
                ('honorific_en', models.CharField(blank=True, help_text='Dr., Prof., Ambassador … Kept apart from the name.', max_length=50, null=True, verbose_name='honorific')),
                ('given_name', models.CharField(blank=True, max_length=100, verbose_name='given name')),
                ('given_name_ar', models.CharField(blank=True, max_length=100, null=True, verbose_name='given name')),
                ('given_name_en', models.CharField(blank=True, max_length=100, null=True, verbose_name='given name')),
                ('family_name', models.CharField(blank=True, help_text='For citations; may be a compound name.', max_length=100, verbose_name='family name')),
                ('family_name_ar', models.CharField(blank=True, help_text='For citations; may be a compound name.', max_length=100, null=True, verbose_name='family name')),
                ('family_name_en', models.CharField(blank=True, help_text='For citations; may be a compound name.', max_length=100, null=True, verbose_name='family name')),
                ('position', models.CharField(blank=True, max_length=200, verbose_name='job title')),
                ('position_ar', models.CharField(blank=True, max_length=200, null=True, verbose_name='job title')),
                ('position_en', models.CharField(blank=True, max_length=200, null=True, verbose_name='job title')),
                ('biography', models.TextField(blank=True, help_text='Plain text.', verbose_name='biography')),
                ('biography_ar', models.TextField(blank=True, help_text='Plain text.', null=True, verbose_name='biography')),
                ('biography_en', models.TextField(blank=True, help_text='Plain text.', null=True, verbose_name='biography')),
                ('photo', models.ImageField(blank=True, upload_to='', verbose_name='photo')),
                ('orcid', models.CharField(blank=True, max_length=19, validators=[shaf.db.validators.validate_orcid], verbose_name='ORCID iD')),
                ('links', models.TextField(blank=True, help_text='One address a line.', validators=[shaf.db.validators.validate_links], verbose_name='links')),
                ('account', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL, verbose_name='account')),
                ('merged_into', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, to='authors.author', verbose_name='merged into')),
                ('branch', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='authors.branch', verbose_name='branch')),
            ],
            options={
                'verbose_name': 'author',
                'verbose_name_plural': 'authors',
                'ordering': ['name_ar', 'id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('slug_ar__gt', '')), fields=('slug_ar',), name='author_slug_ar_unique', violation_error_message='Another entry already has this slug.'), models.UniqueConstraint(condition=models.Q(('slug_en__gt', '')), fields=('slug_en',), name='author_slug_en_unique', violation_error_message='Another entry already has this slug.')],
            },
        ),
        migrations.CreateModel(
            name='Source',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('name_ar', models.CharField(max_length=200, null=True, verbose_name='name')),
                ('name_en', models.CharField(max_length=200, null=True, verbose_name='name')),
                ('slug', models.CharField(blank=True, max_length=100, verbose_name='slug')),
                ('slug_ar', models.CharField(blank=True, max_length=100, null=True, verbose_name='slug')),
                ('slug_en', models.CharField(blank=True, max_length=100, null=True, verbose_name='slug')),
                ('aliases', models.TextField(blank=True, help_text='Other names under which imported texts mention it, one a line.', verbose_name='aliases')),
                ('kind', models.CharField(choices=[('own', 'this centre'), ('news', 'news organisation'), ('think_tank', 'think tank'), ('academic', 'academic'), ('official', 'official'), ('other', 'other')], default='other', max_length=20, verbose_name='kind')),
                ('url', models.URLField(blank=True, verbose_name='website')),
                ('logo', models.ImageField(blank=True, upload_to='', verbose_name='logo')),
                ('disclaimer', models.TextField(blank=True, help_text='Printed under every report.', verbose_name='disclaimer')),
                ('disclaimer_ar', models.TextField(blank=True, help_text='Printed under every report.', null=True, verbose_name='disclaimer')),
                ('disclaimer_en', models.TextField(blank=True, help_text='Printed under every report.', null=True, verbose_name='disclaimer')),
                ('accent_colour', models.CharField(blank=True, help_text='As #1f4e5f.', max_length=7, validators=[django.core.validators.RegexValidator('\\A#[0-9A-Fa-f]{6}\\Z', 'Give a colour as six hexadecimal digits: #1f4e5f.')], verbose_name='accent colour')),
                ('tag_authority', models.CharField(blank=True, editable=False, help_text='host,date of the tag URIs (RFC 4151); set at installation, never changed.', max_length=200, verbose_name='authority of feed ids')),
            ],
            options={
                'verbose_name': 'source',
                'verbose_name_plural': 'sources',
                'ordering': ['name_ar', 'id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('slug_ar__gt', '')), fields=('slug_ar',), name='source_slug_ar_unique', violation_error_message='Another entry already has this slug.'), models.UniqueConstraint(condition=models.Q(('slug_en__gt', '')), fields=('slug_en',), name='source_slug_en_unique', violation_error_message='Another entry already has this slug.'), models.UniqueConstraint(condition=models.Q(('kind', 'own')), fields=('kind',), name='source_one_own', violation_error_message='There is one publisher already.')],
            },
        ),
        migrations.CreateModel(
            name='Topic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('name_ar', models.CharField(max_length=200, null=True, verbose_name='name')),
                ('name_en', models.CharField(max_length=200, null=True, verbose_name='name')),
                ('slug', models.CharField(blank=True, max_length=100, verbose_name='slug')),
                ('slug_ar', models.CharField(blank=True, max_length=100, null=True, verbose_name='slug')),
                ('slug_en', models.CharField(blank=True, max_length=100, null=True, verbose_name='slug')),
                ('kind', models.CharField(choices=[('theme', 'theme'), ('region', 'region'), ('country', 'country')], default='theme', max_length=20, verbose_name='kind')),
            ],
            options={
                'verbose_name': 'topic',
                'verbose_name_plural': 'topics',
                'ordering': ['name_ar', 'id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('slug_ar__gt', '')), fields=('slug_ar',), name='topic_slug_ar_unique', violation_error_message='Another entry already has this slug.'), models.UniqueConstraint(condition=models.Q(('slug_en__gt', '')), fields=('slug_en',), name='topic_slug_en_unique', violation_error_message='Another entry already has this slug.')],
            },
        ),
        migrations.CreateModel(
            name='Series',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('name_ar', models.CharField(max_length=200, null=True, verbose_name='name')),
                ('name_en', models.CharField(max_length=200, null=True, verbose_name='name')),
                ('slug', models.CharField(blank=True, max_length=100, verbose_name='slug')),
                ('slug_ar', models.CharField(blank=True, max_length=100, null=True, verbose_name='slug')),
                ('slug_en', models.CharField(blank=True, max_length=100, null=True, verbose_name='slug')),
            ],
            options={
                'verbose_name': 'series',
                'verbose_name_plural': 'series',
                'ordering': ['name_ar', 'id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('slug_ar__gt', '')), fields=('slug_ar',), name='series_slug_ar_unique', violation_error_message='Another entry already has this slug.'), models.UniqueConstraint(condition=models.Q(('slug_en__gt', '')), fields=('slug_en',), name='series_slug_en_unique', violation_error_message='Another entry already has this slug.')],
            },
        ),
        migrations.CreateModel(
            name='Page',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('name_ar', models.CharField(max_length=200, null=True, verbose_name='name')),
                ('name_en', models.CharField(max_length=200, null=True, verbose_name='name')),
                ('slug', models.CharField(blank=True, max_length=100, verbose_name='slug')),
                ('slug_ar', models.CharField(blank=True, max_length=100, null=True, verbose_name='slug')),
                ('slug_en', models.CharField(blank=True, max_length=100, null=True, verbose_name='slug')),
                ('body', models.TextField(blank=True, verbose_name='text')),
                ('body_ar', models.TextField(blank=True, null=True, verbose_name='text')),
                ('body_en', models.TextField(blank=True, null=True, verbose_name='text')),
                ('in_menu', models.BooleanField(default=True, verbose_name='in the main menu')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
            ],
            options={
                'verbose_name': 'page',
                'verbose_name_plural': 'pages',
                'ordering': ['order', 'id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('slug_ar__gt', '')), fields=('slug_ar',), name='page_slug_ar_unique', violation_error_message='Another entry already has this slug.'), models.UniqueConstraint(condition=models.Q(('slug_en__gt', '')), fields=('slug_en',), name='page_slug_en_unique', violation_error_message='Another entry already has this slug.')],
            },
        ),
        migrations.CreateModel(
            name='Synonym',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(choices=[('ar', 'Arabic'), ('en', 'English')], max_length=2, verbose_name='language')),
                ('words', models.CharField(help_text='Words or phrases that mean the same, separated by commas. Whoever searches for one finds the others.', max_length=500, verbose_name='equal words')),
            ],
            options={
                'verbose_name': 'synonyms',
                'verbose_name_plural': 'synonyms',
                'ordering': ['language', 'words'],
            },
        ),
        migrations.CreateModel(
            name='FormerSlug',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20)),
                ('entry', models.PositiveBigIntegerField()),
                ('language', models.CharField(choices=[('ar', 'Arabic'), ('en', 'English')], max_length=2)),
                ('slug', models.CharField(max_length=100)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('kind', 'language', 'slug'), name='former_slug_unique')],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('writer', 'writer'), ('editor', 'editor'), ('manager', 'manager')], max_length=10, verbose_name='role')),
                ('language', models.CharField(choices=[('ar', 'Arabic'), ('en', 'English')], max_length=2, verbose_name='language')),
                ('branch', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='authors.branch', verbose_name='branch')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL, verbose_name='user')),
            ],
            options={
                'verbose_name': 'membership',
                'verbose_name_plural': 'memberships',
                'constraints': [models.UniqueConstraint(fields=('user', 'branch', 'role', 'language'), name='membership_unique')],
            },
        ),
        migrations.CreateModel(
            name='OnCall',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(choices=[('ar', 'Arabic'), ('en', 'English')], max_length=2, verbose_name='language')),
                ('until', models.DateField(help_text='The last day.', verbose_name='until')),
                ('branch', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='on_call', to='authors.branch', verbose_name='branch')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='user')),
            ],
            options={
                'verbose_name': 'editor on call',
                'verbose_name_plural': 'editors on call',
                'constraints': [models.UniqueConstraint(fields=('branch', 'user', 'language'), name='on_call_unique')],
            },
        ),
    ]
