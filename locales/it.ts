import type { Locale } from '../utils/i18n';
import first from './first/it';
import labels from './labels/it';

export default {
  ...labels,
  ...first,

  // --- what is wrong with a value ---
  fault_required: 'Compila «{field}».',
  fault_email: 'Inserisci un indirizzo e-mail come nome@example.com.',
  fault_date: 'Inserisci un giorno che esiste, come anno-mese-giorno: 1990-05-23.',
  fault_dateFuture: 'Inserisci una data che non sia nel futuro.',
  fault_dateTooOld: 'Inserisci una data dal 1900 in poi.',
  fault_tooLong: 'Accorcialo a {max} caratteri.',
  fault_tagsTooLong: 'Accorcia l’elenco a 254 caratteri.',
  fault_country: 'Scegli un paese dall’elenco.',
  switch_put_back: 'Il portale non l’ha cambiato. L’interruttore è tornato com’era.',
  fault_refused: 'Il portale non l’ha accettato.',
  fault_unreadable: 'Questo valore non si può leggere. Modificalo sul portale.',
  fault_oldPasswordRequired: 'Inserisci la tua password attuale.',
  fault_newPasswordRequired: 'Inserisci una nuova password.',
  fault_passwordsDiffer: 'Inserisci due volte la stessa nuova password.',

  // --- what went wrong on the way ---
  problem_offline:
    'Sei offline. Non è stato inviato nulla; le tue modifiche sono conservate. Salva di nuovo quando torni online.',
  problem_unreachable:
    'Il portale non è raggiungibile. Non è stato inviato nulla; le tue modifiche sono conservate. Riprova tra un momento.',
  problem_permission:
    'Nametag non può usare l’indirizzo di questo portale. Non è stato inviato nulla; le tue modifiche sono conservate. Consenti l’accesso, poi salva di nuovo.',
  problem_check: 'Alcuni campi vanno corretti. Non è stato inviato nulla.',
  problem_conflict:
    'Nel frattempo qualcuno ha modificato gli stessi campi. Non è stato inviato nulla. Scegli quali valori tenere, poi salva di nuovo.',
  problem_otherProfile:
    'Questa bozza è di un altro profilo. Non è stato inviato nulla; la bozza aspetta. Torna a quel profilo per salvarla.',
  problem_interrupted:
    'Il browser si è fermato prima di inviare qualcosa. Le tue modifiche sono conservate. Salva di nuovo.',
  problem_notConnected:
    'Non sei collegato al portale. Non è stato inviato nulla; le tue modifiche sono conservate. Collegati, poi salva di nuovo.',
  problem_signedOut:
    'La tua sessione sul portale è terminata. Non è stato salvato nulla; le tue modifiche sono conservate. Accedi al portale, poi premi di nuovo Salva.',
  problem_refused:
    'Il portale non l’ha accettato. Non è stato salvato nulla; le tue modifiche sono conservate. Correggi, poi salva di nuovo.',
  problem_forbidden:
    'Il portale non ti permette di modificarlo. Non è stato salvato nulla; le tue modifiche sono conservate. Chiedi allo staff del tuo spazio.',
  problem_notApi:
    'L’indirizzo del portale non ha risposto come previsto. Non è stato salvato nulla; le tue modifiche sono conservate. Fai la modifica sul portale.',
  problem_redirected:
    'Il portale ha risposto da un indirizzo inatteso. La risposta non è stata seguita; le tue modifiche sono conservate. Riprova più tardi.',
  problem_throttled:
    'Il portale chiede di aspettare. Non è stato salvato nulla; le tue modifiche sono conservate. Salva di nuovo al termine del conto alla rovescia.',
  problem_notSaved:
    'La risposta del portale è andata persa e il portale non ha salvato. Le tue modifiche sono conservate. Inviale di nuovo.',
  problem_notKept:
    'Il portale ha accettato la modifica ma non ha tenuto: {fields}. Quelle modifiche sono conservate qui. Controllale sul portale.',
  problem_changed: 'Salvato. Il portale ha cambiato: {fields}.',
  problem_unconfirmed:
    'Salvato, non ancora confermato. Viene ricontrollato la prossima volta che apri Nametag.',
  problem_unknown:
    'Inviato, ma non si sa ancora se il portale l’abbia salvato. Le tue modifiche sono conservate. Viene ricontrollato la prossima volta che apri Nametag.',
  problem_switched:
    'Il profilo del portale è cambiato durante il salvataggio. Ciò che è stato inviato può essere finito su un altro profilo: controlla {fields} su entrambi.',
  problem_passwordUnknown:
    'Non abbiamo potuto confermare se la tua password sia cambiata. Il browser può averla inviata più di una volta, e ogni invio può essere valso. Prova quella nuova al prossimo accesso, o reimpostala dal portale.',
  problem_passwordUnconfirmed:
    'Il portale ha accettato la richiesta senza confermarla. Prova la nuova password al prossimo accesso.',
  problem_passwordSignIn: 'Password cambiata. Accedi di nuovo al portale.',
  problem_draftsUnkept:
    'Al momento le bozze non si possono conservare su questo computer. Salva prima di chiudere.',

  // --- the end of a panel ---
  panel_missing: {
    one: 'Non offerto da questo portale ({count})',
    other: 'Non offerti da questo portale ({count})',
  },
  panel_portal: 'Apri sul portale',

  // --- what came of a save ---
  status_saving: { one: 'Salvataggio di {count} modifica…', other: 'Salvataggio di {count} modifiche…' },
  status_confirmed: 'Salvato. Si controlla che cosa ha tenuto il portale…',
  status_saved: { one: '{count} modifica salvata.', other: '{count} modifiche salvate.' },
  status_changed: 'Il portale ha cambiato {field} in «{value}».',
  status_emptied: 'Il portale ha svuotato {field}.',
  status_stopped: 'Non salvato. Le tue modifiche sono conservate.',
  status_stopped_rest: 'Il resto non è stato salvato; quelle modifiche sono conservate.',
  status_discarded: { one: '{count} modifica scartata.', other: '{count} modifiche scartate.' },
  status_restored: 'Bozza ripristinata.',
  status_undo: 'Annulla',
  status_reload: 'Ricarica il portale',
  summary_title: { one: 'Correggi {count} campo', other: 'Correggi {count} campi' },
  summary_portal: 'Il portale ha detto',

  // --- review and conflicts ---
  review_title: { one: 'Rivedi {count} modifica', other: 'Rivedi {count} modifiche' },
  review_back: 'Torna ai campi',
  review_edit: 'Modifica {field}',
  review_becomes: 'diventa',
  review_wire: 'Che cosa verrà inviato',
  review_faulty: 'Correggi prima i campi segnalati; poi qui si vedrà che cosa verrà inviato.',
  conflict_title: { one: 'Modificato in due posti', other: '{count} campi modificati in due posti' },
  conflict_intro:
    'Qualcuno l’ha modificato sul portale mentre ci lavoravi. Non è ancora stato inviato nulla. Scegli quale valore tenere.',
  conflict_theirs: 'Tieni quello del portale',
  conflict_mine: 'Usa il mio',
  conflict_was: 'Era «{value}» quando hai iniziato.',
  conflict_save: 'Tieni questi e salva',
  conflict_later: 'Decidi più tardi',

  // --- password ---
  password_intro:
    'Cambia la password del tuo account sul portale. Nametag la invia da sola e non la conserva.',
  password_manager:
    'Il tuo gestore di password non vede questa pagina. Aggiorna lì la password, o cambiala sul portale.',
  password_show: 'Mostra',
  password_hide: 'Nascondi',
  password_show_field: 'Mostra {field}',
  password_hide_field: 'Nascondi {field}',
  password_change: 'Cambia password',
  password_changing: 'Cambio in corso…',
  password_changed: 'Password cambiata. Aggiornala anche nel tuo gestore di password.',
  password_wrong: 'Il portale non ha accettato questa password. Scrivi di nuovo tutte e tre.',
  password_refused: 'Il portale non l’ha accettato. Correggi e scrivi di nuovo la tua password attuale.',
  password_counted:
    'Il portale non l’ha accettato. Se la connessione si è interrotta, il browser può averla inviata più di una volta e la prima può essere valsa: prova la nuova password prima di cambiarla ancora.',
  password_reset: 'Tre tentativi non sono riusciti. Reimposta la password sul portale.',
  password_portal: 'Cambiala sul portale',

  // --- states ---
  state_connect_title: 'Collegati al tuo portale',
  state_connect_text:
    'Nametag funziona con il portale a cui hai fatto accesso. Lo apre per un momento in una scheda in secondo piano e la richiude.',
  state_connect: 'Collegati a {space}',
  state_open_title: 'Apri il tuo portale e accedi',
  state_open_text: 'Appena accedi al tuo portale di coworking, il tuo profilo compare qui.',
  state_open_label: 'Indirizzo del portale',
  state_open_hint: 'Ad esempio acme.nexudus.site, o solo acme.',
  state_open: 'Apri il portale',
  state_open_unknown: 'Inserisci un indirizzo che finisce in .nexudus.site, o il nome breve del tuo spazio.',
  site_title: 'È il portale del tuo coworking?',
  site_check: 'Verifica {host}',
  site_asking: 'Si chiede a quale spazio appartiene {host}…',
  site_unknown: '{host} non è il portale di uno spazio. Controlla l’ortografia.',
  site_failed: 'Nessuno ha risposto. Controlla la connessione e riprova.',
  site_unasked: 'Non è stato inviato nulla. Per controllare {host} occorre inviarne il nome a Nexudus.',
  site_found: '{host} è il portale di {space}.',
  site_use: 'Usa Nametag su {host}',
  site_denied: 'Il browser non ha consentito {host}. Nulla è cambiato.',
  site_bound: 'Nametag ora funziona su {host}. Ricarica la pagina per collegarti.',
  state_other_seat: 'Modifica in {space}',
  state_connecting_title: 'Collegamento a {space}…',
  state_connecting_text:
    'Ci vogliono pochi secondi. Se il portale ti chiede di accedere, la sua scheda passa in primo piano.',
  state_cancel: 'Annulla',

  // --- advice at a field ---
  phone_reads: '{number}, {country}',
  phone_short: 'Sembra troppo corto per un numero di telefono.',
  phone_long: 'Sembra troppo lungo per un numero di telefono.',
  phone_odd: 'Non sembra un numero che si possa chiamare.',
  phone_noCountry: 'Inizia con un prefisso internazionale, come +39, perché si possa chiamare da ovunque.',
  vat_fits: 'Le cifre di controllo corrispondono a una partita IVA ({country}).',
  vat_misfits:
    'Le cifre di controllo non corrispondono a una partita IVA ({country}). Puoi salvarla comunque.',
  tags_suggested: 'Altri qui usano',
  tag_add: 'Aggiungi {tag}',

  // --- the bio ---
  bio_view: 'Vista della biografia',
  bio_write: 'Scrivi',
  bio_preview: 'Anteprima',
  bio_nothing: 'Ancora nulla da vedere in anteprima.',
  bio_suggest: 'Suggerisci con l’IA',
  bio_asking: 'Il portale sta scrivendo un suggerimento. Possono volerci fino a 24 secondi.',
  bio_proposed: 'Biografia suggerita',
  bio_intro:
    'Le modifiche spuntate vanno nella tua biografia. Non viene salvato nulla finché non premi Salva.',
  bio_intro_new: 'Non viene salvato nulla finché non premi Salva.',
  bio_all: 'Accetta tutto',
  bio_none: 'Rifiuta tutto',
  bio_accepted: { one: '{accepted} di {count} modifica', other: '{accepted} di {count} modifiche' },
  bio_use: 'Metti nella biografia',
  bio_keep: 'Tieni la mia biografia',
  bio_same: 'Il suggerimento è uguale alla tua biografia.',
  bio_used: 'Il suggerimento è nella tua biografia. Non è ancora salvato.',
  bio_removes: 'Toglie',
  bio_adds: 'Aggiunge',
  bio_fault_unavailable:
    'Il portale non ha un suggerimento. Compila e salva ruolo e settore, poi riprova, o chiedi al tuo spazio se offre questa funzione.',
  bio_fault_empty: 'Il portale non aveva nulla da suggerire. La tua biografia è com’era.',
  bio_fault_signedOut:
    'La tua sessione sul portale è terminata. Accedi al portale, poi chiedi di nuovo. La tua biografia è com’era.',
  bio_fault_slow:
    'Il portale ha impiegato più di 24 secondi. Riprova tra un momento. La tua biografia è com’era.',
  bio_fault_unreadable:
    'Il portale ha risposto con qualcosa che non è un suggerimento. Riprova più tardi, o scrivila sul portale. La tua biografia è com’era.',
  bio_fault_throttled: 'Il portale chiede di aspettare. Riprova tra un minuto. La tua biografia è com’era.',
  bio_fault_offline: 'Sei offline. Riprova quando torni online. La tua biografia è com’era.',
  bio_fault_unreachable:
    'Il portale non è raggiungibile. Riprova tra un momento. La tua biografia è com’era.',
  bio_fault_permission:
    'Il browser non permette più a Nametag di accedere a questo portale. Consenti l’accesso, poi chiedi di nuovo. La tua biografia è com’era.',
  bio_fault_otherProfile:
    'Sul portale è attivo un altro profilo, quindi il suo suggerimento non è stato preso. Torna a questo, poi chiedi di nuovo.',

  // --- what others see, what is missing, what can be found ---
  directory_title: 'Che cosa vedono gli altri membri',
  directory_listed: 'I campi privati, come telefono e indirizzo, non compaiono.',
  directory_unlisted:
    'Non sei nell’elenco, quindi lì i membri non trovano questa scheda. Altre pagine del portale possono ancora mostrarne delle parti.',
  hints_title: 'Vale la pena compilare',
  hint_dismiss: 'Non suggerire più {field}',
  palette_title: 'Trova un campo',
  palette_none: 'Nulla si chiama «{query}».',
  palette_found: { one: '{count} risultato', other: '{count} risultati' },
  palette_on: 'Attiva: {field}',
  palette_off: 'Disattiva: {field}',
  palette_section: 'Mostra {section}',
  palette_page: 'Vai alla pagina {section} del portale',

  // --- what stands between the editor and the portal ---
  state_signed_out: 'La tua sessione sul portale è terminata. Accedi al portale, poi premi di nuovo Salva.',
  state_sign_in: 'Accedi',
  state_permission:
    'Il browser non permette più a Nametag di accedere a questo portale. Le tue modifiche sono conservate.',
  state_allow: 'Consenti l’accesso',
  state_offline: 'Sei offline. Le tue modifiche sono conservate. Ultimo aggiornamento: {ago}.',
  state_refresh_failed: 'Ultimo aggiornamento: {ago}. Non è stato possibile leggere il portale.',
  state_try_again: 'Riprova',
  state_not_connected: 'La connessione al portale è andata persa. Le tue modifiche sono conservate.',

  // --- the menu in the header: profiles, spaces, history ---
  menu_profiles: 'I tuoi profili',
  menu_profiles_note: 'Cambia anche il portale.',
  menu_unconnected: '{space}, non collegato',
  menu_history: 'Cronologia',
  menu_options: 'Opzioni',

  // --- the last saves, and undoing one of them ---
  history_intro:
    'I tuoi ultimi 20 salvataggi da questo browser, per 30 giorni al massimo. Le password non vengono mai conservate.',
  history_empty: 'Ancora nessun salvataggio. Ciò che salvi da ora in poi compare qui e si può annullare.',
  history_off:
    'La cronologia è disattivata nelle opzioni: i salvataggi non vengono conservati per annullarli.',
  history_unread: 'Non è stato possibile leggere la cronologia.',
  history_options: 'Apri le opzioni',
  history_undo: 'Annulla questo salvataggio',
  history_undone: 'Annullato',
  history_now: 'Cambiato da allora: ora è «{value}».',
  history_now_empty: 'Cambiato da allora: ora è vuoto.',
  undo_title: {
    one: 'Cambiato dopo quel salvataggio',
    other: '{count} campi cambiati dopo quel salvataggio',
  },
  undo_intro:
    'Non contiene più ciò che quel salvataggio aveva scritto, quindi resta com’è se non scegli altrimenti. Non è ancora stato inviato nulla.',
  undo_rest: {
    one: '{count} altro campo torna com’era.',
    other: '{count} altri campi tornano com’erano.',
  },
  undo_theirs: 'Lascia com’è',
  undo_mine: 'Rimetti il valore di prima',
  undo_was: 'Quel salvataggio aveva scritto «{value}».',
  undo_save: 'Annulla con queste scelte',

  // --- one change applied to the member’s other spaces ---
  others_offer: 'Altri spazi…',
  others_title: 'Applica ai tuoi altri spazi',
  others_intro:
    'Ogni spazio viene salvato a parte, sopra il valore che ha ora. Togli la spunta a ciò che deve restare com’è.',
  others_reading: 'Lettura di {space}…',
  others_same: 'È già così',
  others_closed: 'Non offerto lì',
  others_connect_first: 'Prima collegati. Fino ad allora lì non viene inviato nulla.',
  others_again: 'Leggi di nuovo',
  others_save: { one: 'Salva in {count} spazio', other: 'Salva in {count} spazi' },
  others_nothing: 'Non c’è nulla da salvare nei tuoi altri spazi.',
  others_unread: 'Non è stato possibile leggere questo spazio. Lì non è stato inviato nulla.',
  others_conflict: 'Cambiato lì dopo la lettura. Lì non è stato inviato nulla.',
  others_check: 'Questo valore lì non è valido. Lì non è stato inviato nulla.',
  others_refused: 'Il portale non l’ha accettato. Lì non è stato salvato nulla.',
  others_not_kept: 'Il portale non ha tenuto: {fields}.',
  others_unknown:
    'Inviato, ma non si sa ancora se sia stato salvato. Viene ricontrollato la prossima volta che apri questo spazio.',
  others_other_profile: 'Ora lì è in uso un altro profilo. Lì non è stato inviato nulla.',
  others_failed: 'Non salvato lì. Leggilo di nuovo, poi riprova.',
} as const satisfies Locale;
