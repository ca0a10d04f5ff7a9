"""The people who can sign in to the demo district. All are invented; so are their words."""

from dataclasses import dataclass

from bomiljo.access.roles import AUDIENCE_OF, Audience, Role

R = Role
PASSWORD = "modulbygg"  # noqa: S105
BJERKE = "Bydel Bjerke"
OTHER = "Bydel Fjordhagen"


@dataclass(frozen=True, slots=True)
class Account:
    user_name: str
    name: str
    role: Role
    phone: str
    district: str = BJERKE
    password: str = PASSWORD

    @property
    def audience(self) -> Audience:
        return AUDIENCE_OF[self.role]

    @property
    def organisation(self) -> str:
        named = {
            Audience.NAV: f"Nav {self.district.removeprefix('Bydel ')}",
            Audience.LANDLORD: "Boligbygg",
        }
        return named.get(self.audience, self.district)


ACCOUNTS = (
    Account("ingrid", "Ingrid Solvang", R.ENV_WORKER, "41200001"),
    Account("amir", "Amir Haidari", R.ENV_WORKER, "41200002"),
    Account("marit", "Marit Bakken", R.HOUSING_OFFICE, "41200003"),
    Account("eva", "Eva Lindqvist", R.HEALTH, "41200004"),
    Account("tor", "Tor Myhre", R.MENTAL_HEALTH, "41200005"),
    Account("selma", "Selma Ruud", R.CULTURE, "41200006"),
    Account("hanne", "Hanne Dahl", R.MANAGER, "41200007"),
    Account("yusuf", "Yusuf Demir", R.SETTLER, "41200008"),
    Account("kristin", "Kristin Vik", R.NAV_ADVISOR, "41200009"),
    Account("olena", "Olena Moen", R.INTRO_ADVISOR, "41200010"),
    Account("jonas", "Jonas Hauge", R.HOUSING_PROCURER, "41200011"),
    Account("berit", "Berit Aas", R.PROPERTY_MANAGER, "41200012"),
    Account("ola", "Ola Brekke", R.OPERATIONS, "41200013"),
    Account("linda", "Linda Strand", R.CREW_LEADER, "41200014"),
    Account("ali", "Ali Rahimi", R.CREW, "41200015"),
    Account("per", "Per Kvam", R.DPO, "41200016"),
    Account("siri", "Siri Nygård", R.ADMIN, "41200017"),
    Account("camilla", "Camilla Rød", R.SETTLER, "41200021"),
    Account("bjorn", "Bjørn Lie", R.NAV_ADVISOR, "41200022"),
    Account("marte", "Marte Aune", R.INTRO_ADVISOR, "41200023"),
    Account("nora", "Nora Fjeld", R.ENV_WORKER, "41200018", OTHER),
    Account("henrik", "Henrik Sand", R.HOUSING_OFFICE, "41200019", OTHER),
    Account("frida", "Frida Holm", R.PROPERTY_MANAGER, "41200020", OTHER),
)

MORE_MEMBERSHIPS = (
    ("amir", R.CULTURE, BJERKE),
    ("berit", R.PROPERTY_MANAGER, OTHER),
)


@dataclass(frozen=True, slots=True)
class ResidentCode:
    code: str
    resident: str
    name: str
    language: str


def _codes(letter: str, resident: str, name: str, language: str) -> tuple[ResidentCode, ...]:
    numbers = ("2345", "3456", "4567")
    return tuple(
        ResidentCode(f"DEM{letter}-{number}", resident, name, language) for number in numbers
    )


RESIDENT_CODES = (
    *_codes("U", "daryna", "Daryna Koval", "uk"),
    *_codes("A", "layan", "Layan Darwish", "ar"),
    *_codes("E", "esperance", "Espérance Mukendi", "en"),
    *_codes("N", "robel", "Robel Habtemichael", "nb"),
)
