"""What a list of candidates can hold: the fields, their headings, and the words people use."""

from enum import StrEnum

from bomiljo.features.placement.model import Requirement, Sex, Support
from bomiljo.features.residents.model import Protection, Relation
from bomiljo.kernel.languages import LANGUAGES
from bomiljo.kernel.sheets import normal


class Field(StrEnum):
    HOUSEHOLD = "household"
    RELATION = "relation"
    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    BIRTH_DATE = "birth_date"
    SEX = "sex"
    CITIZENSHIP = "citizenship"
    OWN_LANGUAGES = "own_languages"
    WRITTEN_LANGUAGES = "written_languages"
    INTERPRETER_LANGUAGES = "interpreter_languages"
    EDUCATION = "education"
    WORK = "work"
    CARE_NOTE = "care_note"
    REQUIREMENTS = "requirements"
    SUPPORT = "support"
    DUF = "duf"
    CASE_REF = "case_ref"
    GRANTED_ON = "granted_on"
    CURRENT_PLACE = "current_place"
    PLANNED_ON = "planned_on"
    PROTECTION = "protection"


F = Field
HEADINGS: dict[Field, tuple[str, ...]] = {
    F.HOUSEHOLD: ("Husstand", "husstandsnummer", "familie", "household", "household ref"),
    F.RELATION: ("Relasjon", "rolle i husstanden", "familierelasjon", "relation"),
    F.GIVEN_NAME: ("Fornavn", "given name", "first name", "for- og mellomnavn"),
    F.FAMILY_NAME: ("Etternavn", "navn", "family name", "last name", "surname"),
    F.BIRTH_DATE: ("Fødselsdato", "født", "birth date", "date of birth"),
    F.SEX: ("Kjønn", "sex", "gender"),
    F.CITIZENSHIP: ("Statsborgerskap", "citizenship", "nationality"),
    F.OWN_LANGUAGES: ("Morsmål", "språk", "eget språk", "mother tongue", "language"),
    F.WRITTEN_LANGUAGES: ("Leser og skriver", "skriftspråk", "written languages"),
    F.INTERPRETER_LANGUAGES: ("Tolkespråk", "tolk", "interpreter language"),
    F.EDUCATION: ("Utdanning", "utdanningsnivå", "education"),
    F.WORK: ("Arbeidserfaring", "arbeid", "yrke", "work", "work experience"),
    F.CARE_NOTE: ("Funksjon og helse", "helse", "funksjon", "helseopplysninger", "health"),
    F.REQUIREMENTS: ("Krav til boligen", "boligbehov", "tilrettelegging", "requirements"),
    F.SUPPORT: ("Oppfølging", "oppfølgingsbehov", "støttebehov", "support"),
    F.DUF: ("DUF-nummer", "duf", "dufnr", "duf nr", "duf number"),
    F.CASE_REF: ("Referanse", "imdi-referanse", "saksnummer", "reference", "imdi case ref"),
    F.GRANTED_ON: ("Vedtaksdato", "dato for vedtak", "permit date"),
    F.CURRENT_PLACE: ("Oppholdssted nå", "bor nå", "mottak", "current place"),
    F.PLANNED_ON: ("Planlagt bosatt", "planlagt dato", "planned date"),
    F.PROTECTION: ("Adressesperre", "gradering", "adressebeskyttelse", "protection"),
}
KNOWN = {normal(one): field for field, names in HEADINGS.items() for one in names}

EXAMPLES: tuple[dict[Field, str], ...] = (
    {
        F.HOUSEHOLD: "1",
        F.RELATION: "hovedperson",
        F.GIVEN_NAME: "Prøve",
        F.FAMILY_NAME: "Eksempelsen",
        F.BIRTH_DATE: "03.02.1990",
        F.SEX: "kvinne",
        F.OWN_LANGUAGES: "ukrainsk",
        F.WRITTEN_LANGUAGES: "ukrainsk, russisk",
        F.INTERPRETER_LANGUAGES: "ukrainsk",
        F.EDUCATION: "videregående",
        F.WORK: "butikk",
        F.REQUIREMENTS: "trinnfritt",
        F.SUPPORT: "litt",
        F.DUF: "209900000103",
        F.CASE_REF: "EKS-1",
        F.GRANTED_ON: "01.09.2026",
        F.CURRENT_PLACE: "mottak",
        F.PLANNED_ON: "15.12.2026",
        F.PROTECTION: "ingen",
    },
    {
        F.HOUSEHOLD: "1",
        F.RELATION: "barn",
        F.GIVEN_NAME: "Lille",
        F.FAMILY_NAME: "Eksempelsen",
        F.BIRTH_DATE: "24.11.2018",
        F.OWN_LANGUAGES: "ukrainsk",
        F.DUF: "209912345608",
        F.CASE_REF: "EKS-2",
        F.PROTECTION: "ingen",
    },
)


def _words(table: dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {word: value for value, words in table.items() for word in (value, *words)}


RELATIONS = _words(
    {
        Relation.HEAD: ("hovedperson", "hoved", "søker"),
        Relation.PARTNER: ("ektefelle", "samboer", "partner", "kone", "mann"),
        Relation.CHILD: ("barn", "sønn", "datter"),
        Relation.PARENT: ("forelder", "mor", "far"),
        Relation.SIBLING: ("søsken", "bror", "søster"),
        Relation.OTHER: ("annet", "annen", "slektning"),
    }
)
SEXES = _words(
    {
        Sex.FEMALE: ("kvinne", "k", "f", "jente"),
        Sex.MALE: ("mann", "m", "gutt"),
        Sex.UNKNOWN: ("ukjent", "?"),
    }
)
SUPPORTS = _words(
    {
        Support.NONE: ("ingen", "nei", "lite"),
        Support.SOME: ("litt", "noe", "middels"),
        Support.HIGH: ("mye", "høy", "stor", "omfattende"),
        Support.UNKNOWN: ("ukjent", "?"),
    }
)
REQUIREMENTS = _words(
    {
        Requirement.STEP_FREE: ("trinnfritt", "trinnfri", "trinnfri adkomst", "step free"),
        Requirement.GROUND_FLOOR: ("bakkeplan", "første etasje", "1. etasje", "ground floor"),
        Requirement.TURNING_CIRCLE: ("rullestol", "snusirkel", "turning circle"),
        Requirement.LOW_STIMULI: ("lite sanseinntrykk", "rolig", "skjermet for støy"),
        Requirement.VISUAL_ALARM: ("visuell varsling", "lysvarsling", "visual alarm"),
        Requirement.NEAR_RELATIVE: ("nær slektning", "nær familie", "near relative"),
    }
)
PROTECTIONS = _words(
    {
        Protection.NONE: ("ingen", "nei", "ugradert", "none", "åpen"),
        Protection.CONFIDENTIAL: ("fortrolig", "kode 7"),
        Protection.STRICTLY_CONFIDENTIAL: ("strengt fortrolig", "kode 6", "strengtfortrolig"),
        Protection.UNKNOWN: ("ukjent", "ja", "?"),
    }
)
TONGUES = _words(
    {
        code: (known.nb.casefold(), known.autonym.casefold(), known.nb.split("/")[0].casefold())
        for code, known in LANGUAGES.items()
    }
) | {code.casefold(): code for code in LANGUAGES}
