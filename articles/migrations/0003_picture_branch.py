from django.db import migrations


def pictures_belong_to_a_branch(apps, schema_editor):
    """The branch of whoever uploaded it: until now, the only one that could tell."""
    Membership = apps.get_model("authors", "Membership")
    for picture in apps.get_model("articles", "Picture").objects.filter(branch=None):
        membership = Membership.objects.filter(user=picture.uploaded_by_id).order_by("pk").first()
        if membership:
            picture.branch_id = membership.branch_id
            picture.save(update_fields=["branch"])


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_desk")]

    operations = [migrations.RunPython(pictures_belong_to_a_branch, migrations.RunPython.noop)]
