"""The one sentence that leaves the house: it names no place, no thing and no matter."""

SENTENCE = {
    "nb": "Du har en ny beskjed fra bydelen. Åpne den her: {address}",
    "en": "You have a new message from the district. Open it here: {address}",
    "uk": "Ви маєте нове повідомлення від району. Відкрийте його тут: {address}",
    "ar": "لديك رسالة جديدة من الحي. افتحها هنا: {address}",
}
SUBJECT = {
    "nb": "Ny beskjed",
    "en": "New message",
    "uk": "Нове повідомлення",
    "ar": "رسالة جديدة",
}
