from bomiljo.kernel.problems import Conflict, InvalidRequest


class NameOnce(InvalidRequest):
    title = "Write a name, or choose one member of staff or one organisation"
    field = "name"
    constraints = ("ck_contacts_one_name",)


class PhoneStandsElsewhere(InvalidRequest):
    title = "The number is the one that the member of staff or the organisation already has"
    field = "phone"
    constraints = ("ck_contacts_one_phone",)


class KindDoesNotFit(InvalidRequest):
    title = "A member of staff is a person, an organisation is a service"
    field = "kind"
    constraints = ("ck_contacts_fits",)


class EmployeeUnknown(Conflict):
    title = "Nobody in that organisation is this person"
    field = "user_id"


class OrganisationUnknown(Conflict):
    title = "There is no such organisation here"
    field = "organisation_id"


class PersonListed(Conflict):
    title = "The person stands in the directory already"
    field = "user_id"
    constraints = ("ex_contacts_person_once",)


class OrganisationListed(Conflict):
    title = "The organisation stands in the directory already"
    field = "organisation_id"
    constraints = ("ex_contacts_organisation_once",)


class EndsBeforeBeginning(Conflict):
    title = "The last day lies before the first"
    field = "on_day"


class OneTopic(InvalidRequest):
    title = "Choose one topic"
    field = "topic"
    constraints = ("ck_responsibilities_one_topic",)


class TopicUnknown(Conflict):
    title = "There is no such topic here"
    field = "topic_id"


class TopicListed(Conflict):
    title = "There is a topic of that name already"
    field = "title"
    constraints = ("uq_topics_district_id_title",)


class TopicHasAnswer(Conflict):
    title = "Somebody else named who answers this in the meantime"
    field = "topic"
    constraints = (
        "uq_responsibilities_site_id_topic",
        "uq_responsibilities_site_id_topic_id",
    )


class OwnerUnknown(Conflict):
    title = "There is no such contact at this site"
    field = "owner_id"


class OwnerElsewhere(Conflict):
    title = "The person belongs to another organisation than the one that answers"
    field = "owner_id"


class BackupUnknown(Conflict):
    title = "There is no such contact at this site"
    field = "backup_id"


class BackupIsOwner(InvalidRequest):
    title = "The backup is somebody other than the one who answers"
    field = "backup_id"
    constraints = ("ck_responsibilities_backup",)


class WordsMissing(InvalidRequest):
    title = "Write what shall be said"
    field = "say_this"
    constraints = ("ck_responsibilities_say_this",)


class NotNavs(InvalidRequest):
    title = "Only what Nav answers is handed to Nav"
    field = "rule"
    constraints = ("ck_responsibilities_nav",)
