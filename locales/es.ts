import type { Locale } from '../utils/i18n';
import first from './first/es';
import labels from './labels/es';

export default {
  ...labels,
  ...first,

  // --- what is wrong with a value ---
  fault_required: 'Rellena «{field}».',
  fault_email: 'Escribe una dirección de correo como nombre@example.com.',
  fault_date: 'Escribe un día que exista, como año-mes-día: 1990-05-23.',
  fault_dateFuture: 'Escribe una fecha que no esté en el futuro.',
  fault_dateTooOld: 'Escribe una fecha de 1900 o posterior.',
  fault_tooLong: 'Acórtalo a {max} caracteres.',
  fault_tagsTooLong: 'Acorta la lista a 254 caracteres.',
  fault_country: 'Elige un país de la lista.',
  switch_put_back: 'El portal no cambió esto. El interruptor vuelve a estar como estaba.',
  fault_refused: 'El portal no aceptó esto.',
  fault_unreadable: 'Este valor no se puede leer. Cámbialo en el portal.',
  fault_oldPasswordRequired: 'Escribe tu contraseña actual.',
  fault_newPasswordRequired: 'Escribe una contraseña nueva.',
  fault_passwordsDiffer: 'Escribe la misma contraseña nueva dos veces.',

  // --- what went wrong on the way ---
  problem_offline:
    'No tienes conexión. No se envió nada; tus cambios se conservan. Guarda otra vez cuando vuelvas a tenerla.',
  problem_unreachable:
    'No se pudo contactar con el portal. No se envió nada; tus cambios se conservan. Inténtalo de nuevo en un momento.',
  problem_permission:
    'Nametag no tiene permiso para la dirección de este portal. No se envió nada; tus cambios se conservan. Permite el acceso y guarda otra vez.',
  problem_check: 'Algunos campos necesitan una corrección. No se envió nada.',
  problem_conflict:
    'Alguien cambió los mismos campos mientras tanto. No se envió nada. Elige qué valores conservar y guarda otra vez.',
  problem_otherProfile:
    'Este borrador es de otro perfil. No se envió nada; el borrador espera. Vuelve a ese perfil para guardarlo.',
  problem_interrupted:
    'El navegador se detuvo antes de enviar nada. Tus cambios se conservan. Guarda otra vez.',
  problem_notConnected:
    'Sin conexión con el portal. No se envió nada; tus cambios se conservan. Conecta y guarda otra vez.',
  problem_signedOut:
    'Tu sesión del portal terminó. No se guardó nada; tus cambios se conservan. Inicia sesión en el portal y pulsa Guardar otra vez.',
  problem_refused:
    'El portal no aceptó esto. No se guardó nada; tus cambios se conservan. Corrígelo y guarda otra vez.',
  problem_forbidden:
    'El portal no te deja cambiar esto. No se guardó nada; tus cambios se conservan. Pregunta al personal de tu espacio.',
  problem_notApi:
    'La dirección del portal no respondió como se esperaba. No se guardó nada; tus cambios se conservan. Haz el cambio en el portal.',
  problem_redirected:
    'El portal respondió desde una dirección inesperada. No se siguió la respuesta; tus cambios se conservan. Inténtalo más tarde.',
  problem_throttled:
    'El portal pide esperar. No se guardó nada; tus cambios se conservan. Guarda otra vez cuando acabe la cuenta atrás.',
  problem_notSaved:
    'La respuesta del portal se perdió y no guardó nada. Tus cambios se conservan. Envíalos otra vez.',
  problem_notKept:
    'El portal aceptó el cambio, pero no conservó: {fields}. Esos cambios se conservan aquí. Compruébalos en el portal.',
  problem_changed: 'Guardado. El portal cambió: {fields}.',
  problem_unconfirmed: 'Guardado, aún sin confirmar. Se comprueba otra vez la próxima vez que abras Nametag.',
  problem_unknown:
    'Enviado, pero aún no se sabe si el portal lo guardó. Tus cambios se conservan. Se comprueba otra vez la próxima vez que abras Nametag.',
  problem_switched:
    'El perfil del portal cambió mientras se guardaba. Lo enviado puede haber ido a otro perfil: comprueba {fields} en ambos.',
  problem_passwordUnknown:
    'No pudimos confirmar si tu contraseña cambió. El navegador pudo enviarla más de una vez, y cada vez pudo contar. Prueba la nueva la próxima vez que inicies sesión o restablécela en el portal.',
  problem_passwordUnconfirmed:
    'El portal aceptó la solicitud sin confirmarla. Prueba la contraseña nueva la próxima vez que inicies sesión.',
  problem_passwordSignIn: 'Contraseña cambiada. Inicia sesión otra vez en el portal.',
  problem_draftsUnkept:
    'Ahora mismo no se pueden conservar borradores en este equipo. Guarda antes de cerrar.',

  // --- the end of a panel ---
  panel_missing: {
    one: 'Este portal no lo ofrece ({count})',
    other: 'Este portal no los ofrece ({count})',
  },
  panel_portal: 'Abrir en el portal',

  // --- what came of a save ---
  status_saving: { one: 'Guardando {count} cambio…', other: 'Guardando {count} cambios…' },
  status_confirmed: 'Guardado. Comprobando qué conservó el portal…',
  status_saved: { one: '{count} cambio guardado.', other: '{count} cambios guardados.' },
  status_changed: 'El portal cambió {field} a «{value}».',
  status_emptied: 'El portal vació {field}.',
  status_stopped: 'No guardado. Tus cambios se conservan.',
  status_stopped_rest: 'El resto no se guardó; esos cambios se conservan.',
  status_discarded: { one: '{count} cambio descartado.', other: '{count} cambios descartados.' },
  status_restored: 'Borrador recuperado.',
  status_undo: 'Deshacer',
  status_reload: 'Recargar portal',
  summary_title: { one: 'Corrige {count} campo', other: 'Corrige {count} campos' },
  summary_portal: 'El portal dijo',

  // --- review and conflicts ---
  review_title: { one: 'Revisar {count} cambio', other: 'Revisar {count} cambios' },
  review_back: 'Volver a los campos',
  review_edit: 'Editar {field}',
  review_becomes: 'pasa a ser',
  review_wire: 'Lo que se enviará',
  review_faulty: 'Corrige primero los campos marcados; después se muestra aquí lo que se enviará.',
  conflict_title: { one: 'Cambiado en dos sitios', other: '{count} campos cambiados en dos sitios' },
  conflict_intro:
    'Alguien cambió esto en el portal mientras editabas. Aún no se envió nada. Elige qué valor conservar.',
  conflict_theirs: 'Conservar el del portal',
  conflict_mine: 'Usar el mío',
  conflict_was: 'Era «{value}» cuando empezaste.',
  conflict_save: 'Conservar estos y guardar',
  conflict_later: 'Decidir después',

  // --- password ---
  password_intro:
    'Cambia la contraseña de tu cuenta del portal. Nametag la envía por separado y no la conserva.',
  password_manager:
    'Tu gestor de contraseñas no ve esta página. Actualiza allí la contraseña o cámbiala en el portal.',
  password_show: 'Mostrar',
  password_hide: 'Ocultar',
  password_show_field: 'Mostrar {field}',
  password_hide_field: 'Ocultar {field}',
  password_change: 'Cambiar contraseña',
  password_changing: 'Cambiando…',
  password_changed: 'Contraseña cambiada. Actualízala también en tu gestor de contraseñas.',
  password_wrong: 'El portal no aceptó esta contraseña. Escribe las tres otra vez.',
  password_refused: 'El portal no aceptó esto. Corrígelo y escribe de nuevo tu contraseña actual.',
  password_counted:
    'El portal no aceptó esto. Si se cortó la conexión, el navegador pudo enviarlo más de una vez y la primera pudo contar: prueba la contraseña nueva antes de cambiarla otra vez.',
  password_reset: 'Tres intentos no funcionaron. Restablece tu contraseña en el portal.',
  password_portal: 'Cambiarla en el portal',

  // --- states ---
  state_connect_title: 'Conecta con tu portal',
  state_connect_text:
    'Nametag funciona con el portal en el que has iniciado sesión. Lo abre un momento en una pestaña en segundo plano y la cierra.',
  state_connect: 'Conectar con {space}',
  state_open_title: 'Abre tu portal e inicia sesión',
  state_open_text: 'En cuanto inicies sesión en tu portal de coworking, tu perfil aparecerá aquí.',
  state_open_label: 'Dirección del portal',
  state_open_hint: 'Por ejemplo, acme.nexudus.site, o solo acme.',
  state_open: 'Abrir portal',
  state_open_unknown: 'Escribe una dirección que acabe en .nexudus.site o el nombre corto de tu espacio.',
  site_title: '¿Es este el portal de tu coworking?',
  site_check: 'Comprobar {host}',
  site_asking: 'Preguntando a qué espacio pertenece {host}…',
  site_unknown: '{host} no es el portal de ningún espacio. Revisa la dirección.',
  site_failed: 'Nadie respondió. Revisa la conexión e inténtalo de nuevo.',
  site_unasked: 'No se envió nada. Para comprobar {host}, hay que enviar su nombre a Nexudus.',
  site_found: '{host} es el portal de {space}.',
  site_use: 'Usar Nametag en {host}',
  site_denied: 'Tu navegador no permitió {host}. No se cambió nada.',
  site_bound: 'Nametag ya funciona en {host}. Recarga su página para conectar.',
  state_other_seat: 'Editar en {space}',
  state_connecting_title: 'Conectando con {space}…',
  state_connecting_text:
    'Tarda unos segundos. Si el portal te pide iniciar sesión, su pestaña pasa al primer plano.',
  state_cancel: 'Cancelar',

  // --- advice at a field ---
  phone_reads: '{number}, {country}',
  phone_short: 'Parece demasiado corto para un número de teléfono.',
  phone_long: 'Parece demasiado largo para un número de teléfono.',
  phone_odd: 'No parece un número al que se pueda llamar.',
  phone_noCountry:
    'Empieza con un prefijo de país, como +34, para que se pueda llamar desde cualquier lugar.',
  vat_fits: 'Los dígitos de control encajan con un número de IVA de {country}.',
  vat_misfits:
    'Los dígitos de control no encajan con un número de IVA de {country}. Puedes guardarlo igualmente.',
  tags_suggested: 'Otros aquí usan',
  tag_add: 'Añadir {tag}',

  // --- the bio ---
  bio_view: 'Vista de la biografía',
  bio_write: 'Escribir',
  bio_preview: 'Vista previa',
  bio_nothing: 'Aún no hay nada que mostrar.',
  bio_suggest: 'Sugerir con IA',
  bio_asking: 'El portal está escribiendo una sugerencia. Puede tardar hasta 24 segundos.',
  bio_proposed: 'Biografía sugerida',
  bio_intro: 'Los cambios marcados pasan a tu biografía. No se guarda nada hasta que pulses Guardar.',
  bio_intro_new: 'No se guarda nada hasta que pulses Guardar.',
  bio_all: 'Aceptar todo',
  bio_none: 'Rechazar todo',
  bio_accepted: { one: '{accepted} de {count} cambio', other: '{accepted} de {count} cambios' },
  bio_use: 'Poner en la biografía',
  bio_keep: 'Dejar mi biografía',
  bio_same: 'La sugerencia es igual que tu biografía.',
  bio_used: 'La sugerencia está en tu biografía. Aún no está guardada.',
  bio_removes: 'Quita',
  bio_adds: 'Añade',
  bio_fault_unavailable:
    'El portal no tiene ninguna sugerencia. Rellena y guarda tu puesto y tu sector e inténtalo de nuevo, o pregunta a tu espacio si lo ofrece.',
  bio_fault_empty: 'El portal no tenía nada que sugerir. Tu biografía está como estaba.',
  bio_fault_signedOut:
    'Tu sesión del portal terminó. Inicia sesión en el portal y pide otra vez. Tu biografía está como estaba.',
  bio_fault_slow:
    'El portal tardó más de 24 segundos. Inténtalo de nuevo en un momento. Tu biografía está como estaba.',
  bio_fault_unreadable:
    'El portal respondió con algo que no es una sugerencia. Inténtalo más tarde o escríbela en el portal. Tu biografía está como estaba.',
  bio_fault_throttled:
    'El portal pide esperar. Inténtalo de nuevo en un minuto. Tu biografía está como estaba.',
  bio_fault_offline:
    'No tienes conexión. Inténtalo de nuevo cuando vuelvas a tenerla. Tu biografía está como estaba.',
  bio_fault_unreachable:
    'No se pudo contactar con el portal. Inténtalo de nuevo en un momento. Tu biografía está como estaba.',
  bio_fault_permission:
    'El navegador ya no deja que Nametag acceda a este portal. Permite el acceso y pide otra vez. Tu biografía está como estaba.',
  bio_fault_otherProfile:
    'En el portal está activo otro perfil, así que no se tomó su sugerencia. Vuelve a este y pide otra vez.',

  // --- what others see, what is missing, what can be found ---
  directory_title: 'Lo que ven los demás miembros',
  directory_listed: 'Los campos privados, como tu teléfono y tu dirección, no aparecen.',
  directory_unlisted:
    'No figuras en el directorio, así que los miembros no encuentran allí esta tarjeta. Otras páginas del portal pueden mostrar aún partes de ella.',
  hints_title: 'Lo siguiente que vale la pena rellenar',
  hint_dismiss: 'No volver a sugerir {field}',
  palette_title: 'Buscar un campo',
  palette_none: 'Nada se llama «{query}».',
  palette_found: { one: '{count} resultado', other: '{count} resultados' },
  palette_on: 'Activar: {field}',
  palette_off: 'Desactivar: {field}',
  palette_section: 'Mostrar {section}',
  palette_page: 'Ir a la página {section} del portal',

  // --- what stands between the editor and the portal ---
  state_signed_out: 'Tu sesión del portal terminó. Inicia sesión en el portal y pulsa Guardar otra vez.',
  state_sign_in: 'Iniciar sesión',
  state_permission: 'El navegador ya no deja que Nametag acceda a este portal. Tus cambios se conservan.',
  state_allow: 'Permitir acceso',
  state_offline: 'No tienes conexión. Tus cambios se conservan. Última actualización: {ago}.',
  state_refresh_failed: 'Última actualización: {ago}. No se pudo leer el portal.',
  state_try_again: 'Reintentar',
  state_not_connected: 'Se perdió la conexión con el portal. Tus cambios se conservan.',

  // --- the menu in the header: profiles, spaces, history ---
  menu_profiles: 'Tus perfiles',
  menu_profiles_note: 'El portal cambia también.',
  menu_unconnected: '{space}, sin conectar',
  menu_history: 'Historial',
  menu_options: 'Opciones',

  // --- the last saves, and undoing one of them ---
  history_intro:
    'Tus últimos 20 guardados desde este navegador, hasta 30 días. Las contraseñas no se conservan nunca.',
  history_empty: 'Aún no hay guardados. Lo que guardes a partir de ahora aparece aquí y se puede deshacer.',
  history_off:
    'El historial está desactivado en las opciones: los guardados no se conservan para deshacerlos.',
  history_unread: 'No se pudo leer el historial.',
  history_options: 'Abrir opciones',
  history_undo: 'Deshacer este guardado',
  history_undone: 'Deshecho',
  history_now: 'Cambió después; ahora es «{value}».',
  history_now_empty: 'Cambió después; ahora está vacío.',
  undo_title: {
    one: 'Cambió después de ese guardado',
    other: '{count} campos cambiaron después de ese guardado',
  },
  undo_intro:
    'Ya no contiene lo que escribió ese guardado, así que se queda como está si no eliges otra cosa. Aún no se envió nada.',
  undo_rest: {
    one: '{count} campo más vuelve a lo que era.',
    other: '{count} campos más vuelven a lo que eran.',
  },
  undo_theirs: 'Dejarlo como está',
  undo_mine: 'Volver al de antes',
  undo_was: 'Ese guardado escribió «{value}».',
  undo_save: 'Deshacer con esta selección',

  // --- one change applied to the member’s other spaces ---
  others_offer: 'Otros espacios…',
  others_title: 'Aplicar a tus otros espacios',
  others_intro:
    'Cada espacio se guarda por separado, sobre el valor que tiene ahora. Desmarca lo que deba quedarse como está.',
  others_reading: 'Leyendo {space}…',
  others_same: 'Ya está así',
  others_closed: 'No se ofrece allí',
  others_connect_first: 'Conecta primero. Hasta entonces no se envía nada allí.',
  others_again: 'Leer de nuevo',
  others_save: { one: 'Guardar en {count} espacio', other: 'Guardar en {count} espacios' },
  others_nothing: 'No hay nada que guardar en tus otros espacios.',
  others_unread: 'No se pudo leer este espacio. No se envió nada allí.',
  others_conflict: 'Cambió allí después de leerlo. No se envió nada allí.',
  others_check: 'Este valor no es válido allí. No se envió nada allí.',
  others_refused: 'El portal no aceptó esto. No se guardó nada allí.',
  others_not_kept: 'El portal no conservó: {fields}.',
  others_unknown:
    'Enviado, pero aún no se sabe si se guardó. Se comprueba otra vez la próxima vez que abras este espacio.',
  others_other_profile: 'Allí se usa ahora otro perfil. No se envió nada allí.',
  others_failed: 'No se guardó allí. Léelo de nuevo e inténtalo otra vez.',
} as const satisfies Locale;
