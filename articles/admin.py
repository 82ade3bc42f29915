"""What Django looks for by this name; the desk's admin is in articles/desk/."""

from articles.desk.copy_check import house_admin as house_admin
from articles.desk.form import article_admin as article_admin
from articles.desk.form import register_admin as register_admin
