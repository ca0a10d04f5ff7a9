"""The same tables as Django sees them."""

import uuid

from django.db import models


class Unit(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    label = models.TextField()

    class Meta:
        managed = False
        db_table = "units"


class User(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    name = models.TextField()

    class Meta:
        managed = False
        db_table = "users"


class Incident(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    district_id = models.UUIDField()
    site_id = models.UUIDField()
    unit = models.ForeignKey(Unit, models.DO_NOTHING, null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    number = models.BigIntegerField(
        db_default=models.expressions.RawSQL("nextval('incident_numbers')", ())
    )
    category = models.CharField(max_length=40)
    severity = models.CharField(max_length=40)
    status = models.CharField(max_length=40, default="new")
    title = models.TextField(max_length=200)
    description = models.TextField(null=True)
    place = models.TextField(null=True)
    occurred_at = models.DateTimeField(auto_now_add=True)
    responsible = models.CharField(max_length=40, default="district")
    assigned = models.ForeignKey(User, models.DO_NOTHING, db_column="assigned_to", null=True)
    due_on = models.DateField(null=True)
    sharing = models.IntegerField(default=0)
    building_note = models.TextField(null=True)
    closed_at = models.DateTimeField(null=True)
    version = models.IntegerField(default=1)

    class Meta:
        managed = False
        db_table = "incidents"


class Entry(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    incident = models.ForeignKey(Incident, models.DO_NOTHING, related_name="entries")
    created_at = models.DateTimeField()
    audience = models.CharField(max_length=40)
    kind = models.CharField(max_length=40)
    body = models.TextField(null=True)
    author = models.ForeignKey(User, models.DO_NOTHING, db_column="author_user_id", null=True)

    class Meta:
        managed = False
        db_table = "incident_entries"


class Picture(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    incident = models.ForeignKey(Incident, models.DO_NOTHING, related_name="pictures")
    created_at = models.DateTimeField()
    audience = models.CharField(max_length=40)
    width = models.IntegerField()
    height = models.IntegerField()
    bytes = models.IntegerField()
    caption = models.TextField(null=True)

    class Meta:
        managed = False
        db_table = "incident_pictures"


class Activity(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    site_id = models.UUIDField()
    title = models.TextField(null=True)
    status = models.CharField(max_length=40)
    day = models.DateField(null=True)
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    place = models.TextField(null=True)

    class Meta:
        managed = False
        db_table = "activities"


class Meeting(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    site_id = models.UUIDField(null=True)
    series_id = models.UUIDField(null=True)
    kind = models.CharField(max_length=40)
    title = models.TextField()
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.TextField(null=True)
    status = models.CharField(max_length=40)
    moved_from = models.DateTimeField(null=True)
    minutes_state = models.CharField(max_length=40)

    class Meta:
        managed = False
        db_table = "meetings"


class Participant(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    meeting = models.ForeignKey(Meeting, models.DO_NOTHING, related_name="participants")
    user = models.ForeignKey(User, models.DO_NOTHING, null=True)

    class Meta:
        managed = False
        db_table = "meeting_participants"
