from bomiljo.kernel.problems import Conflict, InvalidRequest


class UserNameTaken(Conflict):
    title = "Somebody has this user name already"
    field = "user_name"
    constraints = ("uq_users_user_name",)


class RoleNotOfOrganisation(InvalidRequest):
    title = "This organisation has no such role"
    field = "role"


class EmployerUnknown(Conflict):
    title = "There is no such organisation here"
    field = "organisation_id"


class SiteElsewhere(Conflict):
    title = "One of the sites is not in this district"
    field = "site_ids"


class OwnAccount(Conflict):
    title = "Another administrator does this to your account"


class AccountElsewhereToo(Conflict):
    title = "The account also works in another district, whose administrator invites it"


class RoleHasEnded(Conflict):
    title = "The role has ended already"
    field = "last_day"


class RoleEndsTooEarly(InvalidRequest):
    title = "The last day lies before the first"
    field = "last_day"
