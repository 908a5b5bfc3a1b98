from django.db import models

from joinedup.domain.reviews.models import Review


class AnswerBox(models.Model):
    """What has been sent about one partnership while its anonymous round is open.

    One row for all, closed with a key that is not in the database, and mixed each time something
    is put in: so that neither a row, nor its place, nor a copy of the table belongs to one person.
    See docs/adr/0007-how-anonymous-answers-will-stay-anonymous.md.
    """

    review = models.OneToOneField(
        Review, primary_key=True, on_delete=models.CASCADE, related_name="answer_box"
    )
    envelope = models.TextField()

    class Meta:
        ordering = ["review"]
        verbose_name_plural = "answer boxes"

    def __str__(self) -> str:
        return f"Answers to {self.review}"
