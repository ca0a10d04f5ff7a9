from django.db.models import Count, Prefetch
from django.urls import include, path
from rest_framework import mixins, pagination, routers, serializers, views, viewsets
from rest_framework.response import Response

from bench.drf_peer.models import Activity, Entry, Incident, Meeting, Picture, Unit, User


class UnitSerializer(serializers.ModelSerializer):
    class Meta:
        model = Unit
        fields = ("id", "label")


class UserSerializer(serializers.ModelSerializer):
    class Meta:
        model = User
        fields = ("id", "name")


class EntrySerializer(serializers.ModelSerializer):
    author = UserSerializer()

    class Meta:
        model = Entry
        fields = ("id", "created_at", "audience", "kind", "body", "author")


class PictureSerializer(serializers.ModelSerializer):
    class Meta:
        model = Picture
        fields = ("id", "created_at", "audience", "width", "height", "bytes", "caption")


LISTED = (
    "id",
    "number",
    "site_id",
    "title",
    "category",
    "severity",
    "status",
    "place",
    "responsible",
    "due_on",
    "created_at",
    "closed_at",
)


class ListedSerializer(serializers.ModelSerializer):
    unit = UnitSerializer()
    assignee = UserSerializer(source="assigned")
    picture_count = serializers.IntegerField()

    class Meta:
        model = Incident
        fields = (*LISTED, "unit", "assignee", "picture_count")


class WholeSerializer(serializers.ModelSerializer):
    unit = UnitSerializer()
    assignee = UserSerializer(source="assigned")
    entries = EntrySerializer(many=True)
    pictures = PictureSerializer(many=True)

    class Meta:
        model = Incident
        fields = (*LISTED, "description", "occurred_at", "unit", "assignee", "entries", "pictures")


class NewSerializer(serializers.ModelSerializer):
    unit_id = serializers.PrimaryKeyRelatedField(source="unit", queryset=Unit.objects.all())
    district_id = serializers.UUIDField()
    site_id = serializers.UUIDField()

    class Meta:
        model = Incident
        fields = (
            "id",
            "district_id",
            "site_id",
            "unit_id",
            "category",
            "severity",
            "title",
            "description",
            "created_at",
        )


class Newest(pagination.CursorPagination):
    page_size = 50
    ordering = "-created_at"


class IncidentViewSet(
    mixins.CreateModelMixin,
    mixins.ListModelMixin,
    mixins.RetrieveModelMixin,
    viewsets.GenericViewSet,
):
    pagination_class = Newest

    def get_serializer_class(self):
        kinds = {"list": ListedSerializer, "create": NewSerializer}
        return kinds.get(self.action, WholeSerializer)

    def get_queryset(self):
        found = Incident.objects.select_related("unit", "assigned")
        if self.action == "list":
            wanted = {
                name: self.request.query_params[name]
                for name in ("status", "severity")
                if name in self.request.query_params
            }
            return found.filter(**wanted).annotate(picture_count=Count("pictures"))
        entries = Entry.objects.select_related("author").order_by("created_at")
        return found.prefetch_related(Prefetch("entries", entries), "pictures")


class ActivitySerializer(serializers.ModelSerializer):
    class Meta:
        model = Activity
        fields = ("id", "site_id", "title", "status", "day", "starts_at", "ends_at", "place")


class MeetingSerializer(serializers.ModelSerializer):
    people = serializers.SerializerMethodField()

    class Meta:
        model = Meeting
        fields = (
            *("id", "site_id", "series_id", "kind", "title", "begins_at", "ends_at", "place"),
            *("status", "moved_from", "minutes_state", "people"),
        )

    def get_people(self, meeting):
        return [str(one.user_id) for one in meeting.participants.all()]


class Soonest(pagination.CursorPagination):
    page_size = 50
    ordering = "begins_at"


class MeetingViewSet(mixins.ListModelMixin, viewsets.GenericViewSet):
    pagination_class = Soonest
    serializer_class = MeetingSerializer

    def get_queryset(self):
        begins = f"{self.request.query_params['from_day']}T00:00Z"
        return Meeting.objects.filter(begins_at__gte=begins).prefetch_related("participants")


class WeekView(views.APIView):
    def get(self, request):
        span = (request.query_params["first"], request.query_params["last"])
        activities = Activity.objects.filter(day__range=span).order_by("day")
        hours = (f"{span[0]}T00:00Z", f"{span[1]}T23:59Z")
        meetings = Meeting.objects.filter(begins_at__range=hours).order_by("begins_at")
        return Response(
            {
                "activities": ActivitySerializer(activities, many=True).data,
                "meetings": MeetingSerializer(
                    meetings.prefetch_related("participants"), many=True
                ).data,
            }
        )


router = routers.DefaultRouter()
router.register("incidents", IncidentViewSet, basename="incident")
router.register("meetings", MeetingViewSet, basename="meeting")
urlpatterns = [path("week/", WeekView.as_view()), path("", include(router.urls))]
