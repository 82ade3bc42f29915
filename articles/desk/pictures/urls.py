from django.urls import URLPattern, path

from articles.desk.pictures import views

urlpatterns: list[URLPattern] = [
    path("pictures/", views.upload, name="articles_picture_upload"),
    path("pictures/choose/", views.choose, name="articles_picture_choose"),
    path("pictures/<int:picture_id>/texts/", views.texts, name="articles_picture_texts"),
]
