"""The desk in the admin: stock change forms and lists, whose every save and button calls a verb of workflow/."""

from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.models import Group
from django.db.models import Count, OuterRef, PositiveIntegerField, QuerySet, Subquery
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_tasks_db.models import DBTaskResult

from articles.desk import workflow
from articles.desk.addresses.address_admin import OldAddressAdmin
from articles.desk.article import draft, fields, remedies, rights
from articles.desk.article.fields import OF_A_WORK, ON_ARTICLE, ON_TRACK, SHARED, Field, FieldKind
from articles.desk.article.refusal import Already, Refusal
from articles.desk.article.states import STATES, WITH_EDITORS
from articles.desk.article.stored_html import clean_html
from articles.desk.article.to_manuscript import manuscript
from articles.desk.article.translations import translation_of
from articles.desk.article.verbs import TABLE, VERBS, done
from articles.desk.autosave.conflicts import choices, conflicts, lost_to_a_lock, page_of_somebody_else
from articles.desk.autosave.form_page import page_of
from articles.desk.copy_check import marks
from articles.desk.files.file_admin import ReportFileAdmin
from articles.desk.form import left_out, track_panel
from articles.desk.form.attributions import BYLINE, AttributionForm, AttributionFormSet, today
from articles.desk.form.centre_pages import PageAdmin
from articles.desk.form.errors import errors_listed
from articles.desk.form.forms import ArticleForm
from articles.desk.form.report_types import ReportTypeAdmin
from articles.desk.form.verb_views import list_action, say, verb_view
from articles.desk.pictures.picker import PicturePicker
from articles.desk.pictures.picture_admin import PictureAdmin
from articles.desk.workflow.writing import normalised
from articles.models import Article, Attribution, Edition, Picture, ReportFile, ReviewNote, Track
from articles.press.models import OldAddress
from authors.models import Page, ReportType, Source
from shaf.db.clock import database_now
from shaf.inputs.fields import WholeNumberField
from shaf.inputs.ids import SoundAutocompletes, is_id
from shaf.inputs.resubmit import sent_before
from shaf.once.answering import that_saves_again
from shaf.once.models import SentForm
from shaf.product.limits import ATTRIBUTIONS

# Rights come from memberships, and no task is started by hand.
for model in (Group, DBTaskResult):
    admin.site.unregister(model)
admin.site.register(Picture, PictureAdmin)
admin.site.register(ReportFile, ReportFileAdmin)
admin.site.register(Page, PageAdmin)
admin.site.register(OldAddress, OldAddressAdmin)
admin.site.register(ReportType, ReportTypeAdmin)

LANGUAGE_PANES = {"ar": "العربية", "en": "English"}
LIST_VERBS = [verb.name for verb in TABLE if verb.in_list]
MAX_SEARCH_WORDS = 20


class StateFilter(admin.SimpleListFilter):
    """The state of one language."""

    language = ""

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        return list(Track.State.choices)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        if not self.value():
            return queryset
        tracks = Track.objects.filter(language=self.language, state=self.value())
        return queryset.filter(pk__in=tracks.values("article"))


class ArabicStateFilter(StateFilter):
    title, parameter_name, language = _("state in Arabic"), "state_ar", "ar"


class EnglishStateFilter(StateFilter):
    title, parameter_name, language = _("state in English"), "state_en", "en"


class BranchFilter(admin.SimpleListFilter):
    """The person's own branches."""

    title, parameter_name = _("branch"), "branch"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[int, str]]:
        from authors.models import Branch

        return [(str(branch.pk), str(branch)) for branch in Branch.objects.filter(pk__in=rights.branches(request.user))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        value = str(self.value() or "")
        return queryset.filter(branch=int(value)) if value.isdecimal() and len(value) < 19 else queryset


class TypeFilter(admin.SimpleListFilter):
    title, parameter_name = pgettext_lazy("of a report", "type"), "report_type"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [(str(kind.pk), str(kind)) for kind in ReportType.objects.all()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        value = str(self.value() or "")
        return queryset.filter(report_type=int(value)) if value.isdecimal() and len(value) < 19 else queryset


class BinFilter(admin.SimpleListFilter):
    title, parameter_name = _("bin"), "bin"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        return [("1", _("in the bin"))]

    def choices(self, changelist: Any) -> Any:
        everything, *others = super().choices(changelist)
        yield everything | {"display": _("outside the bin")}
        yield from others

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        return queryset.filter(binned_at__isnull=self.value() != "1")


class AttributionInline(admin.StackedInline):
    model = Attribution
    form = AttributionForm
    formset = AttributionFormSet
    template = "admin/articles/article/attributions.html"
    fields = tuple(part.name for part in OF_A_WORK)
    classes = ("attributions",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Attribution]:
        return super().get_queryset(request).select_related("source").prefetch_related("credits__author")

    def get_formset(self, request: HttpRequest, obj: Article | None = None, **kwargs: Any) -> Any:
        """No more rows than a report may have: of each that a form only claims to have, one would be made."""
        most = {"max_num": ATTRIBUTIONS, "absolute_max": ATTRIBUTIONS + 1}
        return super().get_formset(request, obj, **most | kwargs)

    def get_extra(self, request: HttpRequest, obj: Article | None = None, **kwargs: Any) -> int:
        """The byline is always there."""
        if (rows := request.keeping.rows) is not None:
            return len(rows)
        return int(obj is None or not obj.attributions.filter(kind=BYLINE).exists())

    # The rows belong to the article: whoever may write it may change them, and workflow.write says who may.
    def has_add_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return _shared_unlocked(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return _shared_unlocked(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return _shared_unlocked(request, obj)

    def has_view_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return True


def _shared_unlocked(request: HttpRequest, article: Article | None) -> bool:
    """Whether this person could change what both languages share, as things stand."""
    if article is None or article.pk is None:
        return bool(rights.branches(request.user, "write"))
    with_editors = any(track.state in WITH_EDITORS for track in article.tracks.all())
    return not article.binned_at and not with_editors and rights.may(request.user, "write", article.branch_id)


@admin.register(Article)
class ArticleAdmin(SoundAutocompletes, admin.ModelAdmin):
    form = ArticleForm
    formfield_overrides = {PositiveIntegerField: {"form_class": WholeNumberField}}
    inlines = (AttributionInline,)
    autocomplete_fields = ("topics", "series", "files")
    list_display = ("title_shown", "branch", "state_ar", "state_en", "open_remarks", "updated_at")
    list_filter = (BranchFilter, TypeFilter, ArabicStateFilter, EnglishStateFilter, BinFilter)
    list_select_related = ("branch",)
    list_per_page = 50
    search_fields = ("title_ar", "title_en")
    date_hierarchy = None
    save_on_top = False
    actions = [list_action(verb, language) for verb in LIST_VERBS for language in draft.LANGUAGES]

    class Media:
        css = {
            "all": [
                f"shaf/desk/{name}.css"
                for name in ("desk", "form", "remedies", "diff", "autosave", "review", "copy-marks")
            ]
        }
        js = [
            f"shaf/desk/{name}.js"
            for name in ("panes", "attributions", "names", "form", "conflicts", "autosave", "review", "copy-marks")
        ]

    # What is shown to whom

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        open_remarks = ReviewNote.objects.filter(article=OuterRef("pk"), resolved_at=None).order_by()
        counted = Subquery(open_remarks.values("article").annotate(n=Count("pk")).values("n"))
        return rights.visible_articles(request.user).annotate(remarks=counted).prefetch_related("tracks")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A report belongs to a branch from its first moment on."""
        return super().has_add_permission(request) and bool(rights.branches(request.user, "write"))

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        if obj is None or not super().has_change_permission(request, obj):
            return super().has_change_permission(request, obj)
        return rights.may(request.user, "write", obj.branch_id) and not obj.binned_at

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions = super().get_actions(request)
        return {
            name: entry
            for name, entry in actions.items()
            if "_" not in name or rights.branches(request.user, name.rpartition("_")[0])
        }

    def get_action(self, action: Any) -> Any:
        found = super().get_action(action)
        if found is None:
            return None
        function, name, description = found
        verb, _separator, language = name.rpartition("_")
        if verb in LIST_VERBS:
            description = format_html("{}: {}", VERBS[verb].label, dict(settings.LANGUAGES)[language])
        return function, name, description

    def _language_locked(self, request: HttpRequest, article: Article | None, language: str) -> bool:
        if article is None:
            return language not in self._languages(request)
        return bool(STATES[article.track(language).state].locked) or not rights.may(
            request.user, "write", article.branch_id, language
        )

    def _languages(self, request: HttpRequest) -> list[str]:
        return [language for language in draft.LANGUAGES if rights.writes_in(request.user, language)]

    def get_readonly_fields(self, request: HttpRequest, obj: Article | None = None) -> list[str]:
        readonly = [] if request.user.is_superuser else list(fields.keys(FieldKind.FEED_ID))
        for language in draft.LANGUAGES:
            if self._language_locked(request, obj, language):
                readonly += [_locked(field, language) for field in ON_ARTICLE]
        if not _shared_unlocked(request, obj):
            readonly += [field.name for field in SHARED if field.kind is not FieldKind.WORKS]
        return readonly

    def get_autocomplete_fields(self, request: HttpRequest) -> tuple[str, ...]:
        return self.autocomplete_fields

    def get_fieldsets(self, request: HttpRequest, obj: Article | None = None) -> list:
        return [
            *(self._pane(request, obj, language) for language in self._shown_languages(request, obj)),
            (
                _("For both languages"),
                {
                    "fields": ["branch", "report_type", "topics", ("series", "series_number"), "cover", "files"],
                    "classes": ["shared"],
                },
            ),
        ]

    def _shown_languages(self, request: HttpRequest, article: Article | None) -> list[str]:
        return rights.languages_read(request.user, article) if article else list(draft.LANGUAGES)

    def _pane(self, request: HttpRequest, obj: Article | None, language: str) -> tuple[str, dict[str, Any]]:
        locked = self._language_locked(request, obj, language)
        names = [
            _locked(field, language) if locked else f"{field.name}_{language}"
            for field in ON_ARTICLE
            # An importer's to set, and an operator's to mend.
            if field.kind is not FieldKind.FEED_ID or (obj and getattr(obj, f"{field.name}_{language}"))
        ]
        if obj and not locked and Edition.was_public(obj.pk, language, database_now()):
            names += [f"{field.name}_{language}" for field in ON_TRACK]
        return LANGUAGE_PANES[language], {"fields": names, "classes": ["lang-pane", f"lang-{language}"]}

    def get_formset_kwargs(self, request: HttpRequest, obj: Article, inline: Any, prefix: str) -> dict[str, Any]:
        """A new report's byline begins as the centre's own, of today; an old one's is not filled in unasked."""
        byline: dict[str, Any] = {"kind": BYLINE}
        if not obj.pk:
            byline |= {"source": Source.publisher(), "date": today()}
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if request.method == "POST":
            return kwargs
        return kwargs | request.keeping.formset_kwargs(kwargs["queryset"], byline)

    def get_form(self, request: HttpRequest, obj: Article | None = None, **kwargs: Any) -> type[ArticleForm]:
        form = super().get_form(request, obj, **kwargs)
        shown = {name for _title, options in self.get_fieldsets(request, obj) for name in options["fields"]}
        # All others the stock form leaves out by itself where the page only shows them.
        own = {key for key in draft.FIELDS if fields.of(key) in ON_TRACK} | set(fields.keys(FieldKind.HTML))
        absent = own - shown
        attributes = {"refusal": getattr(request, "refusal", None), "absent": frozenset(absent)}
        return type(form.__name__, (form,), attributes | request.keeping.form_attributes)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Branch and cover without the stock links to their own pages: the one is given, the other has its picker."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in ("branch", "cover"):
            field.widget = field.widget.widget
        if db_field.name in ("series", "report_type"):
            field.widget.can_view_related = False
        return field

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "cover":
            kwargs["widget"] = PicturePicker()
            # workflow/ refuses another branch's picture; one that is the cover already stays choosable.
            kwargs["queryset"] = rights.known_pictures(request.user)
        if db_field.name == "branch":
            from authors.models import Branch

            mine = rights.branches(request.user, "write")
            kwargs["queryset"] = Branch.objects.filter(pk__in=mine)
            if len(list(mine)) == 1:
                kwargs["initial"] = next(iter(mine))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "files":
            # workflow/ refuses another branch's file; one that the report carries already stays choosable.
            kwargs["queryset"] = rights.known_files(request.user)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    @admin.display(description=_("text"))
    def shown_body_ar(self, article: Article) -> SafeString:
        return _shown(article.body_ar, "ar", "rtl")

    @admin.display(description=_("text"))
    def shown_body_en(self, article: Article) -> SafeString:
        return _shown(article.body_en, "en", "ltr")

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """A new report of a type begins with the type's text, in the languages in which the person writes."""
        initial = super().get_changeform_initial_data(request)
        chosen = request.GET.get("report_type", "")
        kind = ReportType.objects.filter(pk=chosen).first() if is_id(chosen) else None
        if kind is None:
            initial.pop("report_type", None)
            return initial
        texts = {f"body_{language}": getattr(kind, f"template_{language}") for language in self._languages(request)}
        return initial | {"report_type": kind.pk} | {name: text for name, text in texts.items() if text}

    # Saving: the verb decides; a refusal shows the same form again with everything that was typed.

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: dict | None = None
    ) -> HttpResponse:
        extra = (extra_context or {}) | self._panel_context(request, object_id)
        request.keeping = page_of(request, extra.get("article"))
        try:
            # What is beyond the bounds is refused before anything else is worked out of it.
            for name in fields.keys(FieldKind.HTML):
                normalised({name: request.POST.get(name, "")})
            return super().changeform_view(request, object_id, form_url, extra)
        except Refusal as refusal:
            request.refusal = refusal
            # Nothing is written any more, so no transaction is wanted.
            response = self._changeform_view(request, object_id, form_url, extra | {"refusal": refusal})
            response.status_code = 409
            # While it is known what was too large.
            return response.render()

    def _panel_context(self, request: HttpRequest, object_id: str | None) -> dict[str, Any]:
        article = self.get_object(request, object_id) if object_id else None
        if article is None:
            return {
                "editable": True,
                "beginnings": [kind for kind in ReportType.objects.all() if kind.template_ar or kind.template_en],
                "submittable": [
                    (language, dict(settings.LANGUAGES)[language]) for language in self._languages(request)
                ],
            }
        panels = track_panel.panels(article, request.user)
        return {
            "article": article,
            "lacks": self._lacks(request, article),
            "panels": panels,
            "form_facts": {p.track.language: _facts(article, p) for p in panels},
            "editable": _shared_unlocked(request, article)
            or not all(self._language_locked(request, article, language) for language in draft.LANGUAGES),
            "shared_buttons": track_panel.shared_buttons(article, request.user, panels),
            "transitions": [
                {"transition": transition, "done": done(transition.verb)}
                for transition in article.transitions.filter(
                    language__in=["", *rights.languages_read(request.user, article)]
                ).select_related("by")[:20]
            ],
            "submittable": [
                (p.track.language, p.track.get_language_display())
                for p in panels
                if any(button.verb == "submit" for button in p.buttons)
            ],
            "preview_languages": [
                (language, dict(settings.LANGUAGES)[language])
                for language in rights.languages_read(request.user, article)
                if getattr(article, f"title_{language}")
            ],
        }

    def _lacks(self, request: HttpRequest, article: Article) -> dict[str, Any] | None:
        """What the report was refused for, where the address asks for it (mending.address)."""
        language = request.GET.get("lacks", "")
        if request.method != "GET" or language not in rights.languages_read(request.user, article):
            return None
        return {
            "language": language,
            "name": dict(settings.LANGUAGES)[language],
            "mendings": remedies.lacking(manuscript(article, language), article, request.user),
        }

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        """Each error once more above the form, with the name of its field and row, and the way there."""
        formsets = [inline.formset for inline in context["inline_admin_formsets"]]
        form = context["adminform"].form
        context["errors_listed"] = errors_listed(form, formsets)
        context["name_languages"] = " ".join(self._languages(request))
        offered = {*form.fields} & {*draft.FIELDS} | ({"attributions"} if self._rows_offered(request, form) else set())
        context["keeping"] = request.keeping.context(request, offered)
        context["copy_marks"] = marks.form_data(request, form.instance if form.instance.pk else None)
        if form.is_bound:
            # The editor is given what is left of the text, so this is when the rest goes.
            left_out.warn(request, left_out.of(request.POST))
        if refusal := context.get("refusal"):
            context["conflicts"] = found = conflicts(refusal, request.POST, offered, request.user)
            context["locked_meanwhile"] = bool(found) and not any(conflict.offered for conflict in found)
        return super().render_change_form(request, context, *args, **kwargs)

    def _rows_offered(self, request: HttpRequest, form: ArticleForm) -> bool:
        return _shared_unlocked(request, form.instance if form.instance.pk else None)

    def save_form(self, request: HttpRequest, form: ArticleForm, change: bool) -> Article:
        return form.instance

    def save_model(self, request: HttpRequest, obj: Article, form: ArticleForm, change: bool) -> None:
        """Nothing: save_related has form and formset together and hands both to the verb."""

    @that_saves_again
    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """A new report's form that made one before, and says something else by now, is a save of that one."""
        if not self.has_add_permission(request):
            return self._no_branch(request)
        before: SentForm | None = getattr(request, "sent_before", None)
        if before is None:
            return super().add_view(request, form_url, extra_context)
        if not self.get_queryset(request).filter(pk=before.made).exists():
            return sent_before(request, told=before.told(), where=before.location)
        request.POST = request.POST.copy()
        # The version that the form made: what it says otherwise is what was changed since.
        request.POST["version"] = "1"
        request.path = reverse("admin:articles_article_change", args=[before.made])
        response = self.changeform_view(request, str(before.made), request.path, extra_context)
        if isinstance(response, HttpResponseRedirect):
            messages.info(request, _("This form had made the report before, so no second one was made."))
        return response

    def _no_branch(self, request: HttpRequest) -> HttpResponse:
        """Why this person writes no report, and who can help."""
        from authors.models import Branch

        context = {
            **self.admin_site.each_context(request),
            "title": _("New report"),
            "branches": Branch.objects.exists(),
            "may_found": request.user.has_perm("authors.add_branch"),
        }
        return TemplateResponse(request, "admin/articles/form/no_branch.html", context, status=403)

    def save_related(self, request: HttpRequest, form: ArticleForm, formsets: list, change: bool) -> None:
        page_of_somebody_else(request)
        lost_to_a_lock(request.POST, form, rows_offered=self._rows_offered(request, form))
        changes = form.draft()
        if self._rows_offered(request, form):
            changes["attributions"] = formsets[0].rows()
        given_up = {field: changes.pop(field) for field in choices(request.POST) if field in changes}
        if change:
            article = workflow.write(
                form.instance.pk,
                by=request.user,
                changes=changes,
                base_version=form.cleaned_data["version"],
                decided_version=form.cleaned_data.get("decided_version"),
                decided_fields=form.cleaned_data.get("decided_fields", "").split(","),
            )
        else:
            article = workflow.create(by=request.user, changes=changes)
            request.made = article.pk
        request.keeping.saved(request, article, form.cleaned_data["version"], given_up)
        form.instance.pk, form.instance.version = article.pk, article.version
        request.left_out = left_out.of(changes)
        left_out.warn(request, request.left_out)

    def construct_change_message(self, request: HttpRequest, form: Form, formsets: list, add: bool = False) -> list:
        if add:
            return [{"added": {}}]
        changed = [draft.label(name) for name in form.changed_data if name in draft.FIELDS]
        if any(formset.has_changed() for formset in formsets):
            changed.append(draft.label("attributions"))
        return [{"changed": {"fields": changed}}] if changed else []

    def response_add(self, request: HttpRequest, obj: Article, post_url_continue: str | None = None) -> HttpResponse:
        return self._submitted(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        return self._submitted(request, obj) or super().response_change(request, obj)

    def _submitted(self, request: HttpRequest, article: Article) -> HttpResponse | None:
        """“Save and send to review”: the save stands whatever the second verb says.

        Where something of the text was not stored, its writer sees that before anybody reads the rest.
        """
        language = next((code for code in draft.LANGUAGES if f"_submit_{code}" in request.POST), None)
        if language is None:
            return None
        try:
            if f"body_{language}" in request.left_out:
                raise Refusal("left_out", _("Look at what was not stored, then send the report to review."))
            workflow.submit(article.pk, language, by=request.user)
            messages.success(request, _("Saved and sent to review."))
        except Already as already:
            say(request, already)
        except Refusal as refusal:
            messages.warning(request, _("Saved, but not sent to review."))
            if refusal.findings:
                return HttpResponseRedirect(remedies.address(article.pk, language))
            for one in remedies.mendings(refusal, article, language, request.user):
                messages.error(request, remedies.linked(one))
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))

    def history_view(self, request: HttpRequest, object_id: str, extra_context: dict | None = None) -> HttpResponse:
        """Stock keeps a log of its own; ours is the versions."""
        if not is_id(object_id):
            raise Http404
        return HttpResponseRedirect(reverse("admin:articles_article_versions", args=[object_id]))

    def get_urls(self) -> list[URLPattern]:
        verb = path(
            "<int:article_id>/verbs/<slug:verb>/<slug:language>/",
            self.admin_site.admin_view(verb_view),
            name="articles_article_verb",
        )
        return [verb, *super().get_urls()]

    # The list

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        """Each word is a condition of its own, and databases bear only so many."""
        return super().get_search_results(request, queryset, " ".join(search_term.split()[:MAX_SEARCH_WORDS]))

    @admin.display(description=_("title"), ordering="title_ar")
    def title_shown(self, article: Article) -> SafeString:
        return format_html("<bdi>{}</bdi>", str(article))

    @admin.display(description=_("Arabic"))
    def state_ar(self, article: Article) -> SafeString:
        return _state(article, "ar")

    @admin.display(description=_("English"))
    def state_en(self, article: Article) -> SafeString:
        return _state(article, "en")

    @admin.display(description=_("Open remarks"), ordering="remarks")
    def open_remarks(self, article: Article) -> int | str:
        return article.remarks or "—"


def _locked(field: Field, language: str) -> str:
    """The name under which the page shows a field that cannot be changed now."""
    return f"shown_{field.name}_{language}" if field.kind is FieldKind.HTML else f"{field.name}_{language}"


def _facts(article: Article, shown: track_panel.TrackPanel) -> list[dict[str, str]]:
    """What the tab of a language says of it."""
    if not shown.written:
        return [{"kind": "empty", "text": str(_("No text yet"))}]
    facts = [{"kind": shown.track.state, "text": shown.track.get_state_display()}]
    translation = translation_of(article, shown.track, database_now())
    if translation and translation.stale:
        facts.append({"kind": "stale", "text": str(_("the original has changed"))})
    return facts


def _state(article: Article, language: str) -> SafeString | str:
    track = article.track(language)
    if not getattr(article, f"title_{language}"):
        return "—"
    return format_html('<span class="state state-{}">{}</span>', track.state, track.get_state_display())


def _shown(body: str | None, language: str, direction: str) -> SafeString:
    return format_html('<div class="manuscript" lang="{}" dir="{}">{}</div>', language, direction, clean_html(body))
