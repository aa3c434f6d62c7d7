import type { Locale } from '../utils/i18n';
import first from './first/de';
import labels from './labels/de';

export default {
  ...labels,
  ...first,

  // --- what is wrong with a value ---
  fault_required: 'Füllen Sie „{field}“ aus.',
  fault_email: 'Geben Sie eine E-Mail-Adresse wie name@example.com ein.',
  fault_date: 'Geben Sie einen Tag ein, den es gibt, als Jahr-Monat-Tag: 1990-05-23.',
  fault_dateFuture: 'Geben Sie ein Datum ein, das nicht in der Zukunft liegt.',
  fault_dateTooOld: 'Geben Sie ein Datum ab 1900 ein.',
  fault_tooLong: 'Kürzen Sie dies auf {max} Zeichen.',
  fault_tagsTooLong: 'Kürzen Sie die Liste auf 254 Zeichen.',
  fault_country: 'Wählen Sie ein Land aus der Liste.',
  switch_put_back: 'Das Portal hat dies nicht geändert. Der Schalter steht wieder wie zuvor.',
  fault_refused: 'Das Portal hat dies nicht angenommen.',
  fault_unreadable: 'Dieser Wert ist nicht lesbar. Ändern Sie ihn im Portal.',
  fault_oldPasswordRequired: 'Geben Sie Ihr aktuelles Passwort ein.',
  fault_newPasswordRequired: 'Geben Sie ein neues Passwort ein.',
  fault_passwordsDiffer: 'Geben Sie zweimal dasselbe neue Passwort ein.',

  // --- what went wrong on the way ---
  problem_offline:
    'Sie sind offline. Es wurde nichts gesendet; Ihre Eingaben bleiben erhalten. Speichern Sie erneut, wenn Sie wieder online sind.',
  problem_unreachable:
    'Das Portal war nicht erreichbar. Es wurde nichts gesendet; Ihre Eingaben bleiben erhalten. Versuchen Sie es gleich noch einmal.',
  problem_permission:
    'Nametag darf die Adresse dieses Portals nicht verwenden. Es wurde nichts gesendet; Ihre Eingaben bleiben erhalten. Erlauben Sie den Zugriff und speichern Sie erneut.',
  problem_check: 'Einige Felder müssen korrigiert werden. Es wurde nichts gesendet.',
  problem_conflict:
    'Jemand hat inzwischen dieselben Felder geändert. Es wurde nichts gesendet. Wählen Sie, welche Werte bleiben, und speichern Sie erneut.',
  problem_otherProfile:
    'Dieser Entwurf gehört zu einem anderen Profil. Es wurde nichts gesendet; der Entwurf wartet. Wechseln Sie zu jenem Profil zurück, um ihn zu speichern.',
  problem_interrupted:
    'Der Browser wurde beendet, bevor etwas gesendet wurde. Ihre Eingaben bleiben erhalten. Speichern Sie erneut.',
  problem_notConnected:
    'Nicht mit dem Portal verbunden. Es wurde nichts gesendet; Ihre Eingaben bleiben erhalten. Verbinden Sie sich und speichern Sie erneut.',
  problem_signedOut:
    'Ihre Sitzung am Portal ist abgelaufen. Es wurde nichts gespeichert; Ihre Eingaben bleiben erhalten. Melden Sie sich am Portal an und drücken Sie erneut auf Speichern.',
  problem_refused:
    'Das Portal hat dies nicht angenommen. Es wurde nichts gespeichert; Ihre Eingaben bleiben erhalten. Korrigieren Sie es und speichern Sie erneut.',
  problem_forbidden:
    'Das Portal lässt Sie dies nicht ändern. Es wurde nichts gespeichert; Ihre Eingaben bleiben erhalten. Fragen Sie das Team Ihres Space.',
  problem_notApi:
    'Die Adresse des Portals hat nicht wie erwartet geantwortet. Es wurde nichts gespeichert; Ihre Eingaben bleiben erhalten. Ändern Sie es im Portal.',
  problem_redirected:
    'Das Portal hat von einer unerwarteten Adresse geantwortet. Der Antwort wurde nicht gefolgt; Ihre Eingaben bleiben erhalten. Versuchen Sie es später noch einmal.',
  problem_throttled:
    'Das Portal bittet zu warten. Es wurde nichts gespeichert; Ihre Eingaben bleiben erhalten. Speichern Sie erneut, wenn der Countdown endet.',
  problem_notSaved:
    'Die Antwort des Portals ging verloren, und es hat nicht gespeichert. Ihre Eingaben bleiben erhalten. Senden Sie sie erneut.',
  problem_notKept:
    'Das Portal hat die Änderung angenommen, aber nicht behalten: {fields}. Diese Eingaben bleiben hier erhalten. Prüfen Sie sie im Portal.',
  problem_changed: 'Gespeichert. Das Portal hat geändert: {fields}.',
  problem_unconfirmed:
    'Gespeichert, noch nicht bestätigt. Es wird erneut geprüft, wenn Sie Nametag das nächste Mal öffnen.',
  problem_unknown:
    'Gesendet, aber noch nicht bekannt, ob das Portal es gespeichert hat. Ihre Eingaben bleiben erhalten. Es wird erneut geprüft, wenn Sie Nametag das nächste Mal öffnen.',
  problem_switched:
    'Das Profil des Portals hat während des Speicherns gewechselt. Das Gesendete kann bei einem anderen Profil gelandet sein: Prüfen Sie {fields} bei beiden.',
  problem_passwordUnknown:
    'Wir konnten nicht bestätigen, ob Ihr Passwort geändert wurde. Der Browser kann es mehrmals gesendet haben, und jedes Mal kann gezählt haben. Versuchen Sie bei der nächsten Anmeldung das neue, oder setzen Sie es im Portal zurück.',
  problem_passwordUnconfirmed:
    'Das Portal hat die Anfrage angenommen, ohne sie zu bestätigen. Versuchen Sie bei der nächsten Anmeldung das neue Passwort.',
  problem_passwordSignIn: 'Passwort geändert. Melden Sie sich erneut am Portal an.',
  problem_draftsUnkept:
    'Entwürfe können auf diesem Computer gerade nicht aufbewahrt werden. Speichern Sie, bevor Sie schließen.',

  // --- the end of a panel ---
  panel_missing: {
    one: 'Von diesem Portal nicht angeboten ({count})',
    other: 'Von diesem Portal nicht angeboten ({count})',
  },
  panel_portal: 'Im Portal öffnen',

  // --- what came of a save ---
  status_saving: {
    one: '{count} Änderung wird gespeichert…',
    other: '{count} Änderungen werden gespeichert…',
  },
  status_confirmed: 'Gespeichert. Es wird geprüft, was das Portal behalten hat…',
  status_saved: { one: '{count} Änderung gespeichert.', other: '{count} Änderungen gespeichert.' },
  status_changed: 'Das Portal hat {field} in „{value}“ geändert.',
  status_emptied: 'Das Portal hat {field} geleert.',
  status_stopped: 'Nicht gespeichert. Ihre Eingaben bleiben erhalten.',
  status_stopped_rest: 'Der Rest wurde nicht gespeichert; diese Eingaben bleiben erhalten.',
  status_discarded: { one: '{count} Änderung verworfen.', other: '{count} Änderungen verworfen.' },
  status_restored: 'Entwurf wiederhergestellt.',
  status_undo: 'Rückgängig',
  status_reload: 'Portal neu laden',
  summary_title: { one: '{count} Feld korrigieren', other: '{count} Felder korrigieren' },
  summary_portal: 'Das Portal sagt',

  // --- review and conflicts ---
  review_title: { one: '{count} Änderung prüfen', other: '{count} Änderungen prüfen' },
  review_back: 'Zurück zu den Feldern',
  review_edit: '{field} bearbeiten',
  review_becomes: 'wird zu',
  review_wire: 'Was gesendet wird',
  review_faulty: 'Korrigieren Sie zuerst die markierten Felder; dann steht hier, was gesendet wird.',
  conflict_title: { one: 'An zwei Orten geändert', other: '{count} Felder an zwei Orten geändert' },
  conflict_intro:
    'Jemand hat dies im Portal geändert, während Sie es bearbeitet haben. Es wurde noch nichts gesendet. Wählen Sie, welcher Wert bleibt.',
  conflict_theirs: 'Wert des Portals behalten',
  conflict_mine: 'Meinen verwenden',
  conflict_was: 'Als Sie begannen, war es „{value}“.',
  conflict_save: 'So behalten und speichern',
  conflict_later: 'Später entscheiden',

  // --- password ---
  password_intro:
    'Hier ändern Sie das Passwort Ihres Portalkontos. Nametag sendet es für sich und bewahrt es nicht auf.',
  password_manager:
    'Ihr Passwortmanager sieht diese Seite nicht. Ändern Sie das Passwort dort selbst, oder ändern Sie es im Portal.',
  password_show: 'Anzeigen',
  password_hide: 'Verbergen',
  password_show_field: '{field} anzeigen',
  password_hide_field: '{field} verbergen',
  password_change: 'Passwort ändern',
  password_changing: 'Wird geändert…',
  password_changed: 'Passwort geändert. Ändern Sie es auch in Ihrem Passwortmanager.',
  password_wrong: 'Das Portal hat dieses Passwort nicht angenommen. Geben Sie alle drei erneut ein.',
  password_refused:
    'Das Portal hat dies nicht angenommen. Korrigieren Sie es und geben Sie Ihr aktuelles Passwort noch einmal ein.',
  password_counted:
    'Das Portal hat dies nicht angenommen. Falls die Verbindung abbrach, kann der Browser es mehrmals gesendet haben, und das erste Mal kann gezählt haben: Versuchen Sie das neue Passwort, bevor Sie es noch einmal ändern.',
  password_reset: 'Drei Versuche sind gescheitert. Setzen Sie Ihr Passwort im Portal zurück.',
  password_portal: 'Im Portal ändern',

  // --- states ---
  state_connect_title: 'Mit Ihrem Portal verbinden',
  state_connect_text:
    'Nametag arbeitet mit dem Portal, an dem Sie angemeldet sind. Es öffnet das Portal kurz in einem Tab im Hintergrund und schließt ihn wieder.',
  state_connect: 'Mit {space} verbinden',
  state_open_title: 'Portal öffnen und anmelden',
  state_open_text: 'Sobald Sie an Ihrem Coworking-Portal angemeldet sind, erscheint hier Ihr Profil.',
  state_open_label: 'Adresse des Portals',
  state_open_hint: 'Zum Beispiel acme.nexudus.site oder nur acme.',
  state_open: 'Portal öffnen',
  state_open_unknown:
    'Geben Sie eine Adresse ein, die auf .nexudus.site endet, oder den Kurznamen Ihres Space.',
  site_title: 'Ist das Ihr Coworking-Portal?',
  site_check: '{host} prüfen',
  site_asking: 'Es wird gefragt, zu welchem Space {host} gehört…',
  site_unknown: '{host} ist kein Portal eines Space. Prüfen Sie die Schreibweise.',
  site_failed: 'Niemand hat geantwortet. Prüfen Sie die Verbindung und versuchen Sie es erneut.',
  site_unasked: 'Es wurde nichts gesendet. Um {host} zu prüfen, muss der Name an Nexudus gesendet werden.',
  site_found: '{host} ist das Portal von {space}.',
  site_use: 'Nametag auf {host} verwenden',
  site_denied: 'Ihr Browser hat {host} nicht erlaubt. Nichts wurde geändert.',
  site_bound: 'Nametag funktioniert jetzt auf {host}. Laden Sie die Seite neu, um zu verbinden.',
  state_other_seat: 'In {space} bearbeiten',
  state_connecting_title: 'Verbindung mit {space}…',
  state_connecting_text:
    'Das dauert ein paar Sekunden. Wenn Sie sich am Portal anmelden müssen, kommt sein Tab nach vorn.',
  state_cancel: 'Abbrechen',

  // --- advice at a field ---
  phone_reads: '{number}, {country}',
  phone_short: 'Wirkt zu kurz für eine Telefonnummer.',
  phone_long: 'Wirkt zu lang für eine Telefonnummer.',
  phone_odd: 'Sieht nicht nach einer Nummer aus, die man anrufen kann.',
  phone_noCountry: 'Beginnen Sie mit der Landesvorwahl, etwa +49; dann ist sie von überall anrufbar.',
  vat_fits: 'Die Prüfziffern passen zu einer USt-IdNr. aus {country}.',
  vat_misfits:
    'Die Prüfziffern passen nicht zu einer USt-IdNr. aus {country}. Sie können sie trotzdem speichern.',
  tags_suggested: 'Andere hier verwenden',
  tag_add: '{tag} hinzufügen',

  // --- the bio ---
  bio_view: 'Ansicht von „Über mich“',
  bio_write: 'Schreiben',
  bio_preview: 'Vorschau',
  bio_nothing: 'Noch nichts für eine Vorschau.',
  bio_suggest: 'Mit KI vorschlagen',
  bio_asking: 'Das Portal schreibt einen Vorschlag. Das kann bis zu 24 Sekunden dauern.',
  bio_proposed: 'Vorgeschlagener Text',
  bio_intro:
    'Angehakte Änderungen kommen in Ihren Text. Es wird nichts gespeichert, bis Sie auf Speichern drücken.',
  bio_intro_new: 'Es wird nichts gespeichert, bis Sie auf Speichern drücken.',
  bio_all: 'Alle annehmen',
  bio_none: 'Alle ablehnen',
  bio_accepted: { one: '{accepted} von {count} Änderung', other: '{accepted} von {count} Änderungen' },
  bio_use: 'In meinen Text übernehmen',
  bio_keep: 'Meinen Text behalten',
  bio_same: 'Der Vorschlag ist derselbe wie Ihr Text.',
  bio_used: 'Der Vorschlag steht in Ihrem Text. Er ist noch nicht gespeichert.',
  bio_removes: 'Entfernt',
  bio_adds: 'Ergänzt',
  bio_fault_unavailable:
    'Das Portal hat keinen Vorschlag. Füllen Sie Berufsbezeichnung und Branche aus, speichern Sie und versuchen Sie es erneut, oder fragen Sie Ihren Space, ob er dies anbietet.',
  bio_fault_empty: 'Das Portal hatte nichts vorzuschlagen. Ihr Text ist, wie er war.',
  bio_fault_signedOut:
    'Ihre Sitzung am Portal ist abgelaufen. Melden Sie sich am Portal an und fragen Sie erneut. Ihr Text ist, wie er war.',
  bio_fault_slow:
    'Das Portal brauchte länger als 24 Sekunden. Versuchen Sie es gleich noch einmal. Ihr Text ist, wie er war.',
  bio_fault_unreadable:
    'Das Portal hat etwas anderes als einen Vorschlag geschickt. Versuchen Sie es später, oder schreiben Sie den Text im Portal. Ihr Text ist, wie er war.',
  bio_fault_throttled:
    'Das Portal bittet zu warten. Versuchen Sie es in einer Minute noch einmal. Ihr Text ist, wie er war.',
  bio_fault_offline:
    'Sie sind offline. Versuchen Sie es erneut, wenn Sie wieder online sind. Ihr Text ist, wie er war.',
  bio_fault_unreachable:
    'Das Portal war nicht erreichbar. Versuchen Sie es gleich noch einmal. Ihr Text ist, wie er war.',
  bio_fault_permission:
    'Der Browser lässt Nametag nicht mehr auf dieses Portal zugreifen. Erlauben Sie den Zugriff und fragen Sie erneut. Ihr Text ist, wie er war.',
  bio_fault_otherProfile:
    'Im Portal ist ein anderes Profil aktiv, deshalb wurde sein Vorschlag nicht übernommen. Wechseln Sie zu diesem zurück und fragen Sie erneut.',

  // --- what others see, what is missing, what can be found ---
  directory_title: 'Was andere Mitglieder sehen',
  directory_listed: 'Private Felder wie Telefon und Adresse fehlen hier.',
  directory_unlisted:
    'Sie stehen nicht im Verzeichnis, deshalb finden Mitglieder diese Karte dort nicht. Andere Seiten des Portals können Teile davon trotzdem zeigen.',
  hints_title: 'Das lohnt sich als Nächstes',
  hint_dismiss: '{field} nicht mehr vorschlagen',
  palette_title: 'Ein Feld finden',
  palette_none: 'Nichts heißt „{query}“.',
  palette_found: { one: '{count} gefunden', other: '{count} gefunden' },
  palette_on: 'Einschalten: {field}',
  palette_off: 'Ausschalten: {field}',
  palette_section: '{section} zeigen',
  palette_page: 'Zur Seite {section} des Portals',

  // --- what stands between the editor and the portal ---
  state_signed_out:
    'Ihre Sitzung am Portal ist abgelaufen. Melden Sie sich am Portal an und drücken Sie erneut auf Speichern.',
  state_sign_in: 'Anmelden',
  state_permission:
    'Der Browser lässt Nametag nicht mehr auf dieses Portal zugreifen. Ihre Eingaben bleiben erhalten.',
  state_allow: 'Zugriff erlauben',
  state_offline: 'Sie sind offline. Ihre Eingaben bleiben erhalten. Zuletzt aktualisiert: {ago}.',
  state_refresh_failed: 'Zuletzt aktualisiert: {ago}. Das Portal konnte nicht gelesen werden.',
  state_try_again: 'Erneut versuchen',
  state_not_connected: 'Die Verbindung zum Portal ging verloren. Ihre Eingaben bleiben erhalten.',

  // --- the menu in the header: profiles, spaces, history ---
  menu_profiles: 'Ihre Profile',
  menu_profiles_note: 'Das Portal wechselt mit.',
  menu_unconnected: '{space}, nicht verbunden',
  menu_history: 'Verlauf',
  menu_options: 'Optionen',

  // --- the last saves, and undoing one of them ---
  history_intro:
    'Ihre letzten 20 Speicherungen aus diesem Browser, bis zu 30 Tage lang. Passwörter werden nie aufbewahrt.',
  history_empty:
    'Noch keine Speicherungen. Was Sie von jetzt an speichern, steht hier und lässt sich rückgängig machen.',
  history_off:
    'Der Verlauf ist in den Optionen ausgeschaltet: Speicherungen werden nicht zum Rückgängigmachen aufbewahrt.',
  history_unread: 'Der Verlauf konnte nicht gelesen werden.',
  history_options: 'Optionen öffnen',
  history_undo: 'Diese Speicherung rückgängig machen',
  history_undone: 'Rückgängig gemacht',
  history_now: 'Seitdem geändert, jetzt „{value}“.',
  history_now_empty: 'Seitdem geändert, jetzt leer.',
  undo_title: {
    one: 'Seit dieser Speicherung geändert',
    other: '{count} Felder seit dieser Speicherung geändert',
  },
  undo_intro:
    'Hier steht nicht mehr, was jene Speicherung geschrieben hat; deshalb bleibt es, wie es ist, wenn Sie nichts anderes wählen. Es wurde noch nichts gesendet.',
  undo_rest: {
    one: '{count} weiteres Feld wird wieder, wie es war.',
    other: '{count} weitere Felder werden wieder, wie sie waren.',
  },
  undo_theirs: 'Lassen, wie es ist',
  undo_mine: 'Zurücksetzen',
  undo_was: 'Jene Speicherung schrieb „{value}“.',
  undo_save: 'Mit dieser Auswahl rückgängig machen',

  // --- one change applied to the member’s other spaces ---
  others_offer: 'Andere Spaces…',
  others_title: 'Auf Ihre anderen Spaces anwenden',
  others_intro:
    'Jeder Space wird für sich gespeichert, über den Wert, den er jetzt hat. Entfernen Sie den Haken, wo es bleiben soll, wie es ist.',
  others_reading: '{space} wird gelesen…',
  others_same: 'Schon so',
  others_closed: 'Dort nicht angeboten',
  others_connect_first: 'Verbinden Sie sich zuerst. Bis dahin wird nichts dorthin gesendet.',
  others_again: 'Erneut lesen',
  others_save: { one: 'In {count} Space speichern', other: 'In {count} Spaces speichern' },
  others_nothing: 'In Ihren anderen Spaces gibt es nichts zu speichern.',
  others_unread: 'Dieser Space konnte nicht gelesen werden. Es wurde nichts dorthin gesendet.',
  others_conflict: 'Dort seit dem Lesen geändert. Es wurde nichts dorthin gesendet.',
  others_check: 'Dieser Wert passt dort nicht. Es wurde nichts dorthin gesendet.',
  others_refused: 'Das Portal hat dies nicht angenommen. Dort wurde nichts gespeichert.',
  others_not_kept: 'Das Portal hat nicht behalten: {fields}.',
  others_unknown:
    'Gesendet, aber noch nicht bekannt, ob es gespeichert wurde. Es wird erneut geprüft, wenn Sie diesen Space das nächste Mal öffnen.',
  others_other_profile: 'Dort ist jetzt ein anderes Profil aktiv. Es wurde nichts dorthin gesendet.',
  others_failed: 'Dort nicht gespeichert. Lesen Sie ihn erneut und versuchen Sie es noch einmal.',
} as const satisfies Locale;
