"""What a start says, once it stands."""

from itertools import groupby

from bomiljo.settings import Settings


def say(text: str = "") -> None:
    print(text, flush=True)


def greet(settings: Settings) -> None:
    say()
    say(f"Bomiljø is running in {settings.mode} mode. Ctrl+C stops it.")
    say(f"  Staff      {settings.origin}/ansatt")
    say(f"  Residents  {settings.origin}/")
    say(f"  API        {settings.origin}/docs")
    say()
    if settings.mode == "demo":
        greet_demo()


def greet_demo() -> None:
    from bomiljo.demo.accounts import ACCOUNTS, RESIDENT_CODES  # noqa: PLC0415

    say("Demo accounts:")
    say(f"  {'user name':<12}{'password':<14}who")
    for account in ACCOUNTS:
        who = f"{account.name}, {account.role}, {account.district}"
        say(f"  {account.user_name:<12}{account.password:<14}{who}")
    say("Codes for residents, each for one phone:")
    for name, own in groupby(RESIDENT_CODES, lambda code: f"{code.name} ({code.language})"):
        say(f"  {' '.join(code.code for code in own)}  {name}")
    say()
