"""Numbers that everybody must find without an account (domain facts 4.7)."""

from bomiljo.features.identity.schemas import EmergencyNumber, EmergencyNumbers

_NUMBERS = (
    ("fire", "110", "Brann", "always"),
    ("police", "112", "Politi", "always"),
    ("ambulance", "113", "Ambulanse", "always"),
    ("deaf", "1412", "Nødnummer for døve", "always"),
    ("out_of_hours_doctor", "116117", "Legevakt", "always"),
    ("police_not_urgent", "02800", "Politiet, ikke haster", "always"),
    ("poison", "22591300", "Giftinformasjonen", "always"),
    ("child_alarm", "116111", "Alarmtelefonen for barn og unge", "always"),
    ("violence", "116006", "VO-linjen, vold og overgrep", "always"),
    ("mental_health", "116123", "Mental Helse", "always"),
)


def numbers() -> EmergencyNumbers:
    return EmergencyNumbers(
        items=[
            EmergencyNumber(key=key, number=number, label=label, open=hours)
            for key, number, label, hours in _NUMBERS
        ]
    )
