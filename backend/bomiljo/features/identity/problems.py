from bomiljo.kernel.problems import Problem


class SignInRefused(Problem):
    status = 401
    title = "User name and password do not match"
    field = "password"


class TooManyAttempts(Problem):
    status = 429
    title = "Too many attempts; wait before the next one"


class ActivationCodeRefused(Problem):
    status = 401
    title = "The code is wrong, used or too old"
    field = "code"


class InvitationRefused(Problem):
    status = 401
    title = "The link is wrong, used or too old"
    field = "code"


class PasswordRefused(Problem):
    status = 403
    title = "This is not the password that you have, or it is locked for a while"
    field = "current"


class NoMembership(Problem):
    status = 403
    title = "Your account has no current role anywhere"
    field = "user_name"
