import type { Locale } from '../utils/i18n';
import first from './first/fr';
import labels from './labels/fr';

export default {
  ...labels,
  ...first,

  // --- what is wrong with a value ---
  fault_required: 'Remplissez « {field} ».',
  fault_email: 'Saisissez une adresse e-mail comme nom@example.com.',
  fault_date: 'Saisissez un jour qui existe, sous la forme année-mois-jour : 1990-05-23.',
  fault_dateFuture: 'Saisissez une date qui n’est pas dans le futur.',
  fault_dateTooOld: 'Saisissez une date à partir de 1900.',
  fault_tooLong: 'Raccourcissez-le à {max} caractères.',
  fault_tagsTooLong: 'Raccourcissez la liste à 254 caractères.',
  fault_country: 'Choisissez un pays dans la liste.',
  switch_put_back: 'Le portail n’a pas changé cela. L’interrupteur est revenu où il était.',
  fault_refused: 'Le portail n’a pas accepté cela.',
  fault_unreadable: 'Cette valeur est illisible. Modifiez-la sur le portail.',
  fault_oldPasswordRequired: 'Saisissez votre mot de passe actuel.',
  fault_newPasswordRequired: 'Saisissez un nouveau mot de passe.',
  fault_passwordsDiffer: 'Saisissez deux fois le même nouveau mot de passe.',

  // --- what went wrong on the way ---
  problem_offline:
    'Vous êtes hors ligne. Rien n’a été envoyé ; vos modifications sont conservées. Enregistrez à nouveau une fois de retour en ligne.',
  problem_unreachable:
    'Le portail est injoignable. Rien n’a été envoyé ; vos modifications sont conservées. Réessayez dans un instant.',
  problem_permission:
    'Nametag n’a pas le droit d’utiliser l’adresse de ce portail. Rien n’a été envoyé ; vos modifications sont conservées. Autorisez l’accès, puis enregistrez à nouveau.',
  problem_check: 'Certains champs doivent être corrigés. Rien n’a été envoyé.',
  problem_conflict:
    'Quelqu’un a modifié les mêmes champs entre-temps. Rien n’a été envoyé. Choisissez les valeurs à garder, puis enregistrez à nouveau.',
  problem_otherProfile:
    'Ce brouillon appartient à un autre profil. Rien n’a été envoyé ; le brouillon attend. Revenez à ce profil pour l’enregistrer.',
  problem_interrupted:
    'Le navigateur s’est arrêté avant tout envoi. Vos modifications sont conservées. Enregistrez à nouveau.',
  problem_notConnected:
    'Pas de connexion au portail. Rien n’a été envoyé ; vos modifications sont conservées. Connectez-vous, puis enregistrez à nouveau.',
  problem_signedOut:
    'Votre session du portail est terminée. Rien n’a été enregistré ; vos modifications sont conservées. Connectez-vous au portail, puis appuyez à nouveau sur Enregistrer.',
  problem_refused:
    'Le portail n’a pas accepté cela. Rien n’a été enregistré ; vos modifications sont conservées. Corrigez, puis enregistrez à nouveau.',
  problem_forbidden:
    'Le portail ne vous laisse pas modifier cela. Rien n’a été enregistré ; vos modifications sont conservées. Demandez à l’équipe de votre espace.',
  problem_notApi:
    'L’adresse du portail n’a pas répondu comme prévu. Rien n’a été enregistré ; vos modifications sont conservées. Faites la modification sur le portail.',
  problem_redirected:
    'Le portail a répondu depuis une adresse inattendue. La réponse n’a pas été suivie ; vos modifications sont conservées. Réessayez plus tard.',
  problem_throttled:
    'Le portail demande d’attendre. Rien n’a été enregistré ; vos modifications sont conservées. Enregistrez à nouveau à la fin du compte à rebours.',
  problem_notSaved:
    'La réponse du portail s’est perdue, et il n’a rien enregistré. Vos modifications sont conservées. Envoyez-les à nouveau.',
  problem_notKept:
    'Le portail a accepté la modification mais n’a pas gardé : {fields}. Ces modifications sont conservées ici. Vérifiez-les sur le portail.',
  problem_changed: 'Enregistré. Le portail a modifié : {fields}.',
  problem_unconfirmed:
    'Enregistré, pas encore confirmé. Ce sera revérifié à la prochaine ouverture de Nametag.',
  problem_unknown:
    'Envoyé, mais on ne sait pas encore si le portail a enregistré. Vos modifications sont conservées. Ce sera revérifié à la prochaine ouverture de Nametag.',
  problem_switched:
    'Le profil du portail a changé pendant l’enregistrement. Ce qui a été envoyé a pu aller à un autre profil : vérifiez {fields} sur les deux.',
  problem_passwordUnknown:
    'Nous n’avons pas pu confirmer si votre mot de passe a changé. Le navigateur a pu l’envoyer plusieurs fois, et chaque envoi a pu compter. Essayez le nouveau à votre prochaine connexion, ou réinitialisez-le sur le portail.',
  problem_passwordUnconfirmed:
    'Le portail a accepté la demande sans la confirmer. Essayez le nouveau mot de passe à votre prochaine connexion.',
  problem_passwordSignIn: 'Mot de passe changé. Connectez-vous à nouveau au portail.',
  problem_draftsUnkept:
    'Les brouillons ne peuvent pas être conservés sur cet ordinateur pour l’instant. Enregistrez avant de fermer.',

  // --- the end of a panel ---
  panel_missing: {
    one: 'Non proposé par ce portail ({count})',
    other: 'Non proposés par ce portail ({count})',
  },
  panel_portal: 'Ouvrir sur le portail',

  // --- what came of a save ---
  status_saving: {
    one: 'Enregistrement de {count} modification…',
    other: 'Enregistrement de {count} modifications…',
  },
  status_confirmed: 'Enregistré. Vérification de ce que le portail a gardé…',
  status_saved: { one: '{count} modification enregistrée.', other: '{count} modifications enregistrées.' },
  status_changed: 'Le portail a remplacé {field} par « {value} ».',
  status_emptied: 'Le portail a vidé {field}.',
  status_stopped: 'Non enregistré. Vos modifications sont conservées.',
  status_stopped_rest: 'Le reste n’a pas été enregistré ; ces modifications sont conservées.',
  status_discarded: { one: '{count} modification abandonnée.', other: '{count} modifications abandonnées.' },
  status_restored: 'Brouillon rétabli.',
  status_undo: 'Annuler',
  status_reload: 'Recharger le portail',
  summary_title: { one: 'Corrigez {count} champ', other: 'Corrigez {count} champs' },
  summary_portal: 'Le portail a répondu',

  // --- review and conflicts ---
  review_title: { one: 'Vérifier {count} modification', other: 'Vérifier {count} modifications' },
  review_back: 'Retour aux champs',
  review_edit: 'Modifier {field}',
  review_becomes: 'devient',
  review_wire: 'Ce qui sera envoyé',
  review_faulty: 'Corrigez d’abord les champs signalés ; ce qui sera envoyé s’affichera alors ici.',
  conflict_title: { one: 'Modifié à deux endroits', other: '{count} champs modifiés à deux endroits' },
  conflict_intro:
    'Quelqu’un a modifié ceci sur le portail pendant que vous y travailliez. Rien n’a encore été envoyé. Choisissez la valeur à garder.',
  conflict_theirs: 'Garder celle du portail',
  conflict_mine: 'Utiliser la mienne',
  conflict_was: 'C’était « {value} » quand vous avez commencé.',
  conflict_save: 'Garder ces choix et enregistrer',
  conflict_later: 'Décider plus tard',

  // --- password ---
  password_intro:
    'Ceci change le mot de passe de votre compte du portail. Nametag l’envoie à part et ne le conserve pas.',
  password_manager:
    'Votre gestionnaire de mots de passe ne voit pas cette page. Mettez-y le mot de passe à jour vous-même, ou changez-le sur le portail.',
  password_show: 'Afficher',
  password_hide: 'Masquer',
  password_show_field: 'Afficher {field}',
  password_hide_field: 'Masquer {field}',
  password_change: 'Changer le mot de passe',
  password_changing: 'Changement…',
  password_changed: 'Mot de passe changé. Mettez-le à jour aussi dans votre gestionnaire de mots de passe.',
  password_wrong: 'Le portail n’a pas accepté ce mot de passe. Saisissez à nouveau les trois.',
  password_refused:
    'Le portail n’a pas accepté cela. Corrigez, puis saisissez à nouveau votre mot de passe actuel.',
  password_counted:
    'Le portail n’a pas accepté cela. Si la connexion a été coupée, le navigateur a pu l’envoyer plusieurs fois et le premier envoi a pu compter : essayez le nouveau mot de passe avant de le changer à nouveau.',
  password_reset: 'Trois essais ont échoué. Réinitialisez votre mot de passe sur le portail.',
  password_portal: 'Le changer sur le portail',

  // --- states ---
  state_connect_title: 'Connectez Nametag à votre portail',
  state_connect_text:
    'Nametag utilise le portail auquel vous êtes connecté. Il ouvre le portail un instant dans un onglet en arrière-plan, puis le referme.',
  state_connect: 'Se connecter à {space}',
  state_open_title: 'Ouvrez votre portail et connectez-vous',
  state_open_text: 'Dès que vous êtes connecté à votre portail de coworking, votre profil apparaît ici.',
  state_open_label: 'Adresse du portail',
  state_open_hint: 'Par exemple acme.nexudus.site, ou juste acme.',
  state_open: 'Ouvrir le portail',
  state_open_unknown:
    'Saisissez une adresse qui se termine par .nexudus.site, ou le nom court de votre espace.',
  site_title: 'Est-ce le portail de votre espace de coworking ?',
  site_check: 'Vérifier {host}',
  site_asking: 'Recherche de l’espace de {host}…',
  site_unknown: '{host} n’est le portail d’aucun espace. Vérifiez l’orthographe.',
  site_failed: 'Personne n’a répondu. Vérifiez la connexion, puis réessayez.',
  site_unasked: 'Rien n’a été envoyé. Pour vérifier {host}, il faut envoyer son nom à Nexudus.',
  site_found: '{host} est le portail de {space}.',
  site_use: 'Utiliser Nametag sur {host}',
  site_denied: 'Votre navigateur n’a pas autorisé {host}. Rien n’a changé.',
  site_bound: 'Nametag fonctionne maintenant sur {host}. Rechargez sa page pour vous connecter.',
  state_other_seat: 'Modifier dans {space}',
  state_connecting_title: 'Connexion à {space}…',
  state_connecting_text:
    'Cela prend quelques secondes. Si le portail vous demande de vous connecter, son onglet passe au premier plan.',
  state_cancel: 'Annuler',

  // --- advice at a field ---
  phone_reads: '{number}, {country}',
  phone_short: 'Semble trop court pour un numéro de téléphone.',
  phone_long: 'Semble trop long pour un numéro de téléphone.',
  phone_odd: 'Ne ressemble pas à un numéro que l’on peut appeler.',
  phone_noCountry: 'Commencez par un indicatif de pays, comme +33, pour être joignable de partout.',
  vat_fits: 'Les chiffres de contrôle correspondent à un numéro de TVA ({country}).',
  vat_misfits:
    'Les chiffres de contrôle ne correspondent pas à un numéro de TVA ({country}). Vous pouvez l’enregistrer quand même.',
  tags_suggested: 'D’autres ici utilisent',
  tag_add: 'Ajouter {tag}',

  // --- the bio ---
  bio_view: 'Vue de la biographie',
  bio_write: 'Écrire',
  bio_preview: 'Aperçu',
  bio_nothing: 'Rien à afficher pour l’instant.',
  bio_suggest: 'Suggérer avec l’IA',
  bio_asking: 'Le portail rédige une suggestion. Cela peut prendre jusqu’à 24 secondes.',
  bio_proposed: 'Biographie suggérée',
  bio_intro:
    'Les modifications cochées vont dans votre biographie. Rien n’est enregistré avant que vous appuyiez sur Enregistrer.',
  bio_intro_new: 'Rien n’est enregistré avant que vous appuyiez sur Enregistrer.',
  bio_all: 'Tout accepter',
  bio_none: 'Tout refuser',
  bio_accepted: { one: '{accepted} modification sur {count}', other: '{accepted} modifications sur {count}' },
  bio_use: 'Mettre dans ma biographie',
  bio_keep: 'Garder ma biographie',
  bio_same: 'La suggestion est identique à votre biographie.',
  bio_used: 'La suggestion est dans votre biographie. Elle n’est pas encore enregistrée.',
  bio_removes: 'Retire',
  bio_adds: 'Ajoute',
  bio_fault_unavailable:
    'Le portail n’a pas de suggestion. Remplissez et enregistrez votre poste et votre secteur, puis réessayez, ou demandez à votre espace s’il propose cela.',
  bio_fault_empty: 'Le portail n’avait rien à suggérer. Votre biographie est restée telle quelle.',
  bio_fault_signedOut:
    'Votre session du portail est terminée. Connectez-vous au portail, puis redemandez. Votre biographie est restée telle quelle.',
  bio_fault_slow:
    'Le portail a mis plus de 24 secondes. Réessayez dans un instant. Votre biographie est restée telle quelle.',
  bio_fault_unreadable:
    'Le portail a répondu autre chose qu’une suggestion. Réessayez plus tard, ou écrivez-la sur le portail. Votre biographie est restée telle quelle.',
  bio_fault_throttled:
    'Le portail demande d’attendre. Réessayez dans une minute. Votre biographie est restée telle quelle.',
  bio_fault_offline:
    'Vous êtes hors ligne. Réessayez une fois de retour en ligne. Votre biographie est restée telle quelle.',
  bio_fault_unreachable:
    'Le portail est injoignable. Réessayez dans un instant. Votre biographie est restée telle quelle.',
  bio_fault_permission:
    'Le navigateur ne laisse plus Nametag accéder à ce portail. Autorisez l’accès, puis redemandez. Votre biographie est restée telle quelle.',
  bio_fault_otherProfile:
    'Un autre profil est actif sur le portail, sa suggestion n’a donc pas été prise. Revenez à celui-ci, puis redemandez.',

  // --- what others see, what is missing, what can be found ---
  directory_title: 'Ce que voient les autres membres',
  directory_listed: 'Les champs privés, comme votre téléphone et votre adresse, n’y figurent pas.',
  directory_unlisted:
    'Vous ne figurez pas dans l’annuaire : les membres n’y trouvent pas cette fiche. D’autres pages du portail peuvent encore en montrer des parties.',
  hints_title: 'À remplir ensuite',
  hint_dismiss: 'Ne plus suggérer {field}',
  palette_title: 'Trouver un champ',
  palette_none: 'Rien ne s’appelle « {query} ».',
  palette_found: { one: '{count} résultat', other: '{count} résultats' },
  palette_on: 'Activer : {field}',
  palette_off: 'Désactiver : {field}',
  palette_section: 'Afficher {section}',
  palette_page: 'Aller à la page {section} du portail',

  // --- what stands between the editor and the portal ---
  state_signed_out:
    'Votre session du portail est terminée. Connectez-vous au portail, puis appuyez à nouveau sur Enregistrer.',
  state_sign_in: 'Se connecter',
  state_permission:
    'Le navigateur ne laisse plus Nametag accéder à ce portail. Vos modifications sont conservées.',
  state_allow: 'Autoriser l’accès',
  state_offline: 'Vous êtes hors ligne. Vos modifications sont conservées. Dernière mise à jour : {ago}.',
  state_refresh_failed: 'Dernière mise à jour : {ago}. Le portail n’a pas pu être lu.',
  state_try_again: 'Réessayer',
  state_not_connected: 'La connexion au portail a été perdue. Vos modifications sont conservées.',

  // --- the menu in the header: profiles, spaces, history ---
  menu_profiles: 'Vos profils',
  menu_profiles_note: 'Le portail change aussi.',
  menu_unconnected: '{space}, non connecté',
  menu_history: 'Historique',
  menu_options: 'Options',

  // --- the last saves, and undoing one of them ---
  history_intro:
    'Vos 20 derniers enregistrements depuis ce navigateur, pendant 30 jours au plus. Les mots de passe ne sont jamais conservés.',
  history_empty:
    'Aucun enregistrement pour l’instant. Ce que vous enregistrez désormais apparaît ici et peut être annulé.',
  history_off:
    'L’historique est désactivé dans les options : les enregistrements ne sont pas conservés pour être annulés.',
  history_unread: 'L’historique n’a pas pu être lu.',
  history_options: 'Ouvrir les options',
  history_undo: 'Annuler cet enregistrement',
  history_undone: 'Annulé',
  history_now: 'Modifié depuis : « {value} » à présent.',
  history_now_empty: 'Modifié depuis : vide à présent.',
  undo_title: {
    one: 'Modifié depuis cet enregistrement',
    other: '{count} champs modifiés depuis cet enregistrement',
  },
  undo_intro:
    'Ce que cet enregistrement avait écrit ne s’y trouve plus ; la valeur reste donc telle quelle, sauf si vous choisissez autre chose. Rien n’a encore été envoyé.',
  undo_rest: {
    one: '{count} autre champ redevient ce qu’il était.',
    other: '{count} autres champs redeviennent ce qu’ils étaient.',
  },
  undo_theirs: 'Laisser tel quel',
  undo_mine: 'Remettre l’ancienne valeur',
  undo_was: 'Cet enregistrement avait écrit « {value} ».',
  undo_save: 'Annuler avec ces choix',

  // --- one change applied to the member’s other spaces ---
  others_offer: 'Autres espaces…',
  others_title: 'Appliquer à vos autres espaces',
  others_intro:
    'Chaque espace est enregistré à part, par-dessus la valeur qu’il contient à présent. Décochez ce qui doit rester tel quel.',
  others_reading: 'Lecture de {space}…',
  others_same: 'Déjà ainsi',
  others_closed: 'Non proposé là-bas',
  others_connect_first: 'Connectez-vous d’abord. D’ici là, rien n’y est envoyé.',
  others_again: 'Relire',
  others_save: { one: 'Enregistrer dans {count} espace', other: 'Enregistrer dans {count} espaces' },
  others_nothing: 'Rien à enregistrer dans vos autres espaces.',
  others_unread: 'Cet espace n’a pas pu être lu. Rien n’y a été envoyé.',
  others_conflict: 'Modifié là-bas depuis la lecture. Rien n’y a été envoyé.',
  others_check: 'Cette valeur n’y convient pas. Rien n’y a été envoyé.',
  others_refused: 'Le portail n’a pas accepté cela. Rien n’y a été enregistré.',
  others_not_kept: 'Le portail n’a pas gardé : {fields}.',
  others_unknown:
    'Envoyé, mais on ne sait pas encore si c’est enregistré. Ce sera revérifié à la prochaine ouverture de cet espace.',
  others_other_profile: 'Un autre profil y est actif à présent. Rien n’y a été envoyé.',
  others_failed: 'Pas enregistré là-bas. Relisez-le, puis réessayez.',
} as const satisfies Locale;
